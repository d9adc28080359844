import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { liveClaims, registerAsOf } from './as-of.ts'
import { claim, day, groupClaims, systemClaims, systemId } from './claims.fixture.ts'
import type { Instant } from './day.ts'
import { measured } from './measured.ts'

const first = claim({ value: 3.8e25 })
const revised = claim({ value: 2e25, recordedAt: '2025-06-01T12:00:00.000Z' as Instant, supersedes: first.id })
const withdrawn = claim({
  value: null,
  status: 'withdrawn',
  recordedAt: '2025-12-15T00:00:00.000Z' as Instant,
  supersedes: revised.id
})
const claims = [...groupClaims('acme'), ...systemClaims('alpha', {}), first, revised, withdrawn]

const flop = (knownOn: string, trueOn = '2026-01-01') => {
  const system = registerAsOf(claims, { knownOn: day(knownOn), trueOn: day(trueOn) }).systems.get(systemId('alpha'))
  return system && (measured(system, 'trainingComputeFlop')?.value ?? 'unknown')
}

describe('the register as known on a day', () => {
  it.each([
    { why: 'before anything was recorded, the system is not there', knownOn: '2024-12-31', flop: undefined },
    { why: 'the day of recording counts whole', knownOn: '2025-01-01', flop: 3.8e25 },
    { why: 'a later value is not known earlier', knownOn: '2025-05-31', flop: 3.8e25 },
    { why: 'a revision supersedes', knownOn: '2025-06-01', flop: 2e25 },
    { why: 'a withdrawal makes it unknown', knownOn: '2025-12-15', flop: 'unknown' }
  ])('$why', ({ knownOn, flop: expected }) => {
    expect(flop(knownOn)).toBe(expected)
  })

  it('leaves out what is not yet true of the world', () => {
    expect(flop('2025-05-31', '2024-04-30')).toBeUndefined()
    expect(flop('2025-05-31', '2024-05-01')).toBe(3.8e25)
  })

  it('takes the later truth where two hold, whichever was recorded first', () => {
    const closed = claim({ property: 'weightsAccess', value: 'API', recordedAt: '2025-03-01T00:00:00.000Z' as Instant })
    const open = claim({ property: 'weightsAccess', value: 'Open', validFrom: day('2024-09-01') })
    for (const order of [
      [closed, open],
      [open, closed]
    ]) {
      const view = (trueOn: string) =>
        registerAsOf([...claims, ...order], { knownOn: day('2025-05-01'), trueOn: day(trueOn) })
      expect(view('2024-08-31').systems.get(systemId('alpha'))?.claims.get('weightsAccess')?.value).toBe('API')
      expect(view('2024-09-01').systems.get(systemId('alpha'))?.claims.get('weightsAccess')?.value).toBe('Open')
    }
  })

  it('does not depend on the order of the claims', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(claims, { minLength: claims.length }),
        fc.constantFrom('2025-02-01', '2025-07-01', '2026-01-01'),
        (shuffled, known) => {
          const asOf = { knownOn: day(known), trueOn: day('2026-01-01') }
          const ids = (list: typeof claims) =>
            liveClaims(list, asOf)
              .map(({ id }) => id)
              .sort()
          expect(ids(shuffled)).toEqual(ids(claims))
        }
      )
    )
  })

  it('never changes what an earlier day knew, whatever is recorded later', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e30, noNaN: true }), value => {
        const later = claim({ value, recordedAt: '2025-12-16T00:00:00.000Z' as Instant, supersedes: first.id })
        const asOf = { knownOn: day('2025-12-15'), trueOn: day('2026-01-01') }
        expect(liveClaims([...claims, later], asOf)).toEqual(liveClaims(claims, asOf))
      })
    )
  })
})
