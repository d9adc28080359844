/**
 * `frown register …`: systems, groups and what changed, as known on one day of the world on another.
 */
import { type Command, Option } from 'commander'
import { type Answer, allPages, answerOf, type Query } from './api/client.ts'
import { withApi } from './connect.ts'
import {
  type AsOfOptions,
  countOption,
  dayOption,
  flopOption,
  idsOption,
  jsonOption,
  knownOnOption,
  trueOnOption
} from './options.ts'
import { writeJson, writeLines } from './output.ts'
import { changesLines, groupLines, groupsLines, historyLines, systemLines, systemsLines } from './register-lines.ts'

export function addRegister(program: Command): void {
  const register = program.command('register').description('systems, groups and changes of the register')
  addSystems(register)
  addSystem(register)
  addGroups(register)
  addGroup(register)
  addChanges(register)
}

interface SystemsOptions extends AsOfOptions {
  readonly query?: string
  readonly group?: readonly string[]
  readonly domain?: string
  readonly minFlop?: number
  readonly maxFlop?: number
  readonly releasedFrom?: string
  readonly releasedTo?: string
  readonly compute?: 'any' | 'known' | 'unknown'
  readonly sort?: 'releasedOn' | 'trainingComputeFlop' | 'parameterCount' | 'name'
  readonly order?: 'asc' | 'desc'
  readonly limit?: number
  readonly json?: boolean
  readonly csv?: boolean
}

/** A table for people stops here unless --limit says otherwise; --json and --csv hold everything. */
const tableLimit = 50

function addSystems(register: Command): void {
  register
    .command('systems')
    .description('list systems with their training compute')
    .option('--query <text>', 'words in the name of the system or group')
    .addOption(idsOption('--group <id...>', 'of these groups and their parts'))
    .option('--domain <domain>', 'of this domain, such as Language')
    .addOption(flopOption('--min-flop <flop>', 'training compute of at least this; unknown never counts as small'))
    .addOption(flopOption('--max-flop <flop>', 'training compute of at most this'))
    .addOption(dayOption('--released-from <day>', 'released on this day or later'))
    .addOption(dayOption('--released-to <day>', 'released on this day or earlier'))
    .addOption(
      new Option('--compute <which>', 'by whether training compute is known').choices(['any', 'known', 'unknown'])
    )
    .addOption(
      new Option('--sort <by>', 'order by').choices(['releasedOn', 'trainingComputeFlop', 'parameterCount', 'name'])
    )
    .addOption(new Option('--order <direction>', 'direction of the order').choices(['asc', 'desc']))
    .addOption(limitOption())
    .addOption(knownOnOption())
    .addOption(trueOnOption())
    .addOption(jsonOption().conflicts('csv'))
    .addOption(new Option('--csv', 'all rows as CSV on standard output').conflicts(['json', 'limit']))
    .addHelpText(
      'after',
      `
Examples:
  $ frown register systems --min-flop 1e25 --known-on 2025-03-01 --true-on 2024-12-31
  $ frown register systems --group openai anthropic --compute unknown
  $ frown register systems --csv > systems.csv`
    )
    .action((options: SystemsOptions) =>
      withApi(async api => {
        const { json, csv, limit: asked, group, ...filters } = options
        const query: Query<'/api/v1/register/systems'> = { ...filters, ...(group && { group: group.join(',') }) }
        if (csv) {
          const text = api.GET('/api/v1/register/systems', {
            params: { query: { ...query, format: 'csv' } },
            parseAs: 'text'
          })
          process.stdout.write(await answerOf(text))
          return
        }
        const systems = await allPages(
          (limit, cursor): Promise<Answer<'/api/v1/register/systems'>> =>
            answerOf(api.GET('/api/v1/register/systems', { params: { query: { ...query, limit, ...cursor } } })),
          mostOf(asked, json)
        )
        if (json) writeJson(systems)
        else writeLines(systemsLines(systems))
      })
    )
}

interface SystemOptions extends AsOfOptions {
  readonly history?: boolean
  readonly json?: boolean
}

function addSystem(register: Command): void {
  register
    .command('system')
    .description('one system: each property with its interval, confidence and source')
    .argument('<name or id>', 'exact id, or name in any case')
    .option('--history', 'also every claim there has been, with what replaced or withdrew it')
    .addOption(knownOnOption())
    .addOption(trueOnOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ frown register system "GPT-4o" --history
  $ frown register system "Llama 3.1-405B" --known-on 2025-03-01 --json`
    )
    .action((id: string, { history, json, ...asOf }: SystemOptions) =>
      withApi(async api => {
        const params = { path: { id }, query: asOf }
        const readSystem = () => answerOf(api.GET('/api/v1/register/systems/{id}', { params }))
        if (!history) {
          const system = await readSystem()
          if (json) writeJson(system)
          else writeLines(systemLines(system))
          return
        }
        const { properties, ...known } = await answerOf(api.GET('/api/v1/register/systems/{id}/history', { params }))
        // A system that is withdrawn by now has a history and nothing else.
        const system = await readSystem().catch(() => null)
        if (json) writeJson({ ...known, ...system, history: properties })
        else writeLines([...(system === null ? [] : systemLines(system)), ...historyLines(properties)])
      })
    )
}

function addGroups(register: Command): void {
  register
    .command('groups')
    .description('list groups with their largest known training run')
    .addOption(knownOnOption())
    .addOption(trueOnOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  $ frown register groups --known-on 2025-03-01')
    .action(({ json, ...asOf }: AsOfOptions & { readonly json?: boolean }) =>
      withApi(async api => {
        const groups = await answerOf(api.GET('/api/v1/register/groups', { params: { query: asOf } }))
        if (json) writeJson(groups)
        else writeLines(groupsLines(groups))
      })
    )
}

function addGroup(register: Command): void {
  register
    .command('group')
    .description('one group: its systems and what is known of its largest run')
    .argument('<id>', 'id of the group, such as openai')
    .addOption(knownOnOption())
    .addOption(trueOnOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  $ frown register group google-deepmind --json')
    .action((id: string, { json, ...asOf }: AsOfOptions & { readonly json?: boolean }) =>
      withApi(async api => {
        const params = { path: { id }, query: asOf }
        const group = await answerOf(api.GET('/api/v1/register/groups/{id}', { params }))
        if (json) writeJson(group)
        else writeLines(groupLines(group))
      })
    )
}

interface ChangesOptions {
  readonly from: string
  readonly to: string
  readonly limit?: number
  readonly json?: boolean
}

function addChanges(register: Command): void {
  register
    .command('changes')
    .description('what the register says on one day that it did not say on another')
    .addOption(dayOption('--from <day>', 'as known on this day').makeOptionMandatory())
    .addOption(dayOption('--to <day>', 'and on this day').makeOptionMandatory())
    .addOption(limitOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  $ frown register changes --from 2025-02-24 --to 2025-04-15')
    .action(({ json, limit: asked, ...days }: ChangesOptions) =>
      withApi(async api => {
        const changes = await allPages(
          (limit, cursor): Promise<Answer<'/api/v1/register/changes'>> =>
            answerOf(api.GET('/api/v1/register/changes', { params: { query: { ...days, limit, ...cursor } } })),
          mostOf(asked, json)
        )
        if (json) writeJson(changes)
        else writeLines(changesLines(changes))
      })
    )
}

const limitOption = (): Option =>
  countOption('--limit <n>', `at most this many (default: ${tableLimit} in a table, all with --json)`)

const mostOf = (limit: number | undefined, json: boolean | undefined): number =>
  limit ?? (json ? Number.POSITIVE_INFINITY : tableLimit)
