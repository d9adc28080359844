import { describe, expect, it } from 'vitest'
import { type Distribution, loadKernel, type RaceSetup, type Structure } from '../simulation/index.ts'
import { ofStructure } from './of-structure.ts'
import { usualSetup } from './setup.fixture.ts'

const kernel = await loadKernel()
const complements: Distribution = { kind: 'lognormal90', p05: 0.1, p95: 0.5 }
const substitutes: Distribution = { kind: 'lognormal90', p05: 1.5, p95: 3.5 }
const other: Distribution = { kind: 'triangular', low: 1, mode: 2, high: 3 }
const straddling: Distribution = { kind: 'uniform', low: 0.5, high: 2 }
const mixture = (...of: Distribution[]): Distribution => ({
  kind: 'mixture',
  of: of.map((distribution, part) => ({ weight: part + 1, distribution }))
})
const withSubstitution = (substitution: Distribution): RaceSetup => ({
  ...usualSetup,
  parameters: { ...usualSetup.parameters, substitution }
})

describe('the race of one structure', () => {
  it.each<{ why: string; of: Distribution; structure: Structure; left: Distribution | null }>([
    {
      why: 'keeps the part above 1',
      of: mixture(complements, substitutes),
      structure: 'substitutes',
      left: substitutes
    },
    {
      why: 'keeps the part below 1',
      of: mixture(complements, substitutes),
      structure: 'complements',
      left: complements
    },
    {
      why: 'keeps several parts with their weights',
      of: mixture(substitutes, complements, other),
      structure: 'substitutes',
      left: {
        kind: 'mixture',
        of: [
          { weight: 1, distribution: substitutes },
          { weight: 3, distribution: other }
        ]
      }
    },
    { why: 'is the race itself where all is of it', of: substitutes, structure: 'substitutes', left: substitutes },
    {
      why: 'counts 1 itself below',
      of: { kind: 'constant', value: 1 },
      structure: 'complements',
      left: { kind: 'constant', value: 1 }
    },
    { why: 'is not there where nothing is of it', of: substitutes, structure: 'complements', left: null },
    {
      why: 'cannot be told where a part lies on both sides',
      of: mixture(complements, straddling),
      structure: 'complements',
      left: null
    }
  ])('$why', ({ of, structure, left }) => {
    expect(ofStructure(withSubstitution(of), structure)?.parameters.substitution ?? null).toEqual(left)
  })

  it('changes nothing else', () => {
    const setup = ofStructure(usualSetup, 'complements')
    expect({
      ...setup,
      parameters: { ...setup?.parameters, substitution: usualSetup.parameters.substitution }
    }).toEqual(usualSetup)
  })

  it('has elasticities on its side alone, but for a tail', () => {
    for (const structure of ['substitutes', 'complements'] as const) {
      const setup = ofStructure(usualSetup, structure)
      if (!setup) throw new Error('a setup')
      kernel.sample(setup, 0, 256)
      const there = kernel.values('substitution').filter(value => value > 1 === (structure === 'substitutes'))
      expect(there.length).toBeGreaterThanOrEqual(254)
    }
  })
})
