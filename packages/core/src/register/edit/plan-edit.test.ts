import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registerAsOf } from '../as-of.ts'
import { checkClaim } from '../check-claim.ts'
import type { Claim, GroupId } from '../claim.ts'
import { groupId, systemId } from '../claims.fixture.ts'
import { dayOf } from '../day.ts'
import {
  acme,
  alpha,
  doubt,
  edited,
  editor,
  flopOf,
  liveOf,
  now,
  planOf,
  refusal,
  register,
  spokesperson,
  statement,
  undoOf,
  withdrawal,
  written
} from './edit.fixture.ts'
import type { Edit, EditKind, Person } from './edit.ts'

const said = (claim: Claim | null) => claim && { value: claim.value, status: claim.status, reply: claim.reply }

describe('an edit', () => {
  it('supersedes the claim that holds, with its source and day', () => {
    const after = edited(register, statement(register, { value: '2.5e25', low: '2e25', high: '3e25' }))
    expect(flopOf(after)).toMatchObject({
      value: 2.5e25,
      low: 2e25,
      high: 3e25,
      validFrom: '2024-05-01',
      recordedAt: now,
      status: 'asserted',
      supersedes: flopOf(register)?.id,
      source: { url: written.url, tier: 'primary' }
    })
    expect(after).toHaveLength(register.length + 1)
  })

  it('adds a value where none is known', () => {
    const after = edited(register, statement(register, { property: 'parameterCount', value: '1.8 trillion' }))
    expect(liveOf(after, alpha, 'parameterCount')).toMatchObject({ value: 1.8e12, supersedes: null })
  })

  it('adds over a withdrawal by superseding it, so that the withdrawal holds no more', () => {
    const gone = edited(register, withdrawal(register, 'trainingComputeFlop'))
    expect(flopOf(gone)).toBeNull()
    const again = edited(gone, statement(gone))
    expect(flopOf(again)).toMatchObject({ value: 2e25, supersedes: gone.at(-1)?.id })
  })

  it('contests without changing value or source', () => {
    const after = edited(register, doubt(register, 'contest', null))
    const { id: _, recordedAt: __, supersedes: ___, ...was } = flopOf(register) as Claim
    expect(flopOf(after)).toMatchObject({ ...was, status: 'contested', reply: null })
  })

  it('withdraws with the source that says so', () => {
    const [change] = planOf(register, withdrawal(register, 'trainingComputeFlop')).changes
    expect(change?.after).toMatchObject({ value: null, status: 'withdrawn', source: { title: 'A report' } })
  })

  it('of a day of release moves what holds from it', () => {
    const edit = statement(register, { property: 'releasedOn', value: '2024-03-01', validFrom: '2024-03-01' })
    const after = edited(register, edit)
    const early = registerAsOf(after, { knownOn: dayOf(now), trueOn: dayOf('2024-03-02' as never) })
    expect(early.systems.get(systemId('alpha'))?.claims.get('trainingComputeFlop')?.value).toBe(1e25)
    expect(after.length - register.length).toBe(5)
    const undone = edited(after, undoOf(liveOf(after, alpha, 'releasedOn')))
    expect(liveOf(undone, alpha, 'name')?.validFrom).toBe('2024-05-01')
  })

  it.each<{ why: string; edit: Edit; place: string }>([
    { why: 'no number', edit: statement(register, { value: 'much' }), place: 'value' },
    { why: 'no value', edit: statement(register, { value: ' ' }), place: 'value' },
    { why: 'half an interval', edit: statement(register, { low: '1e25' }), place: 'high' },
    { why: 'an interval above its value', edit: statement(register, { low: '3e25', high: '4e25' }), place: 'low' },
    { why: 'an interval below its value', edit: statement(register, { low: '1e24', high: '1e25' }), place: 'high' },
    { why: 'a bound that is no number', edit: statement(register, { low: 'x', high: '4e25' }), place: 'low' },
    {
      why: 'an interval of a list',
      edit: statement(register, { property: 'domain', value: 'A', low: '1', high: '2' }),
      place: 'low'
    },
    { why: 'a day that is none', edit: statement(register, { validFrom: '2024-02-30' }), place: 'validFrom' },
    { why: 'a day to come', edit: statement(register, { validFrom: '2026-03-02' }), place: 'validFrom' },
    {
      why: 'a property of a group',
      edit: statement(register, { property: 'country', value: 'Chad' }),
      place: 'property'
    },
    { why: 'a reply of an editor', edit: doubt(register, 'contest', 'We say no.'), place: 'reply' },
    {
      why: 'to supersede nothing',
      edit: { ...statement(register, { property: 'hardware', value: 'TPU' }), kind: 'supersede' },
      place: 'kind'
    },
    { why: 'to add what is there', edit: { ...statement(register), kind: 'add' }, place: 'kind' },
    { why: 'a group that others name, away', edit: withdrawal(register, 'name', acme), place: 'property' },
    ...(
      [
        ['url', 'javascript:alert(1)'],
        ['url', 'ftp://example.org/'],
        ['url', 'https://user:secret@example.org/'],
        ['url', 'https://'],
        ['url', `https://example.org/${'x'.repeat(500)}`],
        ['title', ''],
        ['title', 'two\nlines'],
        ['title', 'hidden\u200bspace'],
        ['title', 'x'.repeat(301)],
        ['publisher', ' '],
        ['publisher', 'half a character \ud800'],
        ['publisher', 'Frown'],
        ['licence', 'x'.repeat(61)],
        ['derivedFrom', 'data:text/html,x'],
        ['publishedOn', 'lately'],
        ['accessedOn', '2026-03-02']
      ] as const
    ).map(([field, text]) => ({
      why: `a source with the ${field} ${JSON.stringify(text).slice(0, 40)}`,
      edit: statement(register, { source: { ...written, [field]: text } }),
      place: `source.${field}`
    }))
  ])('refuses $why, and names the place', ({ edit, place }) => {
    expect(refusal(register, edit)).toMatchObject({ code: 'register/invalid-claim', place })
  })

  it('is refused when another came first, and told what holds now', () => {
    const mine = statement(register)
    const theirs = edited(register, statement(register, { value: '3e25' }))
    const error = refusal(theirs, mine)
    expect(error).toMatchObject({ code: 'register/superseded', place: 'trainingComputeFlop' })
    expect(error.detail).toContain(flopOf(theirs)?.id)
  })

  it('that says what is said already changes nothing', () => {
    const again = edited(register, statement(register))
    expect(refusal(again, statement(again)).code).toBe('register/nothing-to-change')
    const contested = edited(register, doubt(register, 'contest', null))
    expect(refusal(contested, doubt(contested, 'contest', null)).code).toBe('register/nothing-to-change')
  })

  it.each([
    { subject: { kind: 'system', id: systemId('alfa') } as const, code: 'register/unknown-system' },
    { subject: { kind: 'group', id: groupId('constructor') } as const, code: 'register/unknown-group' }
  ])('of $subject.id is refused: $code', ({ subject, code }) => {
    expect(refusal(register, { ...statement(register), subject, property: 'name', expected: null }).code).toBe(code)
  })
})

