import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, runningServer } from './places.fixture.ts'
import { type Run, runFrown } from './run-frown.fixture.ts'

const answer = ({ stdout }: Run) => JSON.parse(stdout)

describe('frown where a server runs on the directory', () => {
  let place: Place
  const frown = (...args: string[]): Promise<Run> => runFrown(args, place.environment)
  beforeAll(async () => {
    place = await runningServer()
  }, 120_000)
  afterAll(() => place.leave(), 30_000)

  it('says how fast training compute grows, in a sentence', async () => {
    const { code, stdout, stderr } = await frown('trend', '--from', '2010-01-01', '--known-on', '2025-04-30')
    expect(stdout.split('\n')[0]).toBe(
      '4.68× per year (90% interval 4.23–5.19), R² 0.60, 407 training runs, doubling every 5.4 months (5.1–5.8).'
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('gives all systems as JSON and as CSV, fifty as a table, and as many as asked for', async () => {
    const [all, csv, table, three] = await Promise.all([
      frown('register', 'systems', '--json'),
      frown('register', 'systems', '--csv'),
      frown('register', 'systems'),
      frown('register', 'systems', '--json', '--limit', '3')
    ])
    const { items, total, nextCursor } = answer(all as Run)
    expect(nextCursor).toBeNull()
    expect(new Set(items.map(({ id }: { id: string }) => id)).size).toBe(total)
    expect(csv?.stdout.match(/^[a-z0-9.-]+,/gm)).toHaveLength(total + 1)
    expect(table?.stdout).toContain(`\n50 of ${total} systems`)
    expect(answer(three as Run).items).toEqual(items.slice(0, 3))
  })

  it.each([
    { asked: 'groups', args: ['register', 'groups'], holds: 'openai' },
    { asked: 'a group', args: ['register', 'group', 'openai'], holds: 'GPT-4o' },
    { asked: 'a system', args: ['register', 'system', 'gpt-4o', '--history'], holds: 'withdrawn' },
    {
      asked: 'changes',
      args: ['register', 'changes', '--from', '2025-02-24', '--to', '2025-04-15'],
      holds: 'Training compute'
    },
    { asked: 'disclosure', args: ['disclosure', '--known-on', '2026-07-31'], holds: '2021' }
  ])('answers for $asked in words and as JSON', async ({ args, holds }) => {
    const [words, json] = await Promise.all([frown(...args), frown(...args, '--json')])
    expect(words).toMatchObject({ code: 0, stderr: '' })
    expect(words?.stdout).toContain(holds)
    expect(words?.stdout).not.toMatch(/undefined|\[object|null|NaN/)
    expect(answer(json as Run)).toHaveProperty('registerVersion')
    expect(json).toMatchObject({ code: 0, stderr: '' })
  })

  it('shows the history of a system that is withdrawn by now', async () => {
    const asked = ['register', 'system', '3D city reconstruction', '--known-on', '2026-08-01']
    expect(await frown(...asked)).toMatchObject({ code: 1, stdout: '' })
    const { history } = answer(await frown(...asked, '--history', '--json'))
    expect(history[0]).toMatchObject({ property: 'name', claims: [{ status: 'asserted' }, { status: 'withdrawn' }] })
  })

  it.each([
    { args: ['register', 'system', 'GTP-4o'], code: 'register/unknown-system', line: /"GTP-4o".*GPT-4o/ },
    { args: ['register', 'group', 'opnai'], code: 'register/unknown-group', line: /"opnai".*openai/ },
    {
      args: ['register', 'systems', '--group', 'opnai'],
      code: 'register/unknown-group',
      line: /"opnai".* --group\..*openai/
    },
    { args: ['trend', '--from', '2026-11-01'], code: 'register/too-few-systems', line: /at least three/ }
  ])('answers no to $args with exit code 1', async ({ args, code, line }) => {
    const [words, json] = await Promise.all([frown(...args), frown(...args, '--json')])
    expect(words).toMatchObject({ code: 1, stdout: '' })
    expect(words?.stderr).toMatch(/^frown: [^\n]+\n$/)
    expect(words?.stderr).toMatch(line)
    expect(json?.code).toBe(1)
    expect(answer(json as Run).error.code).toBe(code)
  })

  it.each([
    { args: ['register', 'systems', '--min-flop', '1e26', '--max-flop', '1e25'], line: /--min-flop/ },
    { args: ['register', 'changes', '--from', '2025-04-15', '--to', '2025-02-24'], line: /--from/ }
  ])('takes bounds that exclude each other for misuse: $args', async ({ args, line }) => {
    const run = await frown(...args)
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toMatch(line)
  })

  it('ends quietly when its reader has seen enough', async () => {
    const main = fileURLToPath(new URL('main.ts', import.meta.url))
    const child = spawn(process.execPath, [main, 'register', 'systems', '--json'], {
      env: { ...process.env, DATABASE_URL: '', ...place.environment },
      stdio: ['ignore', 'pipe', 'pipe']
    })
    let stderr = ''
    child.stderr.on('data', text => {
      stderr += text
    })
    child.stdout.destroy()
    expect(await new Promise(resolve => child.on('close', resolve))).toBe(0)
    expect(stderr).toBe('')
  })

  it('shows what an import changes, writes it, and finds nothing new the second time', async () => {
    const file = join(place.directory, 'models.csv')
    writeFileSync(file, oneModel)
    const before = answer(await frown('register', 'systems', '--json', '--limit', '1'))
    const dry = await frown('import', 'epoch', file, '--create-groups', '--dry-run')
    expect(dry.stdout).toContain('Added systems (1)')
    expect(dry.stdout).toContain('A dry run; nothing was changed.')
    expect(answer(await frown('register', 'systems', '--json', '--limit', '1'))).toEqual(before)
    const written = await frown('import', 'epoch', file, '--create-groups')
    expect(written).toMatchObject({ code: 0, stderr: '' })
    expect(written.stdout).toMatch(/Written: \d+ claims\. The register is at entry \d+\.\n$/)
    const again = answer(await frown('import', 'epoch', file, '--json'))
    expect(again).toMatchObject({ claims: 0, isEmpty: true })
    expect(again.registerVersion).toBeGreaterThan(before.registerVersion)
  })
})

const oneModel = `Model,Organization,Publication date,Domain,Training compute (FLOP),Parameters,Link,Confidence,Notability criteria
Example-1,Example Makers,2026-11-01,Language,1e20,1000000,https://example.org/1,Likely,Historical significance
`
