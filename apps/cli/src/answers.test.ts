import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Run, runFrown } from './run-frown.ts'

interface Place {
  readonly environment: Record<string, string>
  readonly leave: () => Promise<void>
}

async function embedded(): Promise<Place> {
  const directory = mkdtempSync(join(tmpdir(), 'frown-cli-'))
  return {
    environment: { FROWN_DIR: directory },
    leave: async () => rmSync(directory, { recursive: true, force: true })
  }
}

/** A server runs on the directory: the embedded store is held, so every answer comes over HTTP. */
async function served(): Promise<Place> {
  const place = await embedded()
  const main = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))
  const server = spawn(process.execPath, [main], {
    env: { ...process.env, DATABASE_URL: '', ...place.environment, PORT: '0', HOST: '127.0.0.1' },
    stdio: 'ignore'
  })
  const lock = join(place.environment.FROWN_DIR ?? '', 'frown.lock')
  await expect
    .poll(() => existsSync(lock) && JSON.parse(readFileSync(lock, 'utf8')).url, { timeout: 60_000 })
    .toBeTruthy()
  return {
    ...place,
    leave: async () => {
      server.kill('SIGTERM')
      await once(server, 'exit')
      await place.leave()
    }
  }
}

async function onPostgres(): Promise<Place> {
  const admin = new pg.Client({ connectionString: testDatabaseUrl })
  await admin.connect()
  const name = `frown_cli_${process.pid}_${Date.now()}`
  await admin.query(`create database ${name}`)
  const url = new URL(testDatabaseUrl)
  url.pathname = `/${name}`
  const place = await embedded()
  return {
    environment: { ...place.environment, DATABASE_URL: url.href },
    leave: async () => {
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
      await place.leave()
    }
  }
}

const testDatabaseUrl = process.env.TEST_DATABASE_URL ?? ''
const shared = fileURLToPath(new URL('../../../../shared/data/register/', import.meta.url))
const shifted = join(shared, 'epoch_notable_ai_models_2025-05.csv')

const jsonOf = ({ stdout }: Run) => JSON.parse(stdout)

