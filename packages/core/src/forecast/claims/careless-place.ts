/**
 * Claims about one careless group among others: a generic one is put in each leading group's place in turn, and all
 * places count alike. No real group is said to be careless.
 */
import type { Scenario } from '../../simulation/index.ts'
import { above, below, delayOf, leadGain, slowed } from '../drawn.ts'
import type { RaceRun } from '../race-cases.ts'
import type { Claim, ClaimCase, FoundCase } from './claim.ts'
import { refusing, runAt } from './refusing.ts'

type Run = Omit<RaceRun, 'carelessAt'>

/** A case for each place: `runs` are given who is there, and who the others are. */
const places = (
  leading: readonly string[],
  all: readonly string[],
  runs: (place: string, others: readonly string[]) => readonly Run[]
): ClaimCase[] =>
  leading.map(place => ({
    runs: runs(
      place,
      all.filter(id => id !== place)
    ).map(run => ({ ...run, carelessAt: place }))
  }))

const cutOff = (who: string, access: number): Scenario => ({ ostracism: { who: [who], access, startYears: 0 } })
const own =
  (at: number) =>
  ({ runs }: FoundCase, draw: number): number =>
    delayOf(runAt(runs, at), draw, 'careless')
const others =
  (at: number) =>
  ({ runs }: FoundCase, draw: number): number =>
    delayOf(runAt(runs, at), draw, 'careful')
const gain =
  (at: number) =>
  ({ runs }: FoundCase, draw: number): number =>
    leadGain(runAt(runs, at), draw)

/** What still reaches a group that others tell nothing beyond what they publish. */
const publishedOnly = 0.3
const half = 0.5

