/**
 * `frown disclosure`: of how many listed systems is the training compute known, by year and by group?
 */
import type { Command } from 'commander'
import { type Answer, answerOf } from './api/client.ts'
import { withApi } from './connect.ts'
import { type AsOfOptions, jsonOption, knownOnOption, trueOnOption } from './options.ts'
import { asOfText, percentText, tableOf, writeJson, writeLines } from './output.ts'

type Disclosure = Answer<'/api/v1/register/disclosure'>

/** A table for people names this many groups; --json has all. */
const groupLimit = 20

export function addDisclosure(program: Command): void {
  program
    .command('disclosure')
    .description('share of systems with known training compute, by year and by group')
    .addOption(knownOnOption())
    .addOption(trueOnOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  $ frown disclosure --known-on 2026-07-31')
    .action(({ json, ...query }: AsOfOptions & { readonly json?: boolean }) =>
      withApi(async api => {
        const disclosure = await answerOf(api.GET('/api/v1/register/disclosure', { params: { query } }))
        if (json) writeJson(disclosure)
        else writeLines(disclosureLines(disclosure))
      })
    )
}

const disclosureLines = ({ byYear, byGroup, asOf }: Disclosure): string[] => [
  ...sharesTable(
    'Year',
    byYear.map(row => ({ ...row, of: row.year === null ? 'not known' : String(row.year) }))
  ),
  '',
  ...sharesTable(
    'Group',
    byGroup.slice(0, groupLimit).map(row => ({ ...row, of: row.group.name }))
  ),
  ...(byGroup.length > groupLimit
    ? [`The ${groupLimit} groups with most systems of ${byGroup.length}; --json gives all.`]
    : []),
  '',
  asOfText(asOf)
]

interface Share {
  readonly of: string
  readonly systems: number
  readonly withKnownCompute: number
  readonly share: number | null
}

const sharesTable = (heading: string, rows: readonly Share[]): string[] =>
  tableOf(
    ['Compute known', 'Systems', 'Share', heading],
    rows.map(({ of, systems, withKnownCompute, share }) => [
      String(withKnownCompute),
      String(systems),
      share === null ? 'not known' : percentText(share),
      of
    ])
  )
