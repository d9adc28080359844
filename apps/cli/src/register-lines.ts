/**
 * How systems, groups and changes of the register read in words.
 */
import type { Answer } from './api/client.ts'
import { asOfText, counted, measuredText, numberText, printable, tableOf } from './output.ts'

type Systems = Answer<'/api/v1/register/systems'>
type SystemSummary = Systems['items'][number]
type Group = Answer<'/api/v1/register/groups/{id}'>
type Changes = Answer<'/api/v1/register/changes'>

export function systemsLines(systems: Systems): string[] {
  const { items, total, runs } = systems
  return [
    ...(items.length > 0 ? [...systemsTable(items), ''] : []),
    `${ofAll(items.length, total)}${counted(total, 'system')}${runs === total ? '' : `, ${counted(runs, 'training run')}`}. ${asOfText(systems.asOf)}`,
    ...moreText(items.length, total)
  ]
}

const systemsTable = (items: readonly SystemSummary[]): string[] =>
  tableOf(
    ['Released on', 'Training compute (FLOP)', 'Developed by', 'System'],
    items.map(system => [
      system.releasedOn ?? 'not known',
      computeText(system),
      system.groups.map(group => group.name).join(', ') || 'not known',
      system.sameRunAs === null ? system.name : `${system.name} (same training run as ${system.sameRunAs})`
    ])
  )

const computeText = (system: SystemSummary): string =>
  measuredText(system.trainingComputeFlop ?? system.estimatedTrainingComputeFlop)

export function systemLines(system: Answer<'/api/v1/register/systems/{id}'>): string[] {
  return [
    `${printable(system.name)} (${system.id})`,
    '',
    ...tableOf(
      ['Property', 'Value', 'Confidence', 'Recorded on', 'Source'],
      system.properties.map(({ label, unit, value, low, high, confidence, status, recordedAt, source }) => [
        label,
        `${valueText(value, low, high, unit)}${status === 'contested' ? ' (contested)' : ''}`,
        confidenceText(value, confidence),
        recordedAt.slice(0, 10),
        `${source.publisher}: ${source.url}${source.derivedFrom === null ? '' : `, from ${source.derivedFrom}`}`
      ])
    ),
    '',
    asOfText(system.asOf)
  ]
}

export const historyLines = (history: Answer<'/api/v1/register/systems/{id}/history'>['properties']): string[] => [
  '',
  'History',
  ...tableOf(
    ['Property', 'Recorded on', 'Status', 'Value', 'Confidence'],
    history.flatMap(({ label, unit, claims }) =>
      claims.map(({ recordedAt, status, value, low, high, confidence }) => [
        label,
        recordedAt.slice(0, 10),
        status,
        valueText(value, low, high, unit),
        confidenceText(value, confidence)
      ])
    )
  )
]

type Value = string | number | boolean | readonly string[] | null

/** Sources state a confidence of numbers only. */
const confidenceText = (value: Value, confidence: string): string => (typeof value === 'number' ? confidence : '')

function valueText(value: Value, low: number | null, high: number | null, unit: string | null): string {
  if (value === null) return '—'
  if (typeof value === 'number') return `${measuredText({ value, low, high })}${unit === null ? '' : ` ${unit}`}`
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? value : value.join(', ')
}

export const groupsLines = ({ items, asOf }: Answer<'/api/v1/register/groups'>): string[] => [
  ...tableOf(
    ['Systems', 'Compute known', 'Largest run (FLOP): known–frontier', 'Country', 'Id', 'Group'],
    items.map(({ id, name, country, systems, withKnownCompute, largestRun }) => [
      String(systems),
      String(withKnownCompute),
      `${largestRun.lowFlop === null ? 'not known' : numberText(largestRun.lowFlop)}–${largestRun.highFlop === null ? 'not known' : numberText(largestRun.highFlop)}`,
      country ?? 'not known',
      id,
      name
    ])
  ),
  '',
  asOfText(asOf)
]

export const groupLines = (group: Group): string[] => [
  `${printable(group.name)} (${group.id})`,
  ...(group.alsoKnownAs.length > 0 ? [`Also known as ${group.alsoKnownAs.map(printable).join(', ')}`] : []),
  `Country: ${group.country ?? 'not known'}. ${group.partOf === null ? '' : `Part of ${group.partOf}.`}`.trim(),
  '',
  ...systemsTable(group.systems),
  '',
  `${counted(group.systemCount, 'system')}, training compute known of ${group.withKnownCompute}. ${asOfText(group.asOf)}`
]

/** `before` and `after` of a whole system are its name, which the last column has. */
export function changesLines({ items, total, from, to }: Changes): string[] {
  const rows = items.map(({ kind, name, property, label, unit, before, after, ratio }) => [
    kind,
    label ?? '',
    property === null || before === null ? '' : valueText(before.value, before.low, before.high, unit),
    property === null || after === null ? '' : valueText(after.value, after.low, after.high, unit),
    ratio === null ? '' : `×${numberText(ratio)}`,
    name
  ])
  return [
    ...(rows.length > 0 ? [...tableOf(['Change', 'Property', 'Before', 'After', 'Ratio', 'Of'], rows), ''] : []),
    `${ofAll(items.length, total)}${counted(total, 'change')} between what was known on ${from} and on ${to}.`,
    ...moreText(items.length, total)
  ]
}

const ofAll = (shown: number, total: number): string => (shown < total ? `${shown} of ` : '')
const moreText = (shown: number, total: number): string[] =>
  shown < total ? ['--limit shows more, --json gives all.'] : []