export const carelessClaims: readonly Claim[] = [
  {
    id: 'careful-slow-careless-slow',
    number: 8,
    gist: 'If the careful slow down, so do the careless, since each lives on what the others find.',
    leftOut: 'Reactions: a careless group that sees the others slow down may hurry, or be let off pressure.',
    leastLeading: 2,
    plan: ({ leading }) => ({
      cases: places(leading, leading, (_, careful) => [
        { label: 'half of all other leading groups refuse', scenario: refusing(half, careful) },
        {
          label: 'the same, and nobody moves on to others',
          scenario: refusing(half, careful),
          fixed: { transferShare: 0 }
        }
      ]),
      parts: [
        {
          says: 'the careless group crosses later',
          passes: ({ runs }, draw) => slowed(runAt(runs, 0), draw, 'careless')
        }
      ],
      measures: [
        { label: 'delay of the careless group', unit: 'years', at: 'the careless', of: own(0) },
        { label: 'delay of the first of the careful', unit: 'years', at: 'the careful', of: others(0) },
        {
          label: 'delay of the careless group if nobody moved on',
          unit: 'years',
          at: 'the careless, if nobody moved on',
          of: own(1)
        }
      ],
      chart: { x: 'who is delayed', y: 'years later' }
    })
  },
  {
    id: 'even-slowing-favours-careless',
    number: 9,
    gist: 'A slowdown that is the same for all puts the careless further ahead of the rest, or less far behind.',
    leftOut: 'That care itself costs time: in the model the careless run no faster than the careful.',
    leastLeading: 2,
    plan: ({ leading, everyone }) => ({
      cases: places(leading, everyone, () => [
        { label: 'half of everyone refuse', scenario: refusing(half, 'everyone') }
      ]),
      parts: [
        {
          says: 'the careless group’s lead over the first of the careful grows',
          passes: ({ runs }, draw) => above(leadGain(runAt(runs, 0), draw), 0)
        }
      ],
      measures: [
        { label: 'what the careless group’s lead gains', unit: 'years', at: 'lead gained', of: gain(0) },
        { label: 'delay of the careless group', unit: 'years', at: 'careless delayed', of: own(0) },
        { label: 'delay of the first of the careful', unit: 'years', at: 'careful delayed', of: others(0) }
      ],
      chart: { x: 'what changes', y: 'years' }
    })
  },
  {
    id: 'cutting-off-undoes-the-lead',
    number: 10,
    gist: 'Where the others slow down, telling a reckless group no more than is printed takes away what it gains by that.',
    leftOut: 'Which knowledge is tacit, how it leaks, and that a group cut off may find partners elsewhere.',
    leastLeading: 2,
    plan: ({ leading }) => ({
      cases: places(leading, leading, (place, careful) => {
        const slower = refusing(half, careful)
        return [
          { label: 'half of all other leading groups refuse', scenario: slower },
          {
            label: 'the same, and the careless group learns only what is published',
            scenario: { ...slower, ...cutOff(place, publishedOnly) }
          },
          {
            label: 'half of everyone refuse',
            scenario: refusing(half, 'everyone')
          },
          {
            label: 'half of everyone refuse, and the careless group learns only what is published',
            scenario: { ...refusing(half, 'everyone'), ...cutOff(place, publishedOnly) }
          }
        ]
      }),
      parts: [
        {
          says: 'cutting it off takes from the careless group’s lead',
          passes: (found, draw) => below(gain(1)(found, draw) - gain(0)(found, draw), 0)
        },
        {
          says: 'of what it had gained, nothing is left',
          passes: ({ runs }, draw) => {
            const gained = leadGain(runAt(runs, 0), draw)
            if (gained <= 0) return null
            return Number.isNaN(gained) ? Number.NaN : below(leadGain(runAt(runs, 1), draw), 1e-9)
          }
        }
      ],
      measures: [
        { label: 'lead gained, cut off', unit: 'years', at: 'others slow, cut off', of: gain(1) },
        { label: 'lead gained, not cut off', unit: 'years', at: 'others slow', of: gain(0) },
        { label: 'lead gained when all slow, not cut off', unit: 'years', at: 'all slow', of: gain(2) },
        { label: 'lead gained when all slow, cut off', unit: 'years', at: 'all slow, cut off', of: gain(3) }
      ],
      chart: { x: 'what is done', y: 'years of lead gained' }
    })
  },
  {
    id: 'alone-slowed-not-stopped',
    number: 11,
    gist: 'One that goes on alone, shunned by all, cannot be stopped that way; but it gets there later.',
    leftOut: 'Chips, power and money that others could withhold, and any force of law.',
    leastLeading: 2,
    plan: ({ leading, everyone }) => ({
      cases: places(leading, everyone, (place, rest) => {
        const scenario = { shutdown: { who: rest, startYears: 0 }, ...cutOff(place, 0) }
        return [
          { label: 'all others stop, and it gets nothing of theirs', scenario },
          { label: 'the same, and nobody goes over to it', scenario, fixed: { transferShare: 0 } }
        ]
      }),
      parts: [
        {
          says: 'it crosses within the horizon, where it would have',
          passes: ({ runs }, draw) => {
            const { baseline, scenario } = runAt(runs, 1)
            if (baseline.careless[draw] === Number.POSITIVE_INFINITY) return null
            return Number(scenario.careless[draw] !== Number.POSITIVE_INFINITY)
          }
        },
        {
          says: 'it crosses later, when nobody goes over to it',
          passes: ({ runs }, draw) => slowed(runAt(runs, 1), draw, 'careless')
        },
        {
          says: 'it crosses later, when people go over to it as they are believed to',
          passes: ({ runs }, draw) => slowed(runAt(runs, 0), draw, 'careless')
        }
      ],
      measures: [
        { label: 'delay of the lone group, nobody going over', unit: 'years', at: 'nobody goes over', of: own(1) },
        {
          label: 'delay of the lone group, people going over as believed',
          unit: 'years',
          at: 'as believed',
          of: own(0)
        }
      ],
      chart: { x: 'who goes over to it', y: 'years later' }
    })
  },
  {
    id: 'secrecy-costs-the-secretive',
    number: 12,
    gist: 'A group that tells nobody anything harms its own progress, and not only that of others.',
    leftOut:
      'What secrecy does within a group; here it costs the secretive only by being answered in kind, since what a group publishes feeds others alone.',
    leastLeading: 2,
    plan: ({ leading, everyone }) => ({
      cases: places(leading, everyone, place => [
        { label: 'it tells nothing, and nothing is told to it', scenario: cutOff(place, 0) },
        {
          label: 'its results reach nobody: to the others, as if it were not there',
          scenario: { shutdown: { who: [place], startYears: 0 } },
          fixed: { transferShare: 0 }
        },
        { label: 'it tells nothing, and half as much is told to it', scenario: cutOff(place, half) }
      ]),
      parts: [
        {
          says: 'answered in kind, it crosses later',
          passes: ({ runs }, draw) => slowed(runAt(runs, 0), draw, 'careless')
        },
        {
          says: 'that costs it more than its silence costs the first of the others',
          passes: (found, draw) => above(own(0)(found, draw) - others(1)(found, draw), 0)
        }
      ],
      measures: [
        { label: 'delay of the secretive group, answered in kind', unit: 'years', at: 'the secretive', of: own(0) },
        { label: 'delay of the first of the others by its silence', unit: 'years', at: 'the others', of: others(1) },
        { label: 'delay of the secretive group, answered by half', unit: 'years', at: 'answered by half', of: own(2) }
      ],
      chart: { x: 'who is delayed', y: 'years later' }
    })
  }
]
