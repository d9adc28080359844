import { describe, expect, it } from 'vitest'
import {
  type CrossingPlan,
  columnAt,
  type Levers,
  leversOf,
  loadKernel,
  type RaceSetup,
  scenarioText,
  structureColumn,
  sweepHere
} from '../simulation/index.ts'
import { type ClaimAnswer, claimAnswer, claims } from './claims.ts'
import type { Asked, Tools } from './question.ts'
import { usualSetup } from './setup.fixture.ts'

const kernel = await loadKernel()
const tools: Tools = { kernel, sweep: sweepHere(kernel) }
const asked: Asked = { setup: usualSetup, draws: 512, delayYears: 5 }

async function answer(id: string, one: Asked = asked, by: Tools = tools): Promise<ClaimAnswer> {
  const claim = claims.find(other => other.id === id)
  if (!claim) throw new Error(`no claim ${id}`)
  const found = await claimAnswer(claim, one, by)
  if (!found.ok) throw new Error(found.error.detail)
  return found.value
}

const found = new Map<string, ClaimAnswer>()
for (const { id } of claims) found.set(id, await answer(id))
const answers = [...found.values()]

describe('at what is believed here', () => {
  it.each([
    { id: 'a-tenth-slows-a-little', verdict: 'holds' },
    { id: 'a-fifth-buys-five-years', verdict: 'doesNotHold' },
    { id: 'it-takes-nearly-everyone', verdict: 'turnsOn', on: ['algorithmGrowth', 'lnThresholdFlop', 'scaleUpLabour'] },
    { id: 'the-ablest-few-suffice', verdict: 'turnsOn', on: ['abilitySpread'] },
    { id: 'one-closes-others-take-over', verdict: 'holds' },
    { id: 'three-close-someone-does-it', verdict: 'holds' },
    { id: 'short-of-a-freeze-little', verdict: 'doesNotHold' },
    { id: 'careful-slow-careless-slow', verdict: 'turnsOn', on: ['transferShare'] },
    { id: 'even-slowing-favours-careless', verdict: 'turnsOn', on: ['choice'] },
    { id: 'cutting-off-undoes-the-lead', verdict: 'turnsOn', on: ['scaleUpLabour', 'algorithmGrowth'] },
    { id: 'alone-slowed-not-stopped', verdict: 'turnsOn', on: ['scaleUpLabour', 'transferShare'] },
    { id: 'secrecy-costs-the-secretive', verdict: 'holds' },
    { id: 'a-cap-is-dodged', verdict: 'turnsOn', on: ['setting', 'algorithmGrowth'] },
    { id: 'money-outweighs-frowning', verdict: 'turnsOn', on: ['investorResponse', 'scaleUpLabour'] },
    { id: 'good-small-models-slow-scaling', verdict: 'turnsOn', on: ['setting'] },
    { id: 'culture-is-quickest', verdict: 'turnsOn', on: ['setting', 'lnThresholdFlop'] },
    { id: 'work-finds-a-way', verdict: 'turnsOn', on: ['scaleUpLabour'] },
    { id: 'a-project-stays-secret', verdict: 'turnsOn', on: ['setting'] }
  ])('$id: $verdict $on', ({ id, verdict, on = [] }) => {
    const { mixed } = (found.get(id) as ClaimAnswer).verdict
    expect(mixed.verdict).toBe(verdict)
    expect(mixed.turnsOn.map(({ factor }) => factor)).toEqual(expect.arrayContaining(on))
  })

  it('a fifth buys the same here as when it is asked by itself', () => {
    const [first] = found.get('a-fifth-buys-five-years')?.measures ?? []
    const [low, high] = [0.06, 0.11]
    expect(first?.values.mixed?.median.value).toBeGreaterThan(low)
    expect(first?.values.mixed?.median.value).toBeLessThan(high)
    expect(Number(first?.values.complements?.median.value)).toBeGreaterThan(
      Number(first?.values.substitutes?.median.value)
    )
  })
})

/** Years to each crossing, made up; the baseline's are 10. */
type Made = (levers: Levers, setup: RaceSetup) => { first?: number; careful?: number; careless?: number }

