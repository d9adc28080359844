/** What the commands of the race are asked in tests, and what they must say. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const few = ['--draws', '64']

/** `json`: the keys of the document. */
export const forecastRuns: readonly { args: string[]; says: readonly RegExp[]; json: readonly string[] }[] = [
  {
    args: ['forecast', '--refuse', '30%', ...few],
    says: [
      /^If 30% of the researchers of the 7 leading groups refuse, from the start over 1 year, /,
      /^Both structures +\d/m,
      /^Of the 7 leading groups:$/m,
      /^Of everyone, the open community included:$/m,
      /^ 100% .*●/m,
      /64 draws, seed 1\.\n$/
    ],
    json: ['answer', 'pins']
  },
  {
    args: ['solve', '--delay', '1', '--price', 'refuse=2', ...few],
    says: [
      /^What share must refuse for 1 year with probability 0.5\?/,
      /^Of the 7 leading groups/m,
      /^Of everyone, the open community included, >?\d+% must refuse\.$/m,
      /^Prices of the full use: refuse 2\.$/m,
      /█ \d+%$/m
    ],
    json: ['requiredShares', 'portfolio', 'pins']
  },
  {
    args: ['believe', '--refuse', '100%', '--who', 'everyone', '--delay', '8', '--draws', '16'],
    says: [
      /^If 100% of the researchers of everyone, the open community included, refuse, .*8 years or more/,
      /^As believed it is: \d/m,
      /^[+−]\d\.\d+ sd {2}\w/m
    ],
    json: ['answer', 'pins']
  },
  {
    args: ['sensitivity', '--delay', '1', '--draws', '32'],
    says: [/^If 20% of the researchers of the 7 leading groups refuse/, /^Belief +First \(90%\) +Total \(90%\)$/m],
    json: ['answer', 'pins']
  }
]

const group = { computeFlop: 1e26, runCostUsd: 1e8, labourShare: 0.5, openness: 0.3, lnAlgorithms: 0, care: 0.5 }
const draw = {
  spendGrowth: 0.9,
  hardwareGrowth: 0.3,
  durationGrowth: 0.2,
  durationYears: 4,
  algorithmGrowth: 1,
  returns: 0.4,
  labourShareOfInput: 0.5,
  substitution: 0.5,
  labourGrowth: 0.3,
  automationSlope: 0.3,
  lnAutomationFlop: 72,
  abilitySpread: 1,
  abilityCorrelation: 0.2,
  backfillShare: 0.6,
  backfillQuality: 0.6,
  backfillYears: 1.2,
  transferShare: 0.3,
  transferYears: 0.7,
  complementarity: 0.65,
  catchUp: 0.6,
  lnSpendCapUsd: 26,
  economyGrowth: 0.03,
  investorResponse: 0.8,
  scaleUpLabour: 0.3,
  speedLimit: 6.9,
  lnThresholdFlop: 71
}

/** Two draws, the second of which never crosses. */
export const givenRace = {
  groups: [
    { id: 'one', ...group },
    { id: 'two', ...group, computeFlop: 1e25 }
  ],
  parameters: [draw, { ...draw, lnThresholdFlop: 200 }],
  horizonYears: 20
}

/** The path of a file in `directory` with this content. */
export function jsonFile(directory: string, name: string, content: unknown): string {
  const file = join(directory, name)
  writeFileSync(file, JSON.stringify(content))
  return file
}
