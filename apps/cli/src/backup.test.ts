import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase, freshDirectory, type Place, runningServer } from './places.fixture.ts'
import { runFrown } from './run-frown.fixture.ts'

let server: Place
let folder: string
let backup: string
const places: Place[] = []
const fresh = async (kind = freshDirectory): Promise<Place> => {
  const place = await kind()
  places.push(place)
  return place
}
beforeAll(async () => {
  server = await runningServer()
  folder = dirname(server.directory)
  backup = join(folder, 'a.backup')
}, 120_000)
afterEach(async () => {
  for (const place of places.splice(0)) await place.leave()
})
afterAll(() => server.leave())

describe('frown backup and restore', () => {
  it('copies a server at work, and gives the same register in another place', { timeout: 180_000 }, async () => {
    const made = await runFrown(['backup', backup], server.environment)
    expect([made.code, made.stderr]).toEqual([0, ''])
    expect(made.stdout).toMatch(/^Written: .*a\.backup, \d+ rows\. SHA-256 of what is sealed: [0-9a-f]{64}\n$/)
    expect(statSync(backup).mode & 0o777).toBe(0o600)
    const checked = await runFrown(['backup', '--check', backup, '--json'], server.environment)
    expect(checked.code).toBe(0)
    const { claims, entries } = JSON.parse(checked.stdout)
    expect(entries).toBe(claims)

    const place = await fresh()
    mkdirSync(join(place.directory, 'log'), { recursive: true })
    copyFileSync(join(server.directory, 'log', 'key'), join(place.directory, 'log', 'key'))
    const restored = await runFrown(['restore', backup], place.environment)
    expect([restored.code, restored.stderr]).toEqual([0, ''])
    expect(restored.stdout).toContain(`Restored: ${claims} claims, ${entries} entries of the log`)
    const ask = ['register', 'systems', '--limit', '20', '--json']
    const [before, after] = [await runFrown(ask, server.environment), await runFrown(ask, place.environment)]
    expect(after).toEqual(before)

    const again = await runFrown(['restore', backup, '--json'], place.environment)
    expect([again.code, JSON.parse(again.stdout).error.code]).toEqual([1, 'backup/not-empty'])
    expect(await runFrown(ask, place.environment)).toEqual(before)

    const second = await runFrown(['backup', join(folder, 'b.backup'), '--json'], place.environment)
    expect(JSON.parse(second.stdout).rows).toBe(JSON.parse(checked.stdout).rows)
  })

  it.skipIf(!process.env.TEST_DATABASE_URL)('goes into PostgreSQL', { timeout: 120_000 }, async () => {
    const place = await fresh(emptyDatabase)
    const restored = await runFrown(['restore', backup], place.environment)
    expect(restored.code).toBe(0)
    expect(restored.stderr).toMatch(/^frown: The key of the log is not here: [^\n]+\n$/)
    const out = await runFrown(['backup', join(folder, 'c.backup')], place.environment)
    expect([out.code, out.stderr]).toEqual([0, ''])
  })

  it('refuses in a sentence, and leaves nothing behind', { timeout: 120_000 }, async () => {
    const place = await fresh()
    const broken = join(folder, 'broken.backup')
    writeFileSync(broken, readFileSync(backup).subarray(0, -1))
    const cases = [
      { args: ['restore', broken], code: 1, says: 'This is not a whole backup.' },
      { args: ['backup', '--check', broken], code: 1, says: 'This is not a whole backup.' },
      { args: ['restore', join(folder, 'none')], code: 2, says: 'There is no such file' },
      { args: ['restore', folder], code: 2, says: 'This is no file.' },
      { args: ['backup', join(place.directory, 'x')], code: 1, says: 'There is no store in this directory' },
      { args: ['backup', backup], code: 2, says: 'There is a file already.', environment: server.environment },
      {
        args: ['backup', '/nowhere/x'],
        code: 2,
        says: 'This user cannot write there',
        environment: server.environment
      },
      { args: ['restore', backup], code: 2, says: 'Frown is already at work', environment: server.environment }
    ]
    for (const { args, code, says, environment = place.environment } of cases) {
      const run = await runFrown(args, environment)
      expect([args, run.code, run.stdout]).toEqual([args, code, ''])
      expect(run.stderr).toMatch(/^frown: [^\n]+\n$/)
      expect(run.stderr).toContain(says)
    }
    expect(existsSync(join(place.directory, 'store'))).toBe(false)
  })
})
