import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkClaim } from './check-claim.ts'
import type { Claim } from './claim.ts'
import { makeEnteredClaim } from './claim-id.ts'
import { claim, claimDraft } from './claims.fixture.ts'
import type { Instant } from './day.ts'
import {
  claimEntry,
  claimOfEntry,
  type Erasure,
  formatEntry,
  hashOfTexts,
  hasIdOfContent,
  parseEntry,
  textsOf,
  withoutTexts
} from './log-entry.ts'

const salt = '00112233445566778899aabbccddeeff'
const erasure: Erasure = {
  kind: 'erasure',
  entry: 7,
  ground: 'court',
  recordedAt: '2026-11-24T00:00:00.000Z' as Instant
}

const claims: readonly { what: string; claim: Claim }[] = [
  { what: 'a number', claim: claim({ value: 2.1e25, low: 1e25, high: 3e25 }) },
  { what: 'a text', claim: claim({ property: 'name', value: 'Ünïcode "quoted"' }) },
  { what: 'texts', claim: claim({ property: 'domain', value: ['Language', 'Vision'] }) },
  { what: 'groups', claim: claim({ property: 'developedBy', value: ['acme', 'bureau'] }) },
  { what: 'a yes', claim: claim({ property: 'frontierAtRelease', value: true }) },
  { what: 'a withdrawal', claim: claim({ value: null, status: 'withdrawn', supersedes: claim().id }) },
  {
    what: 'a reply',
    claim: claim({ status: 'contested', supersedes: claim().id, reply: 'We trained with less.\nHalf of it.' })
  }
]

describe('an entry of the log', () => {
  it.each(claims)('of $what gives back the claim with its texts', ({ claim }) => {
    const entry = parseEntry(claimEntry(claim, salt, null))
    if (entry?.kind !== 'claim') throw new Error('no claim')
    const texts = textsOf(claim, salt)
    expect(claimOfEntry(entry, texts)).toEqual(claim)
    expect(hashOfTexts(texts)).toBe(entry.texts)
    expect(hasIdOfContent(entry, texts)).toBe(true)
  })

  it.each(claims)('of $what holds no free text, no address and nobody’s account', ({ claim }) => {
    const leaf = claimEntry(claim, salt, { salt, account: 'account-of-somebody' })
    const { url, title, publisher } = claim.source
    for (const text of [url, title, publisher, claim.reply, 'account-of-somebody', 'Ünïcode', 'Vision', salt])
      if (text !== null) expect(leaf).not.toContain(text)
  })

  it('of an erasure is read back', () => expect(parseEntry(formatEntry(erasure))).toEqual(erasure))

  it.each([
    { what: 'no JSON', leaf: '{' },
    { what: 'a number', leaf: '7' },
    { what: 'another kind', leaf: '{"kind":"pledge"}' },
    { what: 'a space', leaf: formatEntry(erasure).replace(',', ', ') },
    { what: 'another order', leaf: '{"entry":7,"kind":"erasure","ground":"court","recordedAt":"2026-11-24"}' },
    { what: 'a field more', leaf: formatEntry(erasure).replace('}', ',"by":"me"}') },
    { what: 'another ground', leaf: formatEntry(erasure).replace('court', 'whim') },
    { what: 'a property of none', leaf: claimEntry(claim(), salt, null).replace('trainingComputeFlop', 'karma') }
  ])('with $what is none', ({ leaf }) => expect(parseEntry(leaf)).toBeNull())

  it('does not let another text pass for the one that was hashed', () => {
    const text = fc.string({ maxLength: 20 })
    const texts = fc.record({
      salt: fc.constant(salt),
      value: fc.constantFrom(null, 'a', ['a']),
      url: text,
      title: text,
      publisher: text,
      derivedFrom: fc.option(text),
      reply: fc.option(text)
    })
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(hashOfTexts(a) === hashOfTexts(b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      })
    )
  })

  it('tells a claim whose id is not that of its content, but nothing of one that a person entered', () => {
    const entered = makeEnteredClaim(claimDraft(), salt)
    const texts = textsOf(entered, salt)
    const read = (enteredBy: null | { salt: string; account: string }) => {
      const entry = parseEntry(claimEntry(entered, salt, enteredBy))
      if (entry?.kind !== 'claim') throw new Error('no claim')
      return entry
    }
    expect(hasIdOfContent(read(null), texts)).toBe(false)
    expect(hasIdOfContent(read({ salt, account: 'a' }), texts)).toBe(true)
    expect(entered.id).not.toBe(claim().id)
  })

  it.each(claims)('of $what whose texts are erased is still a claim', ({ claim }) => {
    const erased = withoutTexts(claim)
    expect(checkClaim(erased)).toBeNull()
    expect(JSON.stringify(erased)).not.toContain('A list of models')
    expect(parseEntry(claimEntry(erased, salt, null))).toMatchObject({ id: claim.id, low: claim.low })
  })
})
