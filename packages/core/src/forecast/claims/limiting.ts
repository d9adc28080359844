/**
 * Claims about rules, money and technology.
 */
import { approachRun, usualApproaches } from '../approaches.ts'
import { above, delaysBy, not, seenDelayOf, slowed } from '../drawn.ts'
import type { RaceRun } from '../race-cases.ts'
import type { Claim, FoundCase } from './claim.ts'
import { delayAt, fewYears, refusing, runAt } from './refusing.ts'

const capFlop = 1e27
/** ln per year: never evaded, by a fifth more, two thirds more, 2.7 times as much every year. */
const evasionGrowths = [0, 0.2, 0.5, 1]
/** Around the lead time of the usual approach. */
const capLeadYears = [2, 4, 6]
const smallModelShares = [-0.3, -0.15, 0.15, 0.3]

const approach = (id: string) => {
  const found = usualApproaches.find(one => one.id === id)
  if (!found) throw new Error(`no approach ${id}`)
  return found
}

export const limitingClaims: readonly Claim[] = [
  {
    id: 'a-cap-is-dodged',
    number: 13,
    gist: 'A limit on the size of models or of their training is got round within a few years.',
    leftOut: 'How a cap is enforced, and what getting round it does to the quality of what is trained.',
    leastLeading: 1,
    plan: ({ horizonYears }) => ({
      cases: evasionGrowths.map(evasionGrowth => ({
        setting: evasionGrowth,
        runs: [
          {
            label: `a cap of 1e27 FLOP on everyone from year 1, evasion growing by ${evasionGrowth} (ln) a year`,
            scenario: { cap: { flop: capFlop, startYears: 1, covered: 'everyone', evasion: 1, evasionGrowth } }
          }
        ]
      })),
      setting: { label: 'growth of evasion', unit: 'ln per year' },
      parts: [
        {
          says: `the cap buys less than ${fewYears} years`,
          passes: ({ runs }, draw) => not(delaysBy(runAt(runs, 0), draw, fewYears, horizonYears))
        }
      ],
      measures: evasionGrowths.map(evasionGrowth => ({
        label: `delay, evasion growing by ${evasionGrowth} (ln) a year`,
        unit: 'years',
        at: evasionGrowth,
        setting: evasionGrowth,
        of: delayAt(0)
      })),
      chart: { x: 'growth of evasion, ln per year', y: 'years later' }
    })
  },
  {
    id: 'money-outweighs-frowning',
    number: 14,
    gist: 'What there is to be earned weighs more than being frowned upon, even by investors.',
    leftOut: 'Why spending grows, and that investors who leave are replaced by others at a price.',
    leastLeading: 1,
    plan: ({ belief, horizonYears, delayYears }) => {
      const { p05, p95 } = belief('spendGrowth')
      const half = refusing(0.5, 'leading')
      const frowned = { ...half, investorFrown: 1 }
      const runs: RaceRun[] = [
        { label: 'half of the leading groups refuse, investors following', scenario: frowned },
        { label: 'the same, spending under strong pressure to grow', scenario: frowned, fixed: { spendGrowth: p95 } },
        { label: 'nothing is done, spending under weak pressure to grow', scenario: {}, fixed: { spendGrowth: p05 } },
        { label: 'half of the leading groups refuse, investors not following', scenario: half }
      ]
      const outweighs = ({ runs }: FoundCase, draw: number) =>
        (runAt(runs, 1).scenario.first[draw] as number) - (runAt(runs, 2).scenario.first[draw] as number)
      return {
        cases: [{ runs }],
        parts: [
          {
            says: 'frowned upon but pressed hard, somebody crosses no later than left alone but pressed little (spending growth at its 95th and its 5th percentile)',
            passes: (found, draw) => {
              const later = outweighs(found, draw)
              return Number.isNaN(later) ? later : not(above(later, 0))
            }
          },
          {
            says: `half of the leading groups refusing, with all investors following, does not buy ${delayYears} years`,
            passes: ({ runs }, draw) => not(delaysBy(runAt(runs, 0), draw, delayYears, horizonYears))
          }
        ],
        measures: [
          { label: 'delay, investors following', unit: 'years', at: 'investors follow', of: delayAt(0) },
          { label: 'delay, investors not following', unit: 'years', at: 'they do not', of: delayAt(3) },
          {
            label: 'years by which the frowned upon, pressed hard, cross after those left alone, pressed little',
            unit: 'years',
            at: 'against pressure',
            of: outweighs
          }
        ],
        chart: { x: 'what is compared', y: 'years later' }
      }
    }
  },
  {
    id: 'good-small-models-slow-scaling',
    number: 15,
    gist: 'Once small models are good enough for most uses, scaling slows.',
    leftOut: 'That what makes small models good may make large ones better, and how far demand rebounds.',
    leastLeading: 1,
    plan: () => ({
      cases: smallModelShares.map(substitution => ({
        setting: substitution,
        runs: [
          {
            label:
              substitution > 0
                ? `small models take ${substitution * 100}% of spending growth`
                : `demand rebounds: spending grows ${-substitution * 100}% faster`,
            scenario: { smallModels: { substitution, startYears: 0, rampYears: 2 } }
          }
        ]
      })),
      setting: { label: 'spending growth that small models take (below 0: rebound)', unit: 'share' },
      parts: [{ says: 'the first crossing comes later', passes: ({ runs }, draw) => slowed(runAt(runs, 0), draw) }],
      measures: [...smallModelShares].reverse().map(substitution => ({
        label:
          substitution > 0
            ? `delay, ${substitution * 100}% of spending growth taken`
            : `delay, a rebound of ${-substitution * 100}%`,
        unit: 'years',
        at: substitution,
        setting: substitution,
        of: delayAt(0)
      })),
      chart: { x: 'share of spending growth that small models take; below 0: rebound', y: 'years later' }
    })
  },
  {
    id: 'culture-is-quickest',
    number: 16,
    gist: 'Changing what is thought proper works sooner than law or invention does.',
    leftOut:
      'How long each takes to prepare is assumed, not measured; and whether it can be had at all at this strength.',
    leastLeading: 1,
    plan: ({ leading, horizonYears }) => {
      const [culture, cap, technology] = [approach('culture'), approach('cap'), approach('small-models')]
      const leadYearsOf = [() => culture.leadYears, (setting: number) => setting, () => technology.leadYears]
      const perLeadYear =
        (at: number) =>
        ({ runs, setting }: FoundCase, draw: number): number =>
          seenDelayOf(runAt(runs, at), draw, horizonYears) / runAt(leadYearsOf, at)(setting)
      const quicker = (other: number) => (found: FoundCase, draw: number) =>
        above(perLeadYear(0)(found, draw) - perLeadYear(other)(found, draw), 0)
      return {
        cases: capLeadYears.flatMap(setting =>
          leading.map(place => ({
            setting,
            runs: [culture, { ...cap, leadYears: setting }, technology].map(one => approachRun(one, place, leading))
          }))
        ),
        setting: { label: 'Years before regulation can begin', unit: 'years' },
        assumptions: [culture, cap, technology].map(({ label, leadYears, leadGrade, leadReason }) => ({
          label: `Years before it can begin: ${label}`,
          value: leadYears,
          unit: 'years',
          grade: leadGrade,
          reason: leadReason
        })),
        parts: [
          {
            says: 'culture buys more years per year of preparation than regulation (as far as the horizon shows)',
            passes: quicker(1)
          },
          {
            says: 'culture buys more years per year of preparation than technology (as far as the horizon shows)',
            passes: quicker(2)
          }
        ],
        measures: [
          {
            label: `culture: years bought per year of ${culture.leadYears} that it takes to prepare`,
            unit: 'years per year',
            at: 'culture',
            of: perLeadYear(0)
          },
          ...capLeadYears.map(setting => ({
            label: `regulation: years bought per year of ${setting} that it takes to prepare`,
            unit: 'years per year',
            at: `regulation, ${setting} years`,
            setting,
            of: perLeadYear(1)
          })),
          {
            label: `technology: years bought per year of ${technology.leadYears} that it takes to prepare`,
            unit: 'years per year',
            at: 'technology',
            of: perLeadYear(2)
          },
          { label: 'culture: delay of the first crossing', unit: 'years', of: delayAt(0) },
          ...capLeadYears.map(setting => ({
            label: `regulation after ${setting} years: delay of the first crossing`,
            unit: 'years',
            setting,
            of: delayAt(1)
          })),
          { label: 'technology: delay of the first crossing', unit: 'years', of: delayAt(2) }
        ],
        chart: { x: 'approach', y: 'years bought per year of preparation, as far as the horizon shows' }
      }
    }
  }
]
