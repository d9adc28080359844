/**
 * What a state assumes that does not ship, in lines.
 */
import { parameterDefinitions, parameterNames } from '@frown/core/simulation'
import type { Distribution } from './distribution-code.ts'
import { isFixed, quantileAt } from './distribution-shape.ts'
import type { Beliefs } from './figures.ts'
import type { ForecastState, GroupField } from './state.ts'
import { number } from './words.ts'

function spreadText(of: Distribution): string {
  const at = (level: number) => number(quantileAt(of, level))
  return isFixed(of) ? at(0.5) : `${at(0.5)} (90%: ${at(0.05)} to ${at(0.95)})`
}

const fieldNames: Record<GroupField, string> = {
  labourShare: 'share of labour',
  openness: 'openness',
  lnAlgorithms: 'algorithms, ln',
  care: 'care'
}

export function changedLines(state: ForecastState, beliefs: Beliefs): string[] {
  const lines: string[] = []
  for (const name of parameterNames) {
    const distribution = state.parameters[name]
    if (!distribution) continue
    const { label, unit } = parameterDefinitions[name]
    lines.push(`${label}: ${spreadText(distribution)} ${unit} in place of ${spreadText(beliefs.parameters[name])}.`)
  }
  if (state.thresholdFlop !== null)
    lines.push(
      `The threshold is taken to be ${state.thresholdFlop.toExponential().replace('e+', 'e')} FLOP of effective compute.`
    )
  for (const group of beliefs.groups)
    for (const [field, value] of Object.entries(state.groups[group.id] ?? {}))
      lines.push(
        `${group.name}: ${fieldNames[field as GroupField]} ${value} in place of ${number(group[field as GroupField])}.`
      )
  return lines
}