/** A race whose crossings are what `made` says, one structure after the other. */
const madeTools = (made: Made): Tools => ({
  kernel,
  sweep: plan => {
    const { scenarios, draws, setup } = plan as CrossingPlan
    const columns = Array.from({ length: 1 + scenarios.length * 5 }, () => new Float64Array(draws).fill(10))
    columns[structureColumn] = Float64Array.from({ length: draws }, (_, draw) => draw % 2)
    scenarios.forEach((levers, at) => {
      if (Object.keys(levers).length === 0) return
      const { first = 10, careful = 10, careless = 10 } = made(levers, setup)
      columns[columnAt(at, 'first')]?.fill(first)
      columns[columnAt(at, 'firstCareful')]?.fill(careful)
      columns[columnAt(at, 'firstCareless')]?.fill(careless)
    })
    return Promise.resolve(columns)
  }
})
const never = Number.POSITIVE_INFINITY
const most = ({ refusal }: Levers) => Math.max(...(refusal?.share ?? [0]))
const asksAll = ({ refusal }: Levers) => (refusal?.share ?? []).every(share => share > 0)
const known = ({ parameters }: RaceSetup, name: 'abilityCorrelation' | 'returns' | 'spendGrowth' | 'transferShare') => {
  const distribution = parameters[name]
  return distribution.kind === 'constant' ? distribution.value : null
}

