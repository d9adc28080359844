/**
 * The kernel's memory as named arrays. `assembly/layout.ts` decides where they are.
 */
import { parameterNames } from './race-input.ts'

/** Most draws that the kernel holds at once, and most groups that may race. */
export const mostDraws = 256
export const mostGroups = 16
/** Most samples in time of the frontier. */
export const mostSamples = 201
const variables = parameterNames.length + mostGroups
export const programSlots = 2048

/** In the order of `FieldLever` in assembly/layout.ts. */
export const fieldLever = {
  refuses: 0,
  refusalStartYears: 1,
  refusalRampYears: 2,
  investorFrown: 3,
  accessStartYears: 4,
  shutdownStartYears: 5,
  caps: 6,
  lnCapFlop: 7,
  capStartYears: 8,
  capEvasionGrowth: 9,
  smallSubstitution: 10,
  smallStartYears: 11,
  smallRampYears: 12
} as const

const doubles = {
  parameters: parameterNames.length * mostDraws,
  lnCompute: mostGroups * mostDraws,
  lnCost: mostGroups * mostDraws,
  shareScale: mostDraws,
  labourShare: mostGroups,
  openness: mostGroups,
  lnAlgorithms: mostGroups,
  care: mostGroups,
  refusingShare: mostGroups,
  access: mostGroups,
  closes: mostGroups,
  covered: mostGroups,
  fieldLevers: 16,
  crossingYears: mostGroups * mostDraws,
  limitedYears: mostDraws,
  lnFrontier: mostSamples * mostDraws,
  programs: programSlots,
  shifts: variables,
  groupIntervals: mostGroups * 4
} as const
const words = { programAt: variables, seeds: variables } as const

type Doubles = Readonly<Record<keyof typeof doubles, Float64Array>>
type Words = Readonly<Record<keyof typeof words, Uint32Array>>
export type KernelMemory = Doubles & Words

export function memoryOf(exports: Readonly<Record<string, unknown>>): KernelMemory {
  const { buffer } = exports.memory as { readonly buffer: ArrayBuffer }
  const addressOf = (name: string) => (exports[name] as { readonly value: number }).value
  const entries = [
    ...Object.entries(doubles).map(([name, length]) => [name, new Float64Array(buffer, addressOf(name), length)]),
    ...Object.entries(words).map(([name, length]) => [name, new Uint32Array(buffer, addressOf(name), length)])
  ]
  return Object.fromEntries(entries) as KernelMemory
}
