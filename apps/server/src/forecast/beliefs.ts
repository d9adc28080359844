/**
 * The shipped beliefs, read once: parameters, and what is assumed of groups.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { grades } from '@frown/core/simulation'
import { z } from 'zod'
import { ParameterBelief } from './race-schemas.ts'

const GroupAssumption = z.strictObject({
  id: z.string(),
  name: z.string(),
  isOpenCommunity: z.boolean(),
  labourShare: z.number(),
  openness: z.number(),
  lnAlgorithms: z.number(),
  care: z.number().nullable(),
  grade: z.enum(grades),
  source: z.string(),
  note: z.string(),
  computeFlop: z.number().optional(),
  runCostUsd: z.number().optional()
})

const Beliefs = z.strictObject({
  format: z.literal(1),
  about: z.string(),
  parameters: z.array(ParameterBelief),
  groups: z.array(GroupAssumption)
})

export interface ShippedBeliefs extends z.infer<typeof Beliefs> {
  /** Names the file's content: the first 16 hex digits of its SHA-256. */
  readonly version: string
}

const file = fileURLToPath(new URL('../../../../data/forecast/parameters.json', import.meta.url))
let read: ShippedBeliefs | null = null

export function shippedBeliefs(): ShippedBeliefs {
  if (read === null) {
    const text = readFileSync(file, 'utf8')
    const version = createHash('sha256').update(text).digest('hex').slice(0, 16)
    read = { ...Beliefs.parse(JSON.parse(text)), version }
  }
  return read
}
