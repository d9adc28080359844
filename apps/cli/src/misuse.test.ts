import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { askFrown, runFrown } from './run-frown.fixture.ts'

const distribution = { kind: 'constant', value: 0.4 }
/** Files whose names stand for themselves in what is asked. */
const contents: Readonly<Record<string, unknown>> = {
  LIST: [{ name: 'returns', distribution }],
  NAMELESS: { parameters: [{ name: 'returns', distribution }, { distribution }] },
  TWICE: {
    parameters: [
      { name: 'returns', distribution },
      { name: 'returns', distribution }
    ]
  }
}
const files: Record<string, string> = {}

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'frown-misuse-'))
  vi.stubEnv('FROWN_DIR', join(directory, 'store'))
  for (const [name, content] of Object.entries(contents)) {
    const file = join(directory, `${name.toLowerCase()}.json`)
    files[name] = file
    writeFileSync(file, JSON.stringify(content))
  }
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(directory, { recursive: true, force: true })
})

describe('misuse ends with exit code 2 and one line, before any store is opened', () => {
  it.each([
    { args: ['register', 'systems', '--known-on', '2025-02-30'], says: '"2025-02-30" is not a day. --known-on.' },
    {
      args: ['register', 'systems', '--released-from', 'yesterday'],
      says: '"yesterday" is not a day. --released-from.'
    },
    { args: ['trend', '--from', '2010'], says: '"2010" is not a day. --from.' },
    { args: ['register', 'systems', '--min-flop', 'NaN'], says: '"NaN" is not an amount of computing. --min-flop.' },
    { args: ['register', 'systems', '--min-flop', '-1'], says: '"-1" is not an amount of computing. --min-flop.' },
    {
      args: ['register', 'systems', '--max-flop', '1e400'],
      says: '"1e400" is not an amount of computing. --max-flop.'
    },
    { args: ['register', 'systems', '--max-flop', '0x10'], says: '"0x10" is not an amount of computing. --max-flop.' },
    { args: ['register', 'systems', '--max-flop', ''], says: '"" is not an amount of computing. --max-flop.' },
    { args: ['register', 'systems', '--limit', '0'], says: '"0" is not a count. --limit.' },
    { args: ['register', 'systems', '--limit', '1.5'], says: '"1.5" is not a count. --limit.' },
    { args: ['register', 'systems', '--compute', 'maybe'], says: 'Allowed choices are any, known, unknown.' },
    { args: ['register', 'systems', '--sort', 'size'], says: 'Allowed choices are' },
    {
      args: ['register', 'systems', '--csv', '--limit', '3'],
      says: "Option '--csv' cannot be used with option '--limit <n>'."
    },
    { args: ['register', 'systems', '--no-such'], says: "Unknown option '--no-such'." },
    { args: ['register', 'systems', '--known-no', '2025-01-01'], says: 'Did you mean --known-on?' },
    { args: ['register', 'systems', 'GPT-4'], says: 'Too many arguments' },
    { args: ['register', 'sistems'], says: 'Did you mean systems?' },
    { args: ['registre'], says: 'Did you mean register?' },
    { args: ['register', 'system'], says: "Missing required argument 'name or id'." },
    { args: ['register', 'changes', '--from', '2025-02-24'], says: "Required option '--to <day>' not specified." },
    { args: ['import', 'epoch'], says: "Missing required argument 'file'." },
    { args: ['import', 'epoch', '/no/such/file.csv'], says: 'There is no such file. /no/such/file.csv.' },
    {
      args: ['import', 'epoch', 'http://127.0.0.1:9/x.csv'],
      says: 'The address cannot be reached. http://127.0.0.1:9/x.csv.'
    },
    { args: ['import', 'epoch', '/'], says: 'This is a directory, not a file. /.' },
    {
      args: ['import', 'epoch', '/dev/zero'],
      says: 'This is longer than 16 MiB, which no list of models is. /dev/zero.'
    },
    { args: ['import', 'epoch', '/no/\u001b[2J.csv'], says: 'There is no such file. /no/\u{FFFD}[2J.csv.' },
    { args: ['import', 'epoch', 'x.csv', '--recorded-at', 'noon'], says: '"noon" is not an instant. --recorded-at.' },
    { args: ['import', 'epoch', 'x.csv', '--rename', 'GPT-4'], says: '"GPT-4" is not a pair. --rename.' },
    { args: ['forecast', '--refuse', '120%'], says: '"120%" is not a share. --refuse.' },
    { args: ['forecast', '--refuse', '-5%'], says: '"-5%" is not a share. --refuse.' },
    { args: ['forecast', '--refuse', 'most'], says: '"most" is not a share. --refuse. Write one such as 20% or 0.2' },
    { args: ['forecast', '--delay', 'NaN'], says: '"NaN" is not a number from 0 to 200. --delay.' },
    { args: ['forecast', '--delay', '1e9'], says: '"1e9" is not a number from 0 to 200. --delay.' },
    { args: ['forecast', '--horizon', '0'], says: '"0" is not a number from 1 to 200. --horizon.' },
    { args: ['forecast', '--threshold', 'never'], says: '"never" is not an amount of computing. --threshold.' },
    { args: ['forecast', '--draws', '0.5'], says: '"0.5" is not a count. --draws.' },
    { args: ['forecast', '--seed', '4294967296'], says: '"4294967296" is not a seed. --seed.' },
    { args: ['forecast', '--investors', '2'], says: '"2" is not a number from 0 to 1. --investors.' },
    { args: ['forecast', '--small', '-2'], says: '"-2" is not a number from −1 to 1. --small.' },
    { args: ['forecast', '--start', '2025-02-30'], says: '"2025-02-30" is not a day. --start.' },
    { args: ['forecast', '--who', ','], says: '"," names no group. --who.' },
    { args: ['forecast', '--close', ''], says: '"" names no group. --close.' },
    { args: ['forecast', '--parameters', '/no/such.json'], says: 'There is no such file. /no/such.json.' },
    { args: ['forecast', '--parameters', '/'], says: 'This is a directory, not a file. /.' },
    { args: ['forecast', '--parameters', '/dev/null'], says: 'This is not JSON' },
    { args: ['forecast', '--parameters', '/dev/zero'], says: 'This is longer than 24 MiB' },
    { args: ['believe', '--parameters', 'LIST'], says: 'This is a list. ' },
    { args: ['sensitivity', '--parameters', 'NAMELESS'], says: 'Entry 2 has no name or no distribution. ' },
    { args: ['solve', '--parameters', 'TWICE'], says: '"returns" is there twice. ' },
    { args: ['solve', '--probability', '1.2'], says: '"1.2" is not a share. --probability.' },
    { args: ['solve', '--price', 'close=1'], says: 'with one of refuse, investors, small, cap.' },
    { args: ['solve', '--price', 'refuse=cheap'], says: '"refuse=cheap" is not a price. --price.' },
    { args: ['solve', '--price', '__proto__=1'], says: '"__proto__=1" is not a price. --price.' },
    { args: ['invite', 'ada@people.example'], says: "Required option '--role <role>' not specified." },
    { args: ['invite', 'ada@people.example', '--role', 'king'], says: '"king" is not a role. --role.' },
    { args: ['accounts', 'role', 'ada@people.example', 'king'], says: '"king" is not a role. Give one of' },
    { args: ['accounts', 'remove'], says: "Missing required argument 'email'." },
    { args: ['simulate'], says: "Missing required argument 'file'." },
    { args: ['simulate', '/no/such.json'], says: 'There is no such file. /no/such.json.' },
    { args: ['simulate', 'LIST'], says: 'This is a list. ' }
  ])('frown $args', async ({ args, says }) => {
    const { code, stdout, stderr } = await askFrown(args.map(arg => files[arg] ?? arg))
    expect(stderr).toContain(says)
    expect(stderr).toMatch(/^frown: [^\n]+\n$/)
    expect(stdout).toBe('')
    expect(code).toBe(2)
    expect(readdirSync(directory)).not.toContain('store')
  })

  it('but an empty file is refused as any other, with exit code 1', async () => {
    expect(await askFrown(['import', 'epoch', '/dev/null'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'frown: The file is empty. /dev/null.\n'
    })
  })

  it('is one JSON document on standard output where --json is given', async () => {
    const { code, stdout } = await askFrown(['trend', '--from', '2025-02-30', '--json'])
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: 'input/invalid',
        detail: '"2025-02-30" is not a day',
        place: '--from',
        remedy: 'Write a day of the calendar as YYYY-MM-DD'
      }
    })
    expect(code).toBe(2)
  })

  it.each([
    { args: [], why: 'no command' },
    { args: ['register'], why: 'half a command' }
  ])('shows the help for $why', async ({ args }) => {
    const { code, stdout, stderr } = await askFrown(args)
    expect(stderr).toContain('Usage: frown')
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })

  it('ends a process the same way', async () => {
    expect(await runFrown(['register', 'systems', '--min-flop', 'NaN'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'frown: "NaN" is not an amount of computing. --min-flop. Write a number of FLOP, such as 1e25.\n'
    })
  })
})
