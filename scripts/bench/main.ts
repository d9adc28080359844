/**
 * npm run bench: what the project claims of its speed and size, measured in one run, as a table.
 *
 * With --write the table is kept in docs/benchmarks.md with machine and day. Needs TEST_DATABASE_URL and CHROMIUM_PATH,
 * which `npm run bench` sets.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { explorer } from './explorer.ts'
import { firstLoad } from './first-load.ts'
import { importSpeed } from './import-speed.ts'
import { log } from './log.ts'
import type { Measurement } from './measurement.ts'
import { race } from './race.ts'
import { raceInBrowser } from './race-in-browser.ts'
import { startUp } from './start-up.ts'
import { underLoad } from './under-load.ts'

const document = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url))
const databaseUrl = required('TEST_DATABASE_URL')
const chromiumPath = required('CHROMIUM_PATH')

const folder = await mkdtemp(join(tmpdir(), 'frown-bench-'))
try {
  const embedded = join(folder, 'embedded')
  const measurements = [
    ...(await said('Racing', race())),
    ...(await said('Racing in a browser', raceInBrowser(chromiumPath))),
    ...(await said('Auditing the log', log())),
    ...(await said('Starting', startUp(embedded))),
    ...(await said('Loading the register page in a browser', firstLoad(embedded, chromiumPath))),
    ...(await said('Exploring the forecast in a browser', explorer(embedded, chromiumPath))),
    ...(await said('Importing', importSpeed(embedded))),
    ...(await said(
      'Answering under load',
      withDatabase(url => underLoad(url, join(folder, 'postgres')))
    ))
  ]
  const table = tableOf(measurements)
  console.log(`\n${table}`)
  if (process.argv.includes('--write')) await writeFile(document, page(table))
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function said(what: string, work: Promise<Measurement[]>): Promise<Measurement[]> {
  console.error(`${what} …`)
  return work
}

async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const name = `bench_${process.pid}`
  const admin = new pg.Client({ connectionString: databaseUrl })
  await admin.connect()
  try {
    await admin.query(`CREATE DATABASE ${name}`)
    const url = new URL(databaseUrl)
    url.pathname = `/${name}`
    return await work(url.href)
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.end()
  }
}

function tableOf(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ what, measured, bar, beside }) => `| ${what} | ${measured} | ${bar} | ${beside} |`)
  return ['| what | measured | bar | beside it, in the same run |', '|---|---|---|---|', ...rows].join('\n')
}

function page(table: string): string {
  const day = new Date().toISOString().slice(0, 10)
  const machine = `${cpus()[0]?.model ?? 'an unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`
  return `# Benchmarks

Written by \`npm run bench -- --write\` on ${day}: ${machine}.
The load comes from the same machine, so server and client share its cores. One run; read the ratios rather than the figures.

${table}
`
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; run this through npm run bench.`)
  return value
}
