/**
 * Which columns do Epoch AI's files have, under all the names they have had?
 *
 * A column is found by name: their order, and some of their names, changed from year to year.
 */
import type { Property } from '../property.ts'

export const epochColumns = {
  name: ['Model', 'System'],
  organisations: ['Organization', 'Organization(s)'],
  releasedOn: ['Publication date'],
  domain: ['Domain'],
  trainingComputeFlop: ['Training compute (FLOP)'],
  parameterCount: ['Parameters'],
  link: ['Link'],
  confidence: ['Confidence'],
  notabilityCriteria: ['Notability criteria'],
  countries: ['Country (of organization)', 'Country (from Organization)'],
  trainingTokens: [
    'Training dataset size (total)',
    'Training dataset size (gradients)',
    'Training dataset size (datapoints)',
    '(DEPRECATED) Training dataset size (datapoints)'
  ],
  runCostUsd: ['Training compute cost (2023 USD)'],
  numericFormat: ['Numerical format'],
  hardware: ['Training hardware'],
  hardwareQuantity: ['Hardware quantity'],
  baseSystem: ['Base model'],
  frontierAtRelease: ['Frontier model'],
  weightsAccess: ['Model accessibility'],
  computeMethod: ['Training compute estimation method']
} as const satisfies Record<string, readonly string[]>

export type EpochColumn = keyof typeof epochColumns

/** Without these a file is not one of Epoch AI's lists of models. */
export const neededColumns = [
  'name',
  'organisations',
  'releasedOn',
  'domain',
  'trainingComputeFlop',
  'parameterCount',
  'link',
  'confidence'
] as const satisfies readonly EpochColumn[]

/** What a file says of a system when it has the column; a column that is absent says nothing. */
export const propertyOfColumn: Partial<Record<EpochColumn, Property>> = {
  name: 'name',
  releasedOn: 'releasedOn',
  organisations: 'developedBy',
  trainingComputeFlop: 'trainingComputeFlop',
  parameterCount: 'parameterCount',
  trainingTokens: 'trainingTokens',
  runCostUsd: 'runCostUsd',
  numericFormat: 'numericFormatBits',
  hardware: 'hardware',
  hardwareQuantity: 'hardwareQuantity',
  baseSystem: 'baseSystem',
  domain: 'domain',
  notabilityCriteria: 'notabilityCriteria',
  frontierAtRelease: 'frontierAtRelease',
  weightsAccess: 'weightsAccess',
  link: 'link'
}
