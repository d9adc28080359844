import { type Distribution, loadKernel, type ParameterName, parameterNames } from '@frown/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkValues,
  distributionFault,
  distributionsOf,
  type ParameterSet,
  parameterDefinitions,
  supportOf
} from './parameters.ts'
import { constants, smallGroups, smallSetup } from './small-race.fixture.ts'

const setOf = (distributions: Partial<Record<ParameterName, Distribution>>): ParameterSet => ({
  about: 'A test.',
  parameters: Object.entries(distributions).map(([name, distribution]) => ({
    name: name as ParameterName,
    distribution,
    grade: 'guess',
    source: 'a test',
    note: ''
  }))
})

describe('a set of parameters', () => {
  it('gives each its distribution', () => {
    expect(distributionsOf(setOf(smallSetup.parameters))).toEqual({ ok: true, value: smallSetup.parameters })
  })

  it('that lacks some is refused, naming them', () => {
    const { returns: _, catchUp: __, ...rest } = constants()
    expect(distributionsOf(setOf(rest))).toMatchObject({
      ok: false,
      error: { code: 'forecast/invalid', place: 'parameters', detail: 'parameters lacks returns, catchUp.' }
    })
  })

  it('with a name that is none, or one twice, is refused at its place', () => {
    const set = setOf(constants())
    const [first] = set.parameters
    if (!first) throw new Error('a parameter')
    const named = { ...first, name: '__proto__' as ParameterName }
    expect(distributionsOf({ ...set, parameters: [named, ...set.parameters] })).toMatchObject({
      ok: false,
      error: { place: 'parameters.0.name' }
    })
    expect(distributionsOf({ ...set, parameters: [...set.parameters, first] })).toMatchObject({
      ok: false,
      error: { place: 'parameters.26.name' }
    })
  })
})

describe('a distribution is refused', () => {
  it.each<{ why: string; name?: ParameterName; distribution: Distribution; place?: string }>([
    {
      why: 'that is no number',
      distribution: { kind: 'constant', value: Number.NaN },
      place: 'parameters.returns.value'
    },
    { why: 'whose low is above its high', distribution: { kind: 'uniform', low: 1, high: 0.5 } },
    { why: 'whose mode is outside', distribution: { kind: 'triangular', low: 0, mode: 3, high: 1 } },
    { why: 'that is lognormal from 0', distribution: { kind: 'lognormal90', p05: 0, p95: 1 } },
    { why: 'that is lognormal the wrong way round', distribution: { kind: 'lognormal90', p05: 2, p95: 1 } },
    {
      why: 'that takes ln of what may be 0',
      distribution: { kind: 'logOf', of: { kind: 'uniform', low: 0, high: 1 } }
    },
    { why: 'with no parts', distribution: { kind: 'mixture', of: [] } },
    {
      why: 'with a mixture within',
      distribution: {
        kind: 'mixture',
        of: [
          {
            weight: 1,
            distribution: { kind: 'mixture', of: [{ weight: 1, distribution: { kind: 'constant', value: 1 } }] }
          }
        ]
      },
      place: 'parameters.returns.of.0'
    },
    {
      why: 'with a weight of 0',
      distribution: { kind: 'mixture', of: [{ weight: 0, distribution: { kind: 'constant', value: 1 } }] },
      place: 'parameters.returns.of.0.weight'
    },
    { why: 'beyond what the model can run with', distribution: { kind: 'uniform', low: 0.1, high: 21 } },
    { why: 'of a share above 1', name: 'backfillShare', distribution: { kind: 'uniform', low: 0.5, high: 1.2 } },
    { why: 'of a time of 0', name: 'backfillYears', distribution: { kind: 'constant', value: 0 } }
  ])('$why', ({ name = 'returns', distribution, place = `parameters.${name}` }) => {
    expect(distributionFault(name, distribution)).toMatchObject({ code: 'forecast/invalid', place })
  })
})

it('values of a draw must be such as the model can run with', () => {
  const values = Object.fromEntries(
    Object.entries(constants()).map(([name, distribution]) => [
      name,
      distribution.kind === 'constant' ? distribution.value : 0
    ])
  ) as Record<ParameterName, number>
  expect(checkValues(values, 'parameters.0')).toBeNull()
  expect(checkValues({ ...values, substitution: 0 }, 'parameters.3')).toMatchObject({
    place: 'parameters.3.substitution'
  })
  expect(checkValues({ ...values, returns: Number.POSITIVE_INFINITY }, 'parameters.0')).not.toBeNull()
  for (const name of parameterNames)
    expect(parameterDefinitions[name].least).toBeLessThan(parameterDefinitions[name].most)
})

it('no draw lies outside the support of its distribution', async () => {
  const kernel = await loadKernel()
  const positive = fc.double({ min: 0.1, max: 3, noNaN: true })
  const simple: fc.Arbitrary<Distribution> = fc.oneof(
    positive.map(value => ({ kind: 'constant', value }) as const),
    fc.tuple(positive, positive).map(([low, more]) => ({ kind: 'uniform', low, high: low + more }) as const),
    fc.tuple(positive, positive).map(([p05, more]) => ({ kind: 'lognormal90', p05, p95: p05 * (1 + more) }) as const)
  )
  const any: fc.Arbitrary<Distribution> = fc.oneof(
    simple,
    simple.map(of => ({ kind: 'logOf', of }) as const),
    simple.map(of => ({ kind: 'ln2Over', of }) as const),
    fc
      .tuple(simple, fc.double({ min: -2, max: 2, noNaN: true }))
      .map(([of, by]) => ({ kind: 'scaled', by, of }) as const),
    fc.array(simple, { minLength: 1, maxLength: 3 }).map(parts => ({
      kind: 'mixture' as const,
      of: parts.map(distribution => ({ weight: 1, distribution }))
    }))
  )
  fc.assert(
    fc.property(any, fc.integer({ min: 0, max: 0xffffffff }), (distribution, seed) => {
      const [low, high] = supportOf(distribution)
      kernel.sample({ groups: smallGroups, parameters: { ...constants(), returns: distribution }, seed }, 0, 64)
      for (const value of kernel.values('returns')) {
        expect(value).toBeGreaterThanOrEqual(low - 1e-9)
        expect(value).toBeLessThanOrEqual(high + 1e-9)
      }
    }),
    { numRuns: 60 }
  )
})