describe('a reply', () => {
  const contested = edited(register, doubt(register, 'contest', 'Too high.\nBy half.'), spokesperson)

  it('stands with the value in the words of the group, its lines kept', () => {
    expect(said(flopOf(contested))).toEqual({ value: 1e25, status: 'contested', reply: 'Too high.\nBy half.' })
  })

  it('is replaced, and taken back with the contest that it began', () => {
    const other = edited(contested, doubt(contested, 'reply', 'Wrong unit.'), spokesperson)
    expect(said(flopOf(other))).toEqual({ value: 1e25, status: 'contested', reply: 'Wrong unit.' })
    const none = edited(other, doubt(other, 'reply', null), spokesperson)
    expect(said(flopOf(none))).toEqual({ value: 1e25, status: 'asserted', reply: null })
  })

  it('taken back leaves a contest that an editor began', () => {
    const doubted = edited(register, doubt(register, 'contest', null))
    const replied = edited(doubted, doubt(doubted, 'reply', 'We agree.'), spokesperson)
    const none = edited(replied, doubt(replied, 'reply', ' '), spokesperson)
    expect(said(flopOf(none))).toEqual({ value: 1e25, status: 'contested', reply: null })
  })

  it('stays with its value when an editor says the value again, and not with another value', () => {
    const surer = edited(contested, statement(contested, { value: '1e25', confidence: 'confident' }))
    expect(said(flopOf(surer))).toEqual({ value: 1e25, status: 'contested', reply: 'Too high.\nBy half.' })
    expect(said(flopOf(edited(contested, statement(contested))))).toEqual({
      value: 2e25,
      status: 'asserted',
      reply: null
    })
  })

  it('is not undone by an editor, neither put nor taken back', () => {
    expect(refusal(contested, undoOf(flopOf(contested)))).toMatchObject({
      code: 'register/invalid-claim',
      place: 'claim'
    })
    const none = edited(contested, doubt(contested, 'reply', null), spokesperson)
    expect(refusal(none, undoOf(flopOf(none)))).toMatchObject({ place: 'claim' })
  })

  it('comes back with the value that an editor withdrew and takes up again', () => {
    const gone = edited(contested, withdrawal(contested, 'trainingComputeFlop'))
    expect(said(flopOf(edited(gone, undoOf(gone.at(-1) ?? null))))).toEqual(said(flopOf(contested)))
  })

  it.each([
    { why: 'nothing', reply: '  ', by: spokesperson },
    { why: 'too much', reply: 'x'.repeat(2_001), by: spokesperson },
    { why: 'a bell', reply: 'a\u0007b', by: spokesperson },
    { why: 'a null', reply: 'a\u0000b', by: spokesperson },
    { why: 'a turned direction', reply: 'a\u202eb', by: spokesperson },
    { why: 'half a character', reply: 'a\udc00b', by: spokesperson }
  ])('of $why is refused', ({ reply, by }) => {
    expect(refusal(register, doubt(register, 'contest', reply), by)).toMatchObject({ place: 'reply' })
  })

  it.each(['ZWJ 👩‍👩‍👧', 'می‌خواهم', '<script>alert(1)</script>', '=1+1', 'x'.repeat(2_000)])('may be %s', reply => {
    expect(flopOf(edited(register, doubt(register, 'contest', reply), spokesperson))?.reply).toBe(reply)
  })

  it('to what is not contested is refused', () => {
    expect(refusal(register, doubt(register, 'reply', 'No.'), spokesperson).code).toBe('register/invalid-claim')
  })
})

