/**
 * Claims about how many must refuse, and who.
 */
import type { Scenario } from '../../simulation/index.ts'
import { above, delayOf, delaysBy, not, slowed } from '../drawn.ts'
import type { RaceRun } from '../race-cases.ts'
import type { Claim, FoundCase } from './claim.ts'

/** What counts as little, as a couple of months, and as a few years: choices of ours, named in each test. */
export const littleYears = 0.5
export const coupleOfMonthsYears = 0.25
export const fewYears = 5

const rampYears = 1
const yearsLater = 'years later'

export const refusing = (share: number, who: 'leading' | 'everyone' | readonly string[]): Scenario => ({
  refusal: { who, share, startYears: 0, rampYears }
})

const percent = (share: number): string => `${Math.round(share * 100)}%`
const refusal = (share: number, who: 'leading' | 'everyone'): RaceRun => ({
  label: `${percent(share)} of ${who === 'leading' ? 'the leading groups' : 'everyone'} refuse`,
  scenario: refusing(share, who)
})

/** Years of delay of the run at this place; the run `undefined` of a plan with fewer would be a bug. */
export const delayAt =
  (at: number) =>
  ({ runs }: FoundCase, draw: number): number =>
    delayOf(runAt(runs, at), draw)

export function runAt<T>(runs: readonly T[], at: number): T {
  const run = runs[at]
  if (run === undefined) throw new Error(`a claim has no run ${at}`)
  return run
}

const shares = [0.1, 0.2, 0.3, 0.5, 0.75, 1]
const delayMeasures = (runs: readonly RaceRun[], at: readonly (number | string)[]) =>
  runs.map(({ label }, index) => ({ label, unit: 'years', at: at[index], of: delayAt(index) }))

