/**
 * Claims about groups that close, whichever they are: every choice of them counts alike, so that none is singled out.
 */
import type { Scenario } from '../../simulation/index.ts'
import { delayOf, delaysBy, not } from '../drawn.ts'
import { choicesOf, type RaceRun } from '../race-cases.ts'
import type { Claim, ClaimCase } from './claim.ts'
import { coupleOfMonthsYears, delayAt, littleYears, refusing, runAt } from './refusing.ts'

const closed = (who: readonly string[]): Scenario => ({ shutdown: { who, startYears: 0 } })

/** Closing each choice of `count`, with people who move on as believed, and with none who do. */
const closingCases = (leading: readonly string[], count: number): ClaimCase[] =>
  choicesOf(leading, count).map(who => ({
    runs: [
      { label: `${count} of the leading groups close`, scenario: closed(who) },
      { label: `${count} close, and nobody moves on to others`, scenario: closed(who), fixed: { transferShare: 0 } }
    ]
  }))

const closingMeasures = [
  { label: 'delay, people moving on as believed', unit: 'years', at: 'as believed', of: delayAt(0) },
  { label: 'delay if nobody moved on to others', unit: 'years', at: 'nobody', of: delayAt(1) }
]
const chart = { x: 'who moves on to other groups', y: 'years later' }

/** All that is short of a freeze: some groups, some people, some rules. */
function shortOfFreeze(leading: readonly string[]): RaceRun[] {
  return [
    { label: '10% of the leading groups refuse', scenario: refusing(0.1, 'leading') },
    { label: 'half of the leading groups refuse', scenario: refusing(0.5, 'leading') },
    { label: 'all of the leading groups refuse', scenario: refusing(1, 'leading') },
    {
      label: 'all of the leading groups refuse, investors following',
      scenario: { ...refusing(1, 'leading'), investorFrown: 1 }
    },
    {
      label: 'a cap of 1e27 FLOP on everyone from year 1, evasion doubling every year',
      scenario: { cap: { flop: 1e27, startYears: 1, covered: 'everyone', evasion: 1, evasionGrowth: Math.LN2 } }
    },
    {
      label: 'small models take 30% of spending growth',
      scenario: { smallModels: { substitution: 0.3, startYears: 0, rampYears: 2 } }
    },
    { label: 'half of everyone refuse', scenario: refusing(0.5, 'everyone') },
    ...(leading.length > 1 ? [{ label: 'every leading group closes', scenario: closed(leading) }] : [])
  ]
}

export const closingClaims: readonly Claim[] = [
  {
    id: 'one-closes-others-take-over',
    number: 5,
    gist: 'When one of the leading groups closes, the rest do what it would have done, nearly as soon.',
    leftOut: 'What a group does that nobody else does, and what its closing tells all others.',
    leastLeading: 2,
    plan: ({ leading, horizonYears }) => ({
      cases: closingCases(leading, 1),
      parts: [
        {
          says: `the first crossing comes less than ${littleYears} years later`,
          passes: ({ runs }, draw) => not(delaysBy(runAt(runs, 0), draw, littleYears, horizonYears))
        }
      ],
      measures: closingMeasures,
      chart
    })
  },
  {
    id: 'three-close-someone-does-it',
    number: 6,
    gist: 'When three of the leading groups close, somebody else gets there.',
    leftOut: 'That three closings at once would change laws, prices and what the others dare.',
    leastLeading: 4,
    plan: ({ leading, horizonYears }) => ({
      cases: closingCases(leading, 3),
      parts: [
        {
          says: 'somebody crosses within the horizon nonetheless',
          passes: ({ runs }, draw) => {
            const { baseline, scenario } = runAt(runs, 0)
            if (baseline.first[draw] === Number.POSITIVE_INFINITY) return null
            return Number(scenario.first[draw] !== Number.POSITIVE_INFINITY)
          }
        },
        {
          says: 'it takes less than a year longer',
          passes: ({ runs }, draw) => not(delaysBy(runAt(runs, 0), draw, 1, horizonYears))
        }
      ],
      measures: closingMeasures,
      chart
    })
  },
  {
    id: 'short-of-a-freeze-little',
    number: 7,
    gist: 'Unless everything is frozen, no measure buys more than a few months.',
    leftOut: 'Measures that the model has no lever for, and mixes of those that it has.',
    leastLeading: 1,
    plan: ({ leading, horizonYears }) => {
      const runs = shortOfFreeze(leading)
      return {
        cases: [{ runs }],
        parts: [
          {
            says: `each measure tried buys less than ${coupleOfMonthsYears} years`,
            passes: ({ runs }, draw) => {
              const reached = runs.map(run => delaysBy(run, draw, coupleOfMonthsYears, horizonYears))
              if (reached.includes(1)) return 0
              return reached.some(Number.isNaN) ? Number.NaN : 1
            }
          }
        ],
        measures: [
          {
            label: 'delay of whichever measure buys most',
            unit: 'years',
            of: ({ runs }, draw) => Math.max(...runs.map(run => delayOf(run, draw)))
          },
          ...runs.map(({ label }, at) => ({ label, unit: 'years', at: label, of: delayAt(at) }))
        ],
        chart: { x: 'measure', y: 'years later' }
      }
    }
  }
]
