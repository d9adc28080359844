/**
 * Can a project of many people be kept secret? A closed form, not the race.
 *
 * If each who knows lets it out with probability p in a year, it has leaked after t years with 1 − (1 − p)^(n·t).
 * p ≈ 4·10⁻⁶ after Grimes 2016 (PLoS ONE 11(1), e0147905; correction 11(3), e0151003), and up to ten times that.
 */
import type { Claim } from './claim.ts'

const leastChance = 4e-6
const timesMore = 10
const people = [100, 1_000, 10_000, 100_000]
const years = 5

/** Share of projects of `count` people that have leaked after so many years, 0–1. */
export const leakedShare = (count: number, ofYears: number, chancePerPersonYear: number): number =>
  -Math.expm1(count * ofYears * Math.log1p(-chancePerPersonYear))

export const secrecyClaims: readonly Claim[] = [
  {
    id: 'a-project-stays-secret',
    number: 18,
    gist: 'A project of many people can be kept from the world for years.',
    leftOut:
      'That one leak may not be believed, that chips, power and people can be seen from outside, and that people differ.',
    leastLeading: 0,
    plan: ({ draws }) => {
      const chances = Float64Array.from(
        { length: draws },
        (_, draw) => leastChance * timesMore ** ((draw + 0.5) / draws)
      )
      const leaked = (count: number, draw: number) => leakedShare(count, years, chances[draw] as number)
      return {
        cases: people.map(setting => ({ setting, runs: [] })),
        setting: { label: 'people who know', unit: 'people' },
        factors: [{ id: 'leakChance', label: 'Chance that one person lets it out', unit: 'per year', values: chances }],
        parts: [
          {
            says: `after ${years} years it has not come out`,
            passes: ({ setting }, draw) => 1 - leaked(setting, draw)
          }
        ],
        measures: people.map(count => ({
          label: `has come out after ${years} years, ${count} people knowing`,
          unit: 'probability',
          at: count,
          setting: count,
          of: ({ setting }, draw) => leaked(setting, draw)
        })),
        chart: { x: 'people who know', y: `probability that it has come out after ${years} years` }
      }
    }
  }
]