describe.each([
  { where: 'on a fresh embedded store', open: embedded, skip: false },
  { where: 'on a running server', open: served, skip: false },
  { where: 'on PostgreSQL', open: onPostgres, skip: testDatabaseUrl === '' }
])('frown $where', ({ open, skip }) => {
  if (skip) return void it.skip('needs TEST_DATABASE_URL')
  let place: Place
  const frown = (...args: string[]): Promise<Run> => runFrown(args, place.environment)
  beforeAll(async () => {
    place = await open()
  }, 90_000)
  afterAll(() => place.leave(), 30_000)

  it.each([
    { knownOn: '2025-03-01', systems: 16 },
    { knownOn: '2026-08-01', systems: 12 }
  ])(
    'lists $systems systems of 1e25 FLOP by the end of 2024 as known on $knownOn',
    async ({ knownOn, systems }) => {
      const run = await frown(
        ...['register', 'systems', '--json', '--min-flop', '1e25', '--known-on', knownOn, '--true-on', '2024-12-31']
      )
      expect(run).toMatchObject({ code: 0 })
      expect(jsonOf(run)).toMatchObject({ total: systems, nextCursor: null, asOf: { knownOn, trueOn: '2024-12-31' } })
      expect(jsonOf(run).items).toHaveLength(systems)
    },
    60_000
  )

  it('fits the trend that was known in April 2025', async () => {
    const asked = ['trend', '--from', '2010-01-01', '--known-on', '2025-04-30']
    const run = await frown(...asked, '--json')
    expect(run).toMatchObject({ code: 0, stderr: '' })
    const { growthPerYear, rSquared, n } = jsonOf(run)
    expect([growthPerYear.value, growthPerYear.low, growthPerYear.high].map(x => x.toFixed(2))).toEqual([
      '4.68',
      '4.23',
      '5.19'
    ])
    expect(rSquared.toFixed(2)).toBe('0.60')
    expect(n).toBe(407)
    const { stdout } = await frown(...asked)
    expect(stdout).toContain(
      '4.68× per year (90% interval 4.23–5.19), R² 0.60, 407 training runs, doubling every 5.4 months'
    )
  }, 60_000)

  it('shows the compute of GPT-4o asserted, then withdrawn', async () => {
    const run = await frown('register', 'system', 'GPT-4o', '--history', '--json')
    expect(run).toMatchObject({ code: 0, stderr: '' })
    const compute = jsonOf(run).history.find(({ property }: { property: string }) => property === 'trainingComputeFlop')
    const statuses = compute.claims.map(({ status }: { status: string }) => status)
    expect(statuses[0]).toBe('asserted')
    expect(statuses.at(-1)).toBe('withdrawn')
  }, 60_000)

  it('answers an unknown system with exit code 1 and the closest names', async () => {
    const run = await frown('register', 'system', 'GTP-4o')
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(run.stderr).toMatch(/^frown: [^\n]*"GTP-4o"[^\n]*GPT-4o[^\n]*\n$/)
    const { code, stdout } = await frown('register', 'system', 'GTP-4o', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout).error.code).toBe('register/unknown-system')
  }, 60_000)

  it.each([
    { args: ['register', 'group', 'no-such-group'], code: 'register/unknown-group' },
    { args: ['register', 'systems', '--group', 'no-such-group'], code: 'register/unknown-group' },
    { args: ['trend', '--from', '2026-11-01'], code: 'register/too-few-systems' }
  ])(
    'answers no to $args',
    async ({ args, code }) => {
      const run = await frown(...args, '--json')
      expect(run.code).toBe(1)
      expect(jsonOf(run).error.code).toBe(code)
    },
    60_000
  )

  it('gives all systems as JSON and as CSV, and fifty as a table', async () => {
    const all = jsonOf(await frown('register', 'systems', '--json'))
    expect(all.items).toHaveLength(all.total)
    expect(new Set(all.items.map(({ id }: { id: string }) => id)).size).toBe(all.total)
    const csv = await frown('register', 'systems', '--csv')
    expect(csv.stdout.trim().split('\n').length).toBeGreaterThan(all.total)
    const table = await frown('register', 'systems')
    expect(table.stdout).toContain(`\n50 of ${all.total} systems`)
    expect(jsonOf(await frown('register', 'systems', '--json', '--limit', '3')).items).toHaveLength(3)
  }, 60_000)

  it.each([
    ['register', 'groups'],
    ['register', 'group', 'openai'],
    ['register', 'changes', '--from', '2025-02-24', '--to', '2025-04-15'],
    ['disclosure']
  ])(
    'answers %s %s %s in words and as JSON',
    async (...args) => {
      const words = await frown(...args)
      expect(words).toMatchObject({ code: 0, stderr: '' })
      expect(words.stdout).not.toContain('undefined')
      expect(words.stdout).not.toContain('[object')
      expect(jsonOf(await frown(...args, '--json'))).toHaveProperty('registerVersion')
    },
    60_000
  )

  describe.skipIf(!existsSync(shifted))('with the copy whose rows are shifted by a column', () => {
    it('refuses it whole, naming the first bad row', async () => {
      const before = await frown('register', 'systems', '--json')
      const run = await frown('import', 'epoch', shifted)
      expect(run).toMatchObject({ code: 1, stdout: '' })
      expect(run.stderr).toMatch(/^frown: [^\n]*[Rr]ow \d+[^\n]*\n$/)
      expect(await frown('register', 'systems', '--json')).toEqual(before)
    }, 60_000)
  })

  it('refuses a file that is no CSV of models', async () => {
    const file = join(place.environment.FROWN_DIR ?? '', '..', `frown-cli-${process.pid}.csv`)
    writeFileSync(file, 'a,b\n1,2\n')
    const run = await frown('import', 'epoch', file, '--json')
    rmSync(file)
    expect(run.code).toBe(1)
    expect(jsonOf(run).error.code).toBe('import/unknown-columns')
  }, 60_000)
})
