/**
 * Which parameters belong together, where there are too many to be looked at one by one: those of one mechanism.
 */
import type { ParameterName } from '../simulation/index.ts'

export interface BeliefGroup {
  readonly id: string
  readonly label: string
  readonly names: readonly ParameterName[]
}

/** Each parameter once. */
export const beliefGroups: readonly BeliefGroup[] = [
  {
    id: 'compute',
    label: 'Growth of compute',
    names: ['spendGrowth', 'hardwareGrowth', 'durationGrowth', 'durationYears']
  },
  {
    id: 'capital',
    label: 'Capital',
    names: ['lnSpendCapUsd', 'economyGrowth', 'investorResponse', 'scaleUpLabour']
  },
  { id: 'algorithms', label: 'Algorithms', names: ['algorithmGrowth', 'speedLimit', 'catchUp'] },
  {
    id: 'research',
    label: 'What research is made of',
    names: ['returns', 'labourShareOfInput', 'substitution', 'labourGrowth', 'complementarity']
  },
  { id: 'automation', label: 'AI that does research', names: ['automationSlope', 'lnAutomationFlop'] },
  { id: 'ability', label: 'Who refuses', names: ['abilitySpread', 'abilityCorrelation'] },
  {
    id: 'leaving',
    label: 'What becomes of those who leave, and of their places',
    names: ['backfillShare', 'backfillQuality', 'backfillYears', 'transferShare', 'transferYears']
  },
  { id: 'threshold', label: 'The threshold', names: ['lnThresholdFlop'] }
]
