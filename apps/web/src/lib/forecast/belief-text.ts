/**
 * What is believed of a parameter, in words: growth as a factor, compute and money without logarithms.
 */
import type { Belief } from '@frown/core/forecast'
import type { Distribution } from '@frown/core/simulation'
import { plainly } from './edit-distribution.ts'
import { number } from './words.ts'

/** A value of a parameter with its unit. */
export const valueText = (unit: string, value: number): string => plainly(unit, value) ?? `${number(value)} ${unit}`

const bare = (unit: string, value: number): string =>
  plainly(unit, value)?.replace(/ a year$| FLOP$/, '') ?? number(value)

/** Two worlds between which evidence does not decide have no middle that anybody believes. */
export const hasMiddle = (distribution: Distribution): boolean => distribution.kind !== 'mixture'

/** Middle and 90%, with the unit. */
export function beliefText(unit: string, { p05, p50, p95 }: Belief, withMiddle = true): string {
  if (p05 === p95) return valueText(unit, p50)
  return withMiddle
    ? `${valueText(unit, p50)} (${bare(unit, p05)} to ${bare(unit, p95)})`
    : `${bare(unit, p05)} to ${valueText(unit, p95)}`
}
