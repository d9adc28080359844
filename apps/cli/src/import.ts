/**
 * `frown import …`: brings a file into the register, after saying value by value what that changes.
 */
import { type Command, Option } from 'commander'
import { answerOf } from './api/client.ts'
import { withApi } from './connect.ts'
import { boundedText, textOfFile } from './file-text.ts'
import { importLines } from './import-lines.ts'
import { instantOption, jsonOption } from './options.ts'
import { counted, whileSaying, writeJson, writeLines } from './output.ts'
import { misuse, Refusal, refusedWith } from './refusal.ts'

const longestDownloadMs = 60_000
/** What the server takes; the real files have 2 MB. */
const modelsFile = {
  bytes: 16 * 1024 * 1024,
  longer: 'longer than 16 MiB, which no list of models is',
  remedy: 'Give the CSV of models alone'
}

interface EpochOptions {
  readonly dryRun?: boolean
  readonly recordedAt?: string
  readonly createGroups?: boolean
  readonly rename?: readonly string[]
  readonly notRenamed?: readonly string[]
  readonly sameRun?: readonly string[]
  readonly overrule?: readonly string[]
  readonly json?: boolean
}

export function addImport(program: Command): void {
  program
    .command('import')
    .description('bring a file into the register')
    .command('epoch')
    .description("import a CSV of Epoch AI's models: what changes is shown first, then written in one transaction")
    .argument('<file>', 'the CSV file, or its http or https address')
    .option('--dry-run', 'show what would change; change nothing')
    .addOption(instantOption('--recorded-at <instant>', 'when the register learned it (default: now)'))
    .option('--create-groups', 'add organisations that the register does not know')
    .addOption(pairOption('--rename <old=new>', 'confirm that a system goes by a new name; may be repeated'))
    .addOption(eachOption('--not-renamed <old>', 'say that a system is gone and not renamed; may be repeated'))
    .addOption(pairOption('--same-run <name=other>', 'say that one training run made both; may be repeated'))
    .addOption(
      pairOption('--overrule <system=property>', 'take over a value that people entered or contest; may be repeated')
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
A file with a bad row, unknown organisations or renames that nobody confirmed is refused whole, with exit code 1.

Examples:
  $ frown import epoch notable_ai_models.csv --dry-run
  $ frown import epoch notable_ai_models.csv --recorded-at 2026-07-31 --create-groups
  $ frown import epoch notable_ai_models.csv --rename "Old name=New name" --not-renamed "Other"`
    )
    .action(importEpoch)
}

async function importEpoch(path: string, options: EpochOptions): Promise<void> {
  const csv = await textOf(path)
  if (csv.trim() === '') throw new Refusal({ code: 'import/malformed-file', detail: 'The file is empty', place: path })
  const { dryRun, createGroups, json, ...rest } = options
  await withApi(async api => {
    const post = (isDry: boolean) => {
      const query = { ...lists(rest), ...(createGroups && { createGroups: 'true' as const }), dryRun: flag(isDry) }
      return answerOf(
        api.POST('/api/v1/register/imports', {
          params: { query },
          body: csv,
          bodySerializer: text => text,
          headers: { 'content-type': 'text/csv' }
        })
      ).catch((thrown: unknown) => {
        throw inFile(thrown, path)
      })
    }
    const planned = await whileSaying(`Reading ${path}`, post(true))
    if (!json) writeLines(importLines(planned.diff))
    if (dryRun || planned.claims === 0) {
      if (json) writeJson(planned)
      else
        writeLines([planned.claims === 0 ? 'Nothing is news; nothing was changed.' : 'A dry run; nothing was changed.'])
      return
    }
    const written = await whileSaying('Writing', post(false))
    if (json) writeJson(written)
    else
      writeLines([`Written: ${counted(written.claims, 'claim')}. The register is at entry ${written.registerVersion}.`])
  })
}

const flag = (value: boolean): 'true' | 'false' => (value ? 'true' : 'false')

const lists = ({ recordedAt, rename, notRenamed, sameRun, overrule }: EpochOptions) => ({
  ...(recordedAt && { recordedAt }),
  ...(rename && { rename: [...rename] }),
  ...(notRenamed && { notRenamed: [...notRenamed] }),
  ...(sameRun && { sameRun: [...sameRun] }),
  ...(overrule && { overrule: [...overrule] })
})

async function textOf(path: string): Promise<string> {
  if (/^https?:\/\//.test(path)) return textAt(path)
  return textOfFile(path, modelsFile, 'Give the path of a CSV file')
}

async function textAt(address: string): Promise<string> {
  const remedy = 'Download the file and give its path'
  const response = await fetch(address, { signal: AbortSignal.timeout(longestDownloadMs) }).catch(() => null)
  if (response === null) throw misuse('The address cannot be reached', address, remedy)
  if (!response.ok) throw misuse(`The address answers ${response.status}`, address, remedy)
  return boundedText(response.body ?? [], address, modelsFile)
}

/** The API knows rows and columns; which file they are of is known here. */
function inFile(thrown: unknown, path: string): unknown {
  const refused = refusedWith(thrown)
  if (!refused?.code.startsWith('import/')) return thrown
  const { place, ...error } = refused
  return new Refusal({ ...error, place: place === undefined ? path : `${path}, ${place}` })
}

function pairOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text, before: readonly string[] | undefined) => {
    if (!/^[^=]+=./.test(text)) {
      throw misuse(`"${text}" is not a pair`, flags.split(' ')[0], 'Write two names with = between them')
    }
    return [...(before ?? []), text]
  })
}

const eachOption = (flags: string, description: string): Option =>
  new Option(flags, description).argParser((text, before: readonly string[] | undefined) => [...(before ?? []), text])