describe('with made numbers', () => {
  it.each<{ id: string; why: string; made: Made; verdict: string }>([
    { id: 'a-tenth-slows-a-little', why: 'a month', made: () => ({ first: 10.1 }), verdict: 'holds' },
    { id: 'a-tenth-slows-a-little', why: 'nothing', made: () => ({}), verdict: 'inPart' },
    { id: 'a-tenth-slows-a-little', why: 'a year', made: () => ({ first: 11 }), verdict: 'inPart' },
    { id: 'a-fifth-buys-five-years', why: 'five years', made: () => ({ first: 15 }), verdict: 'holds' },
    { id: 'a-fifth-buys-five-years', why: 'four years', made: () => ({ first: 14 }), verdict: 'doesNotHold' },
    { id: 'a-fifth-buys-five-years', why: 'beyond the horizon', made: () => ({ first: never }), verdict: 'holds' },
    {
      id: 'it-takes-nearly-everyone',
      why: 'only all of all',
      made: levers => ({ first: asksAll(levers) && most(levers) === 1 ? 20 : 11 }),
      verdict: 'holds'
    },
    { id: 'it-takes-nearly-everyone', why: 'not even all', made: () => ({ first: 11 }), verdict: 'inPart' },
    {
      id: 'the-ablest-few-suffice',
      why: 'they carry all',
      made: (_, setup) => ({ first: known(setup, 'abilityCorrelation') === 1 ? 20 : 11 }),
      verdict: 'holds'
    },
    {
      id: 'the-ablest-few-suffice',
      why: 'they are like others',
      made: levers => ({ first: 10 + most(levers) }),
      verdict: 'doesNotHold'
    },
    { id: 'one-closes-others-take-over', why: 'a month', made: () => ({ first: 10.1 }), verdict: 'holds' },
    { id: 'one-closes-others-take-over', why: 'two years', made: () => ({ first: 12 }), verdict: 'doesNotHold' },
    { id: 'three-close-someone-does-it', why: 'half a year', made: () => ({ first: 10.5 }), verdict: 'holds' },
    { id: 'three-close-someone-does-it', why: 'three years', made: () => ({ first: 13 }), verdict: 'inPart' },
    { id: 'three-close-someone-does-it', why: 'never', made: () => ({ first: never }), verdict: 'doesNotHold' },
    { id: 'short-of-a-freeze-little', why: 'a month each', made: () => ({ first: 10.1 }), verdict: 'holds' },
    {
      id: 'short-of-a-freeze-little',
      why: 'a year of one',
      made: ({ cap }) => ({ first: cap ? 11 : 10.1 }),
      verdict: 'doesNotHold'
    },
    { id: 'careful-slow-careless-slow', why: 'it is later', made: () => ({ careless: 11 }), verdict: 'holds' },
    { id: 'careful-slow-careless-slow', why: 'it is sooner', made: () => ({ careless: 9 }), verdict: 'doesNotHold' },
    {
      id: 'even-slowing-favours-careless',
      why: 'the careful lose more',
      made: () => ({ careful: 12, careless: 11 }),
      verdict: 'holds'
    },
    {
      id: 'even-slowing-favours-careless',
      why: 'all lose the same',
      made: () => ({ careful: 12, careless: 12 }),
      verdict: 'doesNotHold'
    },
    {
      id: 'cutting-off-undoes-the-lead',
      why: 'it loses all that it gained',
      made: ({ ostracism }) => ({ careful: 12, careless: ostracism ? 12 : 10 }),
      verdict: 'holds'
    },
    {
      id: 'cutting-off-undoes-the-lead',
      why: 'it loses half of it',
      made: ({ ostracism }) => ({ careful: 12, careless: ostracism ? 11 : 10 }),
      verdict: 'inPart'
    },
    { id: 'alone-slowed-not-stopped', why: 'later', made: () => ({ careless: 13 }), verdict: 'holds' },
    { id: 'alone-slowed-not-stopped', why: 'never', made: () => ({ careless: never }), verdict: 'inPart' },
    {
      id: 'alone-slowed-not-stopped',
      why: 'sooner, for those who join it',
      made: (_, setup) => ({ careless: known(setup, 'transferShare') === 0 ? 13 : 9 }),
      verdict: 'inPart'
    },
    {
      id: 'secrecy-costs-the-secretive',
      why: 'it loses more than others',
      made: () => ({ careful: 11, careless: 12 }),
      verdict: 'holds'
    },
    {
      id: 'secrecy-costs-the-secretive',
      why: 'it loses less than others',
      made: () => ({ careful: 13, careless: 12 }),
      verdict: 'inPart'
    },
    { id: 'a-cap-is-dodged', why: 'two years, however evaded', made: () => ({ first: 12 }), verdict: 'holds' },
    {
      id: 'a-cap-is-dodged',
      why: 'long unless evaded',
      made: ({ cap }) => ({ first: (cap?.evasionGrowth ?? 0) > 0.4 ? 11 : 30 }),
      verdict: 'turnsOn'
    },
    { id: 'a-cap-is-dodged', why: 'for good', made: () => ({ first: never }), verdict: 'doesNotHold' },
    { id: 'money-outweighs-frowning', why: 'nothing', made: () => ({}), verdict: 'holds' },
    { id: 'money-outweighs-frowning', why: 'six years', made: () => ({ first: 16 }), verdict: 'doesNotHold' },
    { id: 'good-small-models-slow-scaling', why: 'in any case', made: () => ({ first: 11 }), verdict: 'holds' },
    {
      id: 'good-small-models-slow-scaling',
      why: 'unless demand rebounds',
      made: ({ smallModels }) => ({ first: 10 + (smallModels?.substitution ?? 0) }),
      verdict: 'turnsOn'
    },
    {
      id: 'culture-is-quickest',
      why: 'it buys more',
      made: ({ refusal }) => ({ first: refusal ? 15 : 11 }),
      verdict: 'holds'
    },
    {
      id: 'culture-is-quickest',
      why: 'it buys nothing',
      made: ({ refusal }) => ({ first: refusal ? 10 : 11 }),
      verdict: 'doesNotHold'
    },
    { id: 'work-finds-a-way', why: 'people hardly matter', made: () => ({ first: 10.1 }), verdict: 'holds' },
    {
      id: 'work-finds-a-way',
      why: 'they do not where returns vanish',
      made: (_, setup) => ({ first: known(setup, 'returns') === 0.001 ? 10 : 12 }),
      verdict: 'inPart'
    }
  ])('$id: $verdict, if it is $why', async ({ id, made, verdict }) => {
    const { verdict: given } = await answer(id, { ...asked, draws: 64 }, madeTools(made))
    expect([given.mixed.verdict, given.substitutes.verdict, given.complements.verdict]).toEqual([
      verdict,
      verdict,
      verdict
    ])
  })

  it('tells the structures apart', async () => {
    const by = madeTools(() => ({}))
    const mixedSweep: Tools = {
      ...by,
      sweep: async plan => {
        const columns = await by.sweep(plan)
        columns[columnAt(1, 'first')] = Float64Array.from(columns[structureColumn] ?? [], one => (one === 1 ? 11 : 16))
        return columns
      }
    }
    const { verdict } = await answer('a-fifth-buys-five-years', { ...asked, draws: 64 }, mixedSweep)
    expect(verdict.substitutes.verdict).toBe('doesNotHold')
    expect(verdict.complements.verdict).toBe('holds')
    expect(['turnsOn', 'inPart']).toContain(verdict.mixed.verdict)
  })

  it('a horizon too near to tell is held against either verdict', async () => {
    const setup = { ...usualSetup, horizonYears: 12 }
    const { verdict, parts } = await answer(
      'a-fifth-buys-five-years',
      { ...asked, setup, draws: 64 },
      madeTools(() => ({ first: never }))
    )
    expect(parts[0]?.passing.mixed.undecided).toBe(1)
    expect(verdict.mixed.verdict).toBe('inPart')
  })
})