describe('an undo', () => {
  it.each<{ why: string; edit: Edit }>([
    { why: 'a revision', edit: statement(register) },
    { why: 'a withdrawal', edit: withdrawal(register, 'trainingComputeFlop') },
    { why: 'a contest without a reply', edit: doubt(register, 'contest', null) }
  ])('of $why brings back value, source and status', ({ edit }) => {
    const after = edited(register, edit)
    const undone = edited(after, undoOf(after.at(-1) ?? null))
    const content = ({ id: _, recordedAt: __, supersedes: ___, ...rest }: Claim) => rest
    expect(content(flopOf(undone) as Claim)).toEqual(content(flopOf(register) as Claim))
  })

  it('of what was added makes it unknown again', () => {
    const added = edited(register, statement(register, { property: 'hardware', value: 'TPU' }))
    expect(liveOf(edited(added, undoOf(added.at(-1) ?? null)), alpha, 'hardware')).toBeNull()
  })

  it('of an undo brings back what was undone', () => {
    const after = edited(register, statement(register))
    const undone = edited(after, undoOf(flopOf(after)))
    expect(said(flopOf(edited(undone, undoOf(flopOf(undone)))))).toEqual(said(flopOf(after)))
  })

  it('is refused once a later entry has come', () => {
    const after = edited(register, statement(register))
    expect(refusal(after, undoOf(flopOf(register))).code).toBe('register/superseded')
  })

  it('of a claim that is not there is refused', () => {
    expect(refusal(register, { kind: 'undo', claim: '0'.repeat(32) as never }).code).toBe('register/unknown-claim')
  })

  it('of a whole subject takes it away, and brings it back', () => {
    const gone = edited(register, withdrawal(register, 'name'))
    const systems = (claims: readonly Claim[]) =>
      registerAsOf(claims, { knownOn: dayOf(now), trueOn: dayOf(now) }).systems.get(systemId('alpha'))
    expect(systems(gone)).toBeUndefined()
    const back = edited(
      gone,
      undoOf(gone.find(claim => claim.property === 'name' && claim.status === 'withdrawn') ?? null)
    )
    expect([...(systems(back)?.claims.keys() ?? [])].sort()).toEqual(
      [...(systems(register)?.claims.keys() ?? [])].sort()
    )
  })
})

