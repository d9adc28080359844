/**
 * How the difference that an import makes reads in words: what comes, what goes, what changes its value.
 */
import type { ImportDiff } from './api/client.ts'
import { counted, numberText, printable, tableOf } from './output.ts'

export function importLines(diff: ImportDiff): string[] {
  const { addedGroups, addedSystems, withdrawnSystems, renamed, redated, values, reassessed, sameRuns } = diff
  return [
    `${counted(diff.rows, 'row')} read.`,
    '',
    ...section(
      'Added groups',
      addedGroups.map(({ id, name }) => [id, name]),
      ['Id', 'Group']
    ),
    ...section(
      'Added systems',
      addedSystems.map(({ id, name }) => [id, name]),
      ['Id', 'System']
    ),
    ...section(
      'Withdrawn systems',
      withdrawnSystems.map(({ id, name }) => [id, name]),
      ['Id', 'System']
    ),
    ...section(
      'Renamed systems',
      renamed.map(({ id, from, to }) => [id, from, to]),
      ['Id', 'Before', 'After']
    ),
    ...section(
      'Release days',
      redated.map(({ name, from, to }) => [dayText(from), dayText(to), name]),
      ['Before', 'After', 'System']
    ),
    ...section(
      'Values',
      values.map(({ kind, property, before, after, ratio, name }) => [
        kind,
        property,
        text(before),
        text(after),
        ratioText(ratio),
        name
      ]),
      ['Change', 'Property', 'Before', 'After', 'Ratio', 'System']
    ),
    ...section(
      'Values that stand, of another confidence',
      reassessed.map(({ property, from, to, name }) => [property, from, to, name]),
      ['Property', 'Before', 'After', 'System']
    ),
    ...section(
      'One training run, two systems',
      sameRuns.map(({ name, as }) => [name, as]),
      ['System', 'Same run as']
    ),
    ...section(
      'Not taken, because another source holds the value',
      diff.disagreements.map(({ property, registered, filed, ratio, name }) => [
        property,
        text(registered),
        text(filed),
        ratioText(ratio),
        name
      ]),
      ['Property', 'Register', 'File', 'Ratio', 'System']
    ),
    ...section(
      'Not taken, because people hold it (--overrule "SYSTEM=PROPERTY" takes it)',
      diff.heldByPeople.map(({ property, registered, filed, ratio, name }) => [
        property,
        text(registered),
        text(filed),
        ratioText(ratio),
        name
      ]),
      ['Property', 'Register', 'File', 'Ratio', 'System']
    ),
    ...section(
      'Read as not known',
      diff.notes.map(({ row, column, reading, name }) => [String(row), column, reading, name]),
      ['Row', 'Column', 'Reading', 'System']
    )
  ]
}

const section = (title: string, rows: readonly (readonly string[])[], heading: readonly string[]): string[] =>
  rows.length === 0 ? [] : [`${title} (${rows.length})`, ...tableOf(heading, rows), '']

type Value = ImportDiff['values'][number]['before']

const dayText = (day: string | null): string => day ?? 'not known'
const ratioText = (ratio: number | null): string => (ratio === null ? '' : `×${numberText(ratio)}`)

function text(value: Value): string {
  if (value === null) return '—'
  if (typeof value === 'number') return numberText(value)
  return printable(typeof value === 'object' ? value.join(', ') : String(value))
}
