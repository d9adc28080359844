import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase, freshDirectory, type Place } from './places.fixture.ts'
import { type Run, runFrown } from './run-frown.fixture.ts'

const shifted = fileURLToPath(
  new URL('../../../../shared/data/register/epoch_notable_ai_models_2025-05.csv', import.meta.url)
)
const aboveThreshold = ['register', 'systems', '--json', '--min-flop', '1e25', '--true-on', '2024-12-31', '--known-on']
const trendOfApril = ['trend', '--from', '2010-01-01', '--known-on', '2025-04-30']

const answer = ({ stdout }: Run) => JSON.parse(stdout)

describe.each([
  { store: 'the embedded store', open: freshDirectory, skip: false },
  { store: 'PostgreSQL', open: emptyDatabase, skip: !process.env.TEST_DATABASE_URL }
])('frown on $store', ({ open, skip }) => {
  describe.skipIf(skip)('that is empty', () => {
    let place: Place
    let first: Run
    const frown = (...args: string[]): Promise<Run> => runFrown(args, place.environment)
    beforeAll(async () => {
      place = await open()
      first = await frown(...aboveThreshold, '2025-03-01')
    }, 120_000)
    afterAll(() => place.leave(), 30_000)

    it('is filled, says so, and lists 16 systems of 1e25 FLOP by the end of 2024 as known in March 2025', () => {
      expect(first.stderr).toMatch(/^frown: [^\n]*shipped register[^\n]*\n$/m)
      expect(first.code).toBe(0)
      expect(answer(first)).toMatchObject({ total: 16, nextCursor: null })
      expect(answer(first).items).toHaveLength(16)
      expect(answer(first).asOf).toEqual({ knownOn: '2025-03-01', trueOn: '2024-12-31' })
    })

    it('answers several commands at once, each with its own answer', async () => {
      const runs = await Promise.all([
        frown(...aboveThreshold, '2026-08-01'),
        frown(...trendOfApril, '--json'),
        frown('register', 'system', 'GPT-4o', '--history', '--json')
      ])
      expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual(runs.map(() => ({ code: 0, stderr: '' })))
      const [systems, trend, system] = runs.map(answer)
      expect(systems.total).toBe(12)
      expect(systems.items).toHaveLength(12)
      const { value, low, high } = trend.growthPerYear
      expect([value, low, high].map(factor => factor.toFixed(2))).toEqual(['4.68', '4.23', '5.19'])
      expect([trend.rSquared.toFixed(2), trend.n]).toEqual(['0.60', 407])
      const compute = system.history.find(({ property }: { property: string }) => property === 'trainingComputeFlop')
      expect(compute.claims.map(({ status }: { status: string }) => status)).toEqual(['asserted', 'withdrawn'])
    }, 60_000)

    it('counts a training run once unless systems are asked for', async () => {
      const known = ['trend', '--from', '2010-01-01', '--known-on', '2026-08-01', '--json']
      const [runs, systems] = (await Promise.all([frown(...known), frown(...known, '--count', 'systems')])).map(answer)
      expect([runs.n, runs.growthPerYear.value.toFixed(2)]).toEqual([466, '4.34'])
      const { value, low, high } = systems.growthPerYear
      expect([systems.n, ...[value, low, high].map(factor => factor.toFixed(2))]).toEqual([467, '4.35', '4.01', '4.72'])
    }, 60_000)

    it.skipIf(!existsSync(shifted))(
      'refuses the copy whose rows are shifted by a column, naming its first bad row, and is unchanged',
      async () => {
        const run = await frown('import', 'epoch', shifted)
        expect(run).toMatchObject({ code: 1, stdout: '' })
        expect(run.stderr).toMatch(/^frown: Row \d+ \([^\n]*, row \d+, column \d+[^\n]*\n$/)
        const { registerVersion } = answer(await frown(...aboveThreshold, '2025-03-01'))
        expect(registerVersion).toBe(answer(first).registerVersion)
      },
      60_000
    )

    it('refuses a file that is no list of models', async () => {
      const file = fileURLToPath(new URL('../../../data/register/groups.csv', import.meta.url))
      const run = await frown('import', 'epoch', file, '--json')
      expect(run.code).toBe(1)
      expect(answer(run).error).toMatchObject({ code: 'import/unknown-columns', place: expect.stringContaining(file) })
    }, 60_000)
  })
})

it('refuses a store that cannot be reached with exit code 2, without its password', async () => {
  const run = await runFrown(['trend'], { DATABASE_URL: 'postgres://frown:secret@127.0.0.1:9/none' })
  expect(run).toMatchObject({ code: 2, stdout: '' })
  expect(run.stderr).toMatch(/^frown: [^\n]*127\.0\.0\.1:9[^\n]*DATABASE_URL[^\n]*\n$/)
  expect(run.stderr).not.toContain('secret')
}, 30_000)

it('refuses a setting that is none', async () => {
  const run = await runFrown(['trend'], { DATABASE_URL: 'mysql://127.0.0.1/frown', FROWN_DIR: join('no', 'such') })
  expect(run).toMatchObject({ code: 2, stdout: '' })
  expect(run.stderr).toMatch(/^frown: This is not the address of a PostgreSQL database\. DATABASE_URL\. [^\n]+\n$/)
}, 30_000)
