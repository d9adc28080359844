import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readLock } from '@frown/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forecastRuns, givenRace, jsonFile } from './forecast-runs.fixture.ts'
import { freshDirectory, type Place, runningServer } from './places.fixture.ts'
import { type Run, runFrown } from './run-frown.fixture.ts'

const answer = ({ stdout }: Run) => JSON.parse(stdout)
const files = mkdtempSync(join(tmpdir(), 'frown-forecast-'))
afterAll(() => rmSync(files, { recursive: true, force: true }))
const race = jsonFile(files, 'race.json', givenRace)

describe.each([
  { store: 'over a server', open: runningServer, isServed: true },
  { store: 'on the embedded store', open: freshDirectory, isServed: false }
])('frown $store', ({ open, isServed }) => {
  let place: Place
  const frown = (...args: string[]): Promise<Run> => runFrown(args, place.environment)
  beforeAll(async () => {
    place = await open()
    if (!isServed) await frown('disclosure')
  }, 120_000)
  afterAll(() => place.leave(), 30_000)

  it.each(forecastRuns)('answers $args.0 in words', async ({ args, says }) => {
    const words = await frown(...args)
    expect(words).toMatchObject({ code: 0, stderr: '' })
    for (const said of says) expect(words.stdout).toMatch(said)
    expect(words.stdout).not.toMatch(/undefined|\[object|null|NaN|Infinity/)
    const drawn = words.stdout.split('\n').filter(line => /[─█●]| {3}/.test(line))
    for (const line of drawn) expect(line.length, line).toBeLessThanOrEqual(80)
  })

  it.each(isServed ? forecastRuns : forecastRuns.slice(0, 1))('answers $args.0 as JSON', async ({ args, json }) => {
    const document = await frown(...args, '--json')
    expect(document).toMatchObject({ code: 0, stderr: '' })
    expect(Object.keys(answer(document))).toEqual(json)
    expect(answer(document).pins.registerVersion).toBeGreaterThan(1_000)
  })

  it('answers simulate in words and as JSON', async () => {
    const words = await frown('simulate', race)
    expect(words).toMatchObject({ code: 0, stderr: '' })
    expect(words.stdout).toMatch(/^Draw {2}one +two\n/)
    expect(words.stdout).toMatch(/^1 +\d\.\d{3} +\d\.\d{3}\n2 +none +none$/m)
    const { crossingYears, speedLimitYears } = answer(await frown('simulate', race, '--json'))
    expect(crossingYears).toHaveLength(2)
    expect(crossingYears[1]).toEqual([null, null])
    expect(speedLimitYears).toEqual([null, null])
  })

  if (!isServed) return

  it.each([
    {
      args: ['forecast', '--who', 'opnai'],
      code: 'forecast/unknown-group',
      exit: 1,
      line: /"opnai"\. --who\. .*openai/
    },
    { args: ['solve', '--delay', '41'], code: 'forecast/invalid', exit: 1, line: /--delay is 41\. Give .* 0 to 40/ },
    { args: ['forecast', '--known-on', '1900-01-01'], code: 'forecast/unknown-group', exit: 1, line: /--known-on\./ },
    {
      args: ['believe', '--parameters', 'IMPOSSIBLE'],
      code: 'forecast/invalid',
      exit: 1,
      line: /returns has low 3 above high 2\. .*IMPOSSIBLE\.json\. Swap/
    },
    {
      args: ['simulate', 'LACKING'],
      code: 'input/invalid',
      exit: 2,
      line: /parameters\.0\.returns is missing\. .*LACKING\.json\. Give a finite number/
    },
    { args: ['simulate', 'STRANGE'], code: 'input/invalid', exit: 2, line: /"horizonYear" is not a field .*STRANGE/ }
  ])('answers no to $args with exit code $exit', async ({ args, code, exit, line }) => {
    const { returns: _, ...lacking } = givenRace.parameters[0] as Record<string, number>
    const contents: Record<string, unknown> = {
      IMPOSSIBLE: { returns: { kind: 'uniform', low: 3, high: 2 } },
      LACKING: { ...givenRace, parameters: [lacking] },
      STRANGE: { ...givenRace, horizonYear: 3 }
    }
    const filled = args.map(arg => (Object.hasOwn(contents, arg) ? jsonFile(files, `${arg}.json`, contents[arg]) : arg))
    const run = await frown(...filled, '--json')
    expect(run.code).toBe(exit)
    expect(run.stderr).toMatch(/^frown: [^\n]+\n$/)
    expect(run.stderr).toMatch(line)
    expect(answer(run).error.code).toBe(code)
  })

  it('takes the question back on Ctrl-C and ends with exit code 1', async () => {
    const jobs = `${readLock(place.directory)?.url}/api/v1/forecast`
    const refusal = { who: 'leading', share: 0.2, startYears: 0, rampYears: 1 }
    const body = { draws: 3_000_000, delayYears: 5, race: { seed: 77 }, scenario: { refusal } }
    const headers = { 'content-type': 'application/json' }
    const asked = await fetch(`${jobs}/scenarios`, { method: 'POST', headers, body: JSON.stringify(body) })
    const { id } = (await asked.json()) as { id: string }
    const stateOf = async (method = 'GET') =>
      ((await (await fetch(`${jobs}/jobs/${id}`, { method })).json()) as { state: string }).state
    expect(await stateOf('DELETE')).toBe('cancelled')

    const main = fileURLToPath(new URL('main.ts', import.meta.url))
    const child = spawn(process.execPath, [main, 'forecast', '--draws', '3000000', '--seed', '77', '--json'], {
      env: { ...process.env, DATABASE_URL: '', ...place.environment },
      stdio: ['ignore', 'pipe', 'pipe']
    })
    let stdout = ''
    child.stdout.on('data', text => {
      stdout += text
    })
    const ended = new Promise(resolve => child.on('close', resolve))
    await expect.poll(() => stateOf(), { timeout: 15_000 }).toMatch(/waiting|running/)
    child.kill('SIGINT')
    expect(await ended).toBe(1)
    expect(JSON.parse(stdout).error.code).toBe('forecast/cancelled')
    expect(await stateOf()).toBe('cancelled')
  })
})