describe('a new subject', () => {
  const gamma: Edit = {
    kind: 'addSubject',
    of: 'system',
    values: { name: 'Gamma +', releasedOn: '2025-07-01', developedBy: 'acme ai\nBUREAU', trainingComputeFlop: '3e25' },
    confidence: 'likely',
    validFrom: null,
    source: written
  }

  it('is listed with all that was said, from its release', () => {
    const plan = planOf(register, gamma)
    expect(plan.subject).toEqual({ kind: 'system', id: 'gamma-plus' })
    expect(plan.changes.map(({ after }) => [after.property, after.value, after.confidence])).toEqual([
      ['name', 'Gamma +', 'unknown'],
      ['releasedOn', '2025-07-01', 'unknown'],
      ['developedBy', ['acme', 'bureau'], 'unknown'],
      ['trainingComputeFlop', 3e25, 'likely']
    ])
    expect(plan.changes.every(({ after }) => after.validFrom === '2025-07-01')).toBe(true)
  })

  it('is undone whole by undoing its name', () => {
    const after = edited(register, gamma)
    const undone = edited(
      after,
      undoOf(after.find(({ subject, property }) => subject.id === 'gamma-plus' && property === 'name') ?? null)
    )
    expect(undone.filter(({ subject, status }) => subject.id === 'gamma-plus' && status === 'withdrawn')).toHaveLength(
      4
    )
  })

  it('gets an id that no page stands at', () => {
    const group: Edit = { ...gamma, of: 'group', values: { name: 'New' }, validFrom: '2025-01-01' }
    expect(planOf(register, group).subject.id).toBe('new-2')
  })

  it.each([
    { values: { name: undefined }, place: 'values.name' },
    { values: { releasedOn: undefined }, place: 'values.releasedOn' },
    { values: { releasedOn: '2026-03-02' }, place: 'values.releasedOn' },
    { values: { developedBy: 'nobody' }, place: 'values.developedBy' },
    { values: { developedBy: '' }, place: 'values.developedBy' },
    { values: { name: 'alpha' }, place: 'values.name' },
    { values: { name: 'x'.repeat(121) }, place: 'values.name' },
    { values: { trainingComputeFlop: '0' }, place: 'values.trainingComputeFlop' },
    { values: { country: 'Chad' }, place: 'values.country' },
    { values: { link: 'javascript:alert(1)' }, place: 'values.link' }
  ])('is refused with $values', ({ values, place }) => {
    expect(refusal(register, { ...gamma, values: { ...gamma.values, ...values } })).toMatchObject({ place })
  })
})

