/**
 * Why does refusal buy less than it seems? Each mechanism by which the race heals itself, and how it is switched off.
 */
import type { Distribution, ParameterName, RaceSetup } from '../simulation/index.ts'

export interface Mechanism {
  readonly id: string
  readonly label: string
  /** What switches it off. */
  readonly off: Partial<Record<ParameterName, Distribution>>
}

const fixed = (value: number): Distribution => ({ kind: 'constant', value })

/** In the order in which the waterfall lets them in. */
export const mechanisms: readonly Mechanism[] = [
  {
    id: 'substitution',
    label: 'Compute stands in for people in research',
    off: { substitution: fixed(1), labourShareOfInput: fixed(0.999) }
  },
  { id: 'backfill', label: 'Leavers are replaced', off: { backfillShare: fixed(0) } },
  { id: 'transfer', label: 'Leavers go on elsewhere', off: { transferShare: fixed(0) } },
  { id: 'catchUp', label: 'Followers catch up with the leader', off: { catchUp: fixed(0) } },
  { id: 'capital', label: 'Capital scales up without the people', off: { scaleUpLabour: fixed(1) } },
  { id: 'automation', label: 'AI does research', off: { lnAutomationFlop: fixed(250) } }
]

/** The race without these mechanisms; what is a delay there has a baseline without them too. */
export function without(setup: RaceSetup, off: readonly Mechanism[]): RaceSetup {
  return { ...setup, parameters: Object.assign({ ...setup.parameters }, ...off.map(mechanism => mechanism.off)) }
}