export const refusingClaims: readonly Claim[] = [
  {
    id: 'a-tenth-slows-a-little',
    number: 1,
    gist: 'A tenth of the people at the front need only stay away, and progress slows: not by much, but it slows.',
    leftOut: 'Morale, attention and imitation: that a tenth leaves may move the others more than its work is missed.',
    leastLeading: 1,
    plan: ({ horizonYears }) => {
      const runs = [0.1, 0.05, 0.2].map(share => refusal(share, 'leading'))
      return {
        cases: [{ runs }],
        parts: [
          { says: 'the first crossing comes later', passes: ({ runs }, draw) => slowed(runAt(runs, 0), draw) },
          {
            says: `it comes less than ${littleYears} years later`,
            passes: ({ runs }, draw) => not(delaysBy(runAt(runs, 0), draw, littleYears, horizonYears))
          }
        ],
        measures: delayMeasures(runs, [0.1, 0.05, 0.2]),
        chart: { x: 'share of the leading groups that refuses', y: yearsLater }
      }
    }
  },
  {
    id: 'a-fifth-buys-five-years',
    number: 2,
    gist: 'One in five at the leading groups refusing would put the arrival off by about five years.',
    leftOut:
      'What follows from refusal in politics and among the public, which could weigh more than the work that is lost.',
    leastLeading: 1,
    plan: ({ horizonYears }) => {
      const order = [0.2, ...shares.filter(share => share !== 0.2)]
      const runs = [...order.map(share => refusal(share, 'leading')), refusal(0.2, 'everyone')]
      return {
        cases: [{ runs }],
        parts: [
          {
            says: `the first crossing comes at least ${fewYears} years later`,
            passes: ({ runs }, draw) => delaysBy(runAt(runs, 0), draw, fewYears, horizonYears)
          }
        ],
        measures: delayMeasures(runs, order),
        chart: { x: 'share of the leading groups that refuses', y: yearsLater }
      }
    }
  },
  {
    id: 'it-takes-nearly-everyone',
    number: 3,
    gist: 'A long delay needs practically all who could do the work, and not only those of the best-known groups.',
    leftOut: 'That it may be hard to know who could do the work, and that the last to be asked are unlike the first.',
    leastLeading: 1,
    plan: ({ horizonYears, delayYears }) => {
      const wide = [0.9, 1, 0.5, 0.75]
      const runs = [...wide.map(share => refusal(share, 'everyone')), refusal(1, 'leading')]
      return {
        cases: [{ runs }],
        parts: [
          {
            says: `nine in ten of everyone do not buy ${delayYears} years`,
            passes: ({ runs }, draw) => not(delaysBy(runAt(runs, 0), draw, delayYears, horizonYears))
          },
          {
            says: `all of the leading groups do not buy ${delayYears} years`,
            passes: ({ runs }, draw) => not(delaysBy(runAt(runs, 4), draw, delayYears, horizonYears))
          },
          {
            says: `everyone does buy ${delayYears} years`,
            passes: ({ runs }, draw) => delaysBy(runAt(runs, 1), draw, delayYears, horizonYears)
          }
        ],
        measures: delayMeasures(runs, wide),
        chart: { x: 'share of everyone that refuses', y: yearsLater }
      }
    }
  },
  {
    id: 'the-ablest-few-suffice',
    number: 4,
    gist: 'It is enough to win over the few who get most done, if it is truly they who refuse.',
    leftOut:
      'Teams: whether the ablest are as able without those around them, or those around them without the ablest.',
    leastLeading: 1,
    plan: ({ horizonYears, delayYears }) => {
      const few = 0.05
      const runs: RaceRun[] = [
        { ...refusal(few, 'leading'), label: 'the ablest 5% refuse', fixed: { abilityCorrelation: 1 } },
        { ...refusal(few, 'leading'), label: 'any 5% refuse', fixed: { abilityCorrelation: 0 } },
        { ...refusal(4 * few, 'leading'), label: 'any 20% refuse', fixed: { abilityCorrelation: 0 } },
        { ...refusal(4 * few, 'leading'), label: 'the ablest 20% refuse', fixed: { abilityCorrelation: 1 } },
        { ...refusal(few, 'everyone'), label: 'the ablest 5% of everyone refuse', fixed: { abilityCorrelation: 1 } }
      ]
      return {
        cases: [{ runs }],
        parts: [
          {
            says: 'the ablest twentieth buys at least as much as a fifth taken at random',
            passes: ({ runs }, draw) => not(above(delayOf(runAt(runs, 2), draw) - delayOf(runAt(runs, 0), draw), 0))
          },
          {
            says: `the ablest twentieth of everyone buys ${delayYears} years`,
            passes: ({ runs }, draw) => delaysBy(runAt(runs, 4), draw, delayYears, horizonYears)
          }
        ],
        measures: delayMeasures(
          runs,
          runs.map(({ label }) => label)
        ),
        chart: { x: 'who refuses', y: yearsLater }
      }
    }
  },
  {
    id: 'work-finds-a-way',
    number: 17,
    gist: 'The systems want to work: so many paths lead on that how many people look for them hardly matters.',
    leftOut: 'That a path may need one insight which only few could have, so that luck and not returns would decide.',
    leastLeading: 1,
    plan: ({ horizonYears, belief }) => {
      const { p05, p95 } = belief('returns')
      const half = refusing(0.5, 'everyone')
      const at = [0.001, Number(p05.toPrecision(3)), Number(p95.toPrecision(3))]
      const runs: RaceRun[] = [
        { label: 'half of everyone refuse', scenario: half },
        ...at.map(returns => ({
          label: `half of everyone refuse, returns to research input ${returns}`,
          scenario: half,
          fixed: { returns }
        })),
        {
          label: 'half of everyone refuse, returns near 0, scaling up needs no people',
          scenario: half,
          fixed: { returns: 0.001, scaleUpLabour: 0 }
        }
      ]
      return {
        cases: [{ runs }],
        parts: [
          {
            says: `with returns near 0, half of everyone refusing costs less than ${littleYears} years`,
            passes: ({ runs }, draw) => not(delaysBy(runAt(runs, 1), draw, littleYears, horizonYears))
          },
          {
            says: `with returns as believed, it costs less than ${littleYears} years`,
            passes: ({ runs }, draw) => not(delaysBy(runAt(runs, 0), draw, littleYears, horizonYears))
          }
        ],
        measures: delayMeasures(runs, ['as believed', ...at, 'near 0, and scaling up needs no people']),
        chart: { x: 'returns to research input', y: yearsLater }
      }
    }
  }
]
