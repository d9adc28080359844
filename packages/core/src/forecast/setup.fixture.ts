/** A usual race for tests: eight groups in July 2026, and what Frown believes of each parameter unless told otherwise. */
import type {
  Distribution,
  Grade,
  ParameterName,
  ParameterSet,
  RaceSetup,
  Range,
  StartingGroup
} from '../simulation/index.ts'
import { constants } from '../simulation/small-race.fixture.ts'

const group = (
  id: string,
  name: string,
  computeFlop: Range,
  [labourShare, openness, lnAlgorithms]: readonly [number, number, number],
  dollarPerFlop = 1e-18
): StartingGroup => ({
  id,
  name,
  isOpenCommunity: id === 'open-community',
  computeFlop,
  runCostUsd: { low: computeFlop.low * dollarPerFlop, high: computeFlop.high * dollarPerFlop },
  labourShare,
  openness,
  lnAlgorithms,
  care: 0.5
})

const frontierFlop = 5e26

/** Between its largest run known and the field's, where that is wide; labour, openness and algorithms are judged. */
const usualGroups: readonly StartingGroup[] = [
  group('openai', 'OpenAI', { low: 3.8e26, high: frontierFlop }, [0.2, 0.3, 0]),
  group('google-deepmind', 'Google DeepMind', { low: 5e25, high: frontierFlop }, [0.25, 0.4, 0]),
  group('anthropic', 'Anthropic', { low: 3.35e25, high: frontierFlop }, [0.12, 0.3, 0]),
  group('meta-ai', 'Meta AI', { low: 5.18e25, high: frontierFlop }, [0.12, 0.5, -0.2]),
  group('xai', 'xAI', { low: 5e26, high: 5e26 }, [0.06, 0.2, -0.3]),
  group('deepseek', 'DeepSeek', { low: 9.7e24, high: 9.7e24 }, [0.05, 0.8, -0.2]),
  group('alibaba', 'Alibaba', { low: 1.5e25, high: 1.5e25 }, [0.07, 0.7, -0.3]),
  group('open-community', 'Open community', { low: 1e24, high: 1e24 }, [0.13, 1, -0.5], 2e-18)
]

const constant = (value: number): Distribution => ({ kind: 'constant', value })
const uniform = (low: number, high: number): Distribution => ({ kind: 'uniform', low, high })
const lognormal = (p05: number, p95: number): Distribution => ({ kind: 'lognormal90', p05, p95 })
const logOf = (of: Distribution): Distribution => ({ kind: 'logOf', of })
const ln2Over = (of: Distribution): Distribution => ({ kind: 'ln2Over', of })
const ofTens = (of: Distribution): Distribution => ({ kind: 'scaled', by: Math.LN10, of })

const beliefs: Readonly<Record<ParameterName, readonly [Distribution, Grade, string]>> = {
  spendGrowth: [logOf(lognormal(2, 2.9)), 'measured', 'Cottier et al. 2024, arXiv 2405.21015'],
  hardwareGrowth: [ln2Over(lognormal(1.54, 3.13)), 'measured', 'Epoch 2022'],
  durationGrowth: [logOf(lognormal(1.1, 1.4)), 'judged', 'remainder of the compute trend'],
  durationYears: [constant(4), 'judged', 'longer runs cannot go on for long'],
  algorithmGrowth: [ln2Over(lognormal(0.333, 1.333)), 'judged', 'Ho et al. 2024, arXiv 2403.05812'],
  returns: [lognormal(0.2, 0.9), 'measured', 'Sequeira & Neves 2020; Davidson & Houlden 2025'],
  labourShareOfInput: [uniform(0.3, 0.7), 'judged', 'Davidson & Houlden 2025 use 0.5'],
  substitution: [
    {
      kind: 'mixture',
      of: [
        { weight: 0.5, distribution: lognormal(0.1, 0.5) },
        { weight: 0.5, distribution: lognormal(1.5, 3.5) }
      ]
    },
    'measured',
    'Whitfill & Wu 2025, arXiv 2507.23181: two structures'
  ],
  labourGrowth: [logOf(lognormal(1.1, 1.8)), 'judged', 'world ×1.12 a year; leading labs ×1.7–3'],
  automationSlope: [uniform(0.1, 0.5), 'guess', 'no measurement exists'],
  lnAutomationFlop: [ofTens(uniform(28.5, 34)), 'guess', 'no measurement exists'],
  abilitySpread: [uniform(0.6, 1.5), 'measured', 'arXiv 2102.09182'],
  abilityCorrelation: [uniform(-0.1, 0.5), 'guess', 'are the able likelier to refuse?'],
  backfillShare: [uniform(0.3, 0.9), 'guess', 'no study found'],
  backfillQuality: [uniform(0.4, 0.9), 'guess', 'no study found'],
  backfillYears: [lognormal(0.5, 3), 'guess', 'hiring lags'],
  transferShare: [uniform(0, 0.6), 'guess', 'no study found'],
  transferYears: [lognormal(0.3, 1.5), 'guess', 'no study found'],
  complementarity: [uniform(0.3, 1), 'judged', 'Azoulay 2010; Waldinger'],
  catchUp: [uniform(0.2, 1), 'judged', 'followers lag by 7 months (4–14)'],
  lnSpendCapUsd: [logOf(lognormal(3e10, 2e12)), 'judged', 'largest conceivable cost of one run today'],
  economyGrowth: [constant(0.03), 'measured', 'world economy'],
  investorResponse: [uniform(0.2, 1.5), 'guess', 'how far capital follows the field'],
  scaleUpLabour: [uniform(0, 0.6), 'guess', 'scaling up itself needs people'],
  speedLimit: [constant(6.9), 'judged', 'guards the numerics'],
  lnThresholdFlop: [ofTens({ kind: 'triangular', low: 29, mode: 31, high: 35 }), 'guess', 'nobody knows']
}

export const usualSet: ParameterSet = {
  about: 'What Frown believes unless told otherwise.',
  parameters: (Object.keys(beliefs) as ParameterName[]).map(name => {
    const [distribution, grade, source] = beliefs[name]
    return { name, distribution, grade, source, note: '' }
  })
}

const usualParameters = Object.fromEntries(
  usualSet.parameters.map(({ name, distribution }) => [name, distribution])
) as Record<ParameterName, Distribution>

export const usualSetup: RaceSetup = { groups: usualGroups, parameters: usualParameters, horizonYears: 40, seed: 1 }

/** The race where all is known but what `uncertain` names. */
export function knownSetup(uncertain: Partial<Record<ParameterName, Distribution>> = {}): RaceSetup {
  const groups = usualGroups.map(({ computeFlop, runCostUsd, ...rest }) => ({
    ...rest,
    computeFlop: { low: computeFlop.high, high: computeFlop.high },
    runCostUsd: { low: runCostUsd.high, high: runCostUsd.high }
  }))
  return { ...usualSetup, groups, parameters: { ...constants({ lnThresholdFlop: 72 }), ...uncertain } }
}