describe('the claims', () => {
  it('are eighteen, in order, each with its own name', () => {
    expect(claims.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, at) => at + 1))
    expect(new Set(claims.map(({ id }) => id)).size).toBe(18)
  })

  it('are run as scenarios that the race can run, each labelled', () => {
    for (const { runs, id, usesRace } of answers) {
      expect(runs.length > 0, id).toBe(usesRace)
      for (const run of runs) {
        expect(leversOf(run.scenario, usualSetup.groups).ok, id).toBe(true)
        expect(scenarioText(run.scenario, usualSetup.groups).length).toBeGreaterThan(0)
        expect(run.label.length).toBeGreaterThan(5)
      }
    }
  })

  it('quote nobody and name no group in any text', () => {
    const names = usualSetup.groups.filter(group => !group.isOpenCommunity).flatMap(({ id, name }) => [id, name])
    for (const { runs, ...rest } of answers) {
      const text = JSON.stringify([rest, runs.map(({ label }) => label)])
      for (const name of names) expect(text.toLowerCase(), rest.id).not.toContain(name.toLowerCase())
      for (const said of [rest.gist, rest.leftOut]) expect(said).toMatch(/^[^"“”„«»]{20,200}\.$/)
    }
  })

  it('take every leading group alike where one is picked out', () => {
    const leading = usualSetup.groups.filter(group => !group.isOpenCommunity).map(({ id }) => id)
    for (const { runs, id } of answers) {
      const uses = leading.map(one => runs.filter(run => run.carelessAt === one).length)
      expect(new Set(uses).size, id).toBe(1)
      const closed = leading.map(one => runs.filter(({ scenario }) => scenario.shutdown?.who.includes(one)).length)
      expect(new Set(closed).size, id).toBe(1)
    }
  })

  it('are answered with what JSON can hold, and a chart with every point in place', () => {
    for (const one of answers) {
      expect(JSON.parse(JSON.stringify(one)), one.id).toEqual(one)
      expect(JSON.stringify(one)).not.toMatch(/:null,"p95"|NaN/)
      expect(one.chart.points.length, one.id).toBeGreaterThanOrEqual(2)
      for (const { x, p50 } of one.chart.points) {
        expect(typeof x === 'string' || Number.isFinite(x)).toBe(true)
        expect(Number(p50)).not.toBeNaN()
      }
      for (const { passing } of one.parts)
        for (const { share } of [passing.mixed, passing.substitutes, passing.complements])
          for (const value of [share?.low, share?.value, share?.high]) {
            expect(Number(value)).toBeGreaterThanOrEqual(0)
            expect(Number(value)).toBeLessThanOrEqual(1)
          }
    }
  })

  it('are answered the same again, saying how far they are', async () => {
    const heard: number[] = []
    const again = await answer(
      'careful-slow-careless-slow',
      { ...asked, draws: 32 },
      {
        ...tools,
        onProgress: share => heard.push(share)
      }
    )
    expect(await answer('careful-slow-careless-slow', { ...asked, draws: 32 })).toEqual(again)
    expect(heard).toEqual([...heard].sort((a, b) => a - b))
    expect(heard.at(-1)).toBe(1)
  })

  it('are let go of when told to stop', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(answer('careful-slow-careless-slow', asked, { ...tools, signal })).rejects.toThrow('enough')
  })

  const lone = usualSetup.groups.slice(0, 1)
  it.each([
    {
      why: 'of a race too small',
      id: 'one-closes-others-take-over',
      one: { ...asked, setup: { ...usualSetup, groups: lone } },
      error: { code: 'forecast/invalid', place: 'setup.groups' }
    },
    {
      why: 'of no draws',
      id: 'a-project-stays-secret',
      one: { ...asked, draws: 0 },
      error: { code: 'forecast/invalid', place: 'draws' }
    },
    {
      why: 'of too many draws',
      id: 'a-fifth-buys-five-years',
      one: { ...asked, draws: 4_000_000 },
      error: { code: 'forecast/over-budget', place: 'draws' }
    },
    {
      why: 'of too many draws, in closed form too',
      id: 'a-project-stays-secret',
      one: { ...asked, draws: 1e9 },
      error: { code: 'forecast/over-budget', place: 'draws' }
    },
    {
      why: 'of a delay beyond the horizon',
      id: 'it-takes-nearly-everyone',
      one: { ...asked, delayYears: 41 },
      error: { code: 'forecast/invalid', place: 'delayYears' }
    }
  ])('are refused $why', async ({ id, one, error }) => {
    const claim = claims.find(other => other.id === id)
    if (!claim) throw new Error(`no claim ${id}`)
    expect(await claimAnswer(claim, one, tools)).toMatchObject({ ok: false, error })
  })
})
