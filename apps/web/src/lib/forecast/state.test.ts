import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDistribution, writeDistribution } from './distribution-code.ts'
import { type ForecastState, readState, scenarioOf, usualState, writeState } from './state.ts'

const known = ['a', 'b', 'open']
const paramsOf = (state: ForecastState): URLSearchParams =>
  new URLSearchParams(
    Object.entries(writeState(state)).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  )

const number = fc.double({ min: -1e3, max: 1e3, noNaN: true, noDefaultInfinity: true }).map(value => value + 0)
const plain = fc.oneof(
  number.map(value => ({ kind: 'constant', value }) as const),
  fc.tuple(number, number).map(([low, high]) => ({ kind: 'uniform', low, high }) as const),
  fc.tuple(number, number, number).map(([low, mode, high]) => ({ kind: 'triangular', low, mode, high }) as const),
  fc.tuple(number, number).map(([p05, p95]) => ({ kind: 'lognormal90', p05, p95 }) as const)
)
const distribution = fc.oneof(
  plain,
  plain.map(of => ({ kind: 'logOf', of }) as const),
  plain.map(of => ({ kind: 'ln2Over', of }) as const),
  fc.tuple(number, plain).map(([by, of]) => ({ kind: 'scaled', by, of }) as const),
  fc
    .array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), distribution: plain }), { minLength: 1, maxLength: 3 })
    .map(of => ({ kind: 'mixture', of }) as const)
)

it('a distribution is read as it was written', () => {
  fc.assert(
    fc.property(distribution, given => {
      expect(readDistribution(writeDistribution(given))).toEqual(given)
    })
  )
})

it.each([
  '',
  'uniform',
  'uniform,1',
  'uniform,1,x',
  'uniform,1,',
  'gauss,1,2',
  'logOf()',
  'mixture(1:mixture(1:constant,1))',
  'mixture()',
  'scaled(constant,1)',
  'toString,1',
  'logOf(uniform,1,2'
])('“%s” is no distribution', text => expect(readDistribution(text)).toBeNull())

describe('a state', () => {
  it('that is usual leaves the address empty, and an empty address is the usual state', () => {
    expect(paramsOf(usualState).toString()).toBe('')
    expect(readState(new URLSearchParams(), known)).toEqual({ state: usualState, faults: [] })
  })

  it('is read as it was written', () => {
    const share = fc.integer({ min: 0, max: 100 }).map(percent => percent / 100)
    const who = fc.constantFrom('leading' as const, 'everyone' as const, ['a'], ['a', 'open'])
    const states = fc.record({
      who,
      refuse: share,
      startYears: fc.integer({ min: 0, max: 10 }),
      rampYears: fc.integer({ min: 0, max: 10 }),
      investors: share,
      close: fc.constantFrom([], ['b'], ['a', 'b']),
      capFlop: fc.constantFrom(null, 1e26, 2.5e27),
      capWho: who,
      evasion: fc.constantFrom(1, 2, 3.5),
      evasionGrowth: fc.constantFrom(0, 0.3),
      small: fc.constantFrom(-0.5, 0, 0.25),
      thresholdFlop: fc.constantFrom(null, 1e31),
      delayYears: fc.constantFrom(0.5, 5),
      horizonYears: fc.constantFrom(20, 40),
      seed: fc.integer({ min: 0, max: 0xffffffff }),
      draws: fc.integer({ min: 50, max: 10_000 }),
      view: fc.constantFrom('mixed' as const, 'substitutes' as const, 'complements' as const),
      parameters: fc.dictionary(fc.constantFrom('returns', 'catchUp'), distribution, { noNullPrototype: true }),
      groups: fc.dictionary(fc.constantFrom('a', 'open'), fc.record({ care: share }), { noNullPrototype: true })
    }) as fc.Arbitrary<ForecastState>
    fc.assert(
      fc.property(states, state => {
        expect(readState(paramsOf(state), known)).toEqual({ state, faults: [] })
      })
    )
  })

  it('is never broken by an address, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), fc.string(), (pairs, text) => {
        const names = ['refuse', 'who', 'cap', 'view', 'close', 'p.returns', 'g.a.care', 'threshold', 'seed']
        const params = new URLSearchParams([...pairs, ...names.map(name => [name, text] as [string, string])])
        const { state, faults } = readState(params, known)
        expect(state.refuse).toBeGreaterThanOrEqual(0)
        expect(state.refuse).toBeLessThanOrEqual(1)
        expect(faults.every(fault => fault.length < 500)).toBe(true)
      })
    )
  })

  it('that closes groups and caps runs says so to the race', () => {
    expect(scenarioOf({ ...usualState, close: ['a'], capFlop: 1e27, small: -0.1, investors: 0.5 })).toEqual({
      refusal: { who: 'leading', share: 0.2, startYears: 0, rampYears: 1 },
      investorFrown: 0.5,
      shutdown: { who: ['a'], startYears: 0 },
      cap: { flop: 1e27, startYears: 0, covered: 'leading', evasion: 2, evasionGrowth: 0.3 },
      smallModels: { substitution: -0.1, startYears: 0, rampYears: 1 }
    })
  })
})