describe('who may', () => {
  const contested = edited(register, doubt(register, 'contest', null))
  const ofAcme = edited(register, doubt(register, 'contest', null, acme))
  const foreign: Person = { role: 'spokesperson', groupId: 'bureau' as GroupId }
  const part: Person = { role: 'spokesperson', groupId: 'acme-labs' as GroupId }
  const noGroup: Person = { role: 'spokesperson', groupId: null }
  const edits: readonly { kind: EditKind; claims: readonly Claim[]; edit: Edit }[] = [
    { kind: 'supersede', claims: register, edit: statement(register) },
    { kind: 'add', claims: register, edit: statement(register, { property: 'hardware', value: 'TPU' }) },
    { kind: 'contest', claims: register, edit: doubt(register, 'contest', null) },
    { kind: 'withdraw', claims: register, edit: withdrawal(register, 'trainingComputeFlop') },
    { kind: 'undo', claims: contested, edit: undoOf(flopOf(contested)) },
    {
      kind: 'addSubject',
      claims: register,
      edit: {
        kind: 'addSubject',
        of: 'group',
        values: { name: 'Delta' },
        confidence: 'unknown',
        validFrom: '2020-01-01',
        source: written
      }
    }
  ]

  it.each(edits.flatMap(one => ['editor', 'reviewer', 'operator'].map(role => ({ ...one, role }))))(
    '$role: $kind',
    ({ claims, edit, role }) => {
      expect(planOf(claims, edit, { role, groupId: null }).changes).not.toEqual([])
    }
  )

  it.each(
    edits.flatMap(one =>
      [
        { role: 'reader', groupId: null },
        { role: 'trustee', groupId: null },
        { role: 'organiser', groupId: 'acme' as GroupId },
        { role: 'constructor', groupId: null },
        foreign,
        part,
        noGroup
      ].map(by => ({ ...one, by }))
    )
  )('$by.role of $by.groupId may not $kind', ({ claims, edit, by }) => {
    expect(refusal(claims, edit, by).code).toBe('account/not-allowed')
  })

  it.each(edits.filter(({ kind }) => kind !== 'contest'))(
    'a spokesperson may not $kind on the own system',
    ({ claims, edit }) => {
      expect(refusal(claims, edit, spokesperson).code).toBe('account/not-allowed')
    }
  )

  it.each([
    { why: 'an editor', by: editor },
    { why: "another group's spokesperson", by: foreign }
  ])('$why may not reply for a group', ({ by }) => {
    expect(refusal(contested, doubt(contested, 'reply', 'Well.'), by).code).toBe('account/not-allowed')
    expect(refusal(ofAcme, doubt(ofAcme, 'reply', 'Well.', acme), by).code).toBe('account/not-allowed')
  })

  it('a spokesperson may reply on the group and its systems', () => {
    expect(flopOf(edited(contested, doubt(contested, 'reply', 'Well.'), spokesperson))?.reply).toBe('Well.')
    expect(liveOf(edited(ofAcme, doubt(ofAcme, 'reply', 'Well.', acme), spokesperson), acme, 'name')?.reply).toBe(
      'Well.'
    )
  })
})

describe('any row of edits', () => {
  const step = fc.record({
    kind: fc.constantFrom<EditKind>('supersede', 'contest', 'reply', 'withdraw', 'undo'),
    value: fc.constantFrom('1e25', '2e25', '3e25'),
    reply: fc.constantFrom(null, 'No.', 'Never.')
  })
  const editOf = (
    claims: readonly Claim[],
    { kind, value, reply }: { kind: EditKind; value: string; reply: string | null }
  ): Edit => {
    if (kind === 'undo') return undoOf(claims.findLast(({ property }) => property === 'trainingComputeFlop') ?? null)
    if (kind === 'withdraw') return withdrawal(claims, 'trainingComputeFlop')
    if (kind === 'contest' || kind === 'reply') return doubt(claims, kind, reply)
    return statement(claims, { value })
  }

  it('keeps every entry sound, one holding at most, and a reply the words of its group', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.boolean()), { maxLength: 12 }), steps => {
        let claims: readonly Claim[] = register
        let replied = new Set<string | null>([null])
        for (const [one, byGroup] of steps) {
          const by = byGroup ? spokesperson : editor
          const edit = editOf(claims, one)
          const before = claims
          try {
            claims = edited(claims, edit, by)
          } catch {
            continue
          }
          if (byGroup) replied = new Set([...replied, one.reply])
          expect(claims.slice(0, before.length)).toEqual(before)
          for (const claim of claims.slice(before.length)) expect(checkClaim(claim)).toBeNull()
          const superseded = new Set(claims.map(({ supersedes }) => supersedes))
          const heads = claims.filter(
            ({ id, property, subject }) =>
              !superseded.has(id) && property === 'trainingComputeFlop' && subject.id === 'alpha'
          )
          expect(heads).toHaveLength(1)
          expect(replied.has(flopOf(claims)?.reply ?? null)).toBe(true)
          const was = flopOf(before)
          const is = flopOf(claims)
          if (!byGroup && was && is && was.value === is.value && was.reply !== null) expect(is.reply).toBe(was.reply)
        }
      })
    )
  })
})
