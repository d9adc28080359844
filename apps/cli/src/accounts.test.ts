import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDirectory, type Place, runningServer } from './places.fixture.ts'
import { type Run, runFrown } from './run-frown.fixture.ts'

const longMs = 60_000

describe.each([
  { where: 'in the directory itself', place: freshDirectory, origin: 'https://frown.example' },
  { where: 'where a server runs on the directory', place: runningServer, origin: null }
])('accounts, $where', ({ place: open, origin }) => {
  let place: Place
  const frown = (...args: string[]): Promise<Run> =>
    runFrown(args, { ...place.environment, ...(origin === null ? {} : { ORIGIN: origin }) })
  beforeAll(async () => {
    place = await open()
  }, 120_000)
  afterAll(() => place.leave(), 30_000)

  it(
    'are made with a link alone on standard output, listed, changed and removed, which their trail tells',
    async () => {
      const invited = await frown('invite', 'Ada@People.example', '--role', 'editor')
      expect(invited.stdout).toMatch(/^https?:\/\/[^/\n]+\/account\/link\?token=[\w-]{43}\n$/)
      if (origin !== null) expect(invited.stdout).toContain(`${origin}/account/link`)
      expect(invited.stderr).toMatch(
        /For ada@people\.example, editor\. It works once, until \d{4}-\d\d-\d\d \d\d:\d\d UTC\.\n$/
      )

      const listed = await frown('accounts')
      expect(listed.stdout).toMatch(/editor +\d{4}-\d\d-\d\d +ada@people\.example/)
      const changed = await frown(
        'accounts',
        'role',
        'ada@people.example',
        'spokesperson',
        '--group',
        'openai',
        '--json'
      )
      const { account } = JSON.parse(changed.stdout)
      expect(account).toMatchObject({ role: 'spokesperson', groupId: 'openai', email: 'ada@people.example' })

      expect(await frown('accounts', 'remove', 'ADA@people.example')).toMatchObject({
        code: 0,
        stdout: `Removed. What is left of it is its id, ${account.id}.\n`
      })
      const trail = JSON.parse((await frown('accounts', 'trail', '--json')).stdout)
      expect(trail.items.map(({ what }: { what: string }) => what)).toEqual(['removed', 'role-changed', 'invited'])
      expect((await frown('accounts')).stdout).toBe('No accounts. frown invite makes one.\n')
    },
    2 * longMs
  )

  it.each([
    {
      args: ['invite', 'press@lab.example', '--role', 'spokesperson'],
      says: 'A spokesperson speaks for a group. groupId. Give the id of the group. Nothing was changed.'
    },
    {
      args: ['invite', 'press@lab.example', '--role', 'spokesperson', '--group', 'nobody'],
      says: 'The register knows no group "nobody". groupId.'
    },
    { args: ['accounts', 'remove', 'nobody@lab.example'], says: 'No account has the address "nobody@lab.example".' },
    { args: ['accounts', 'trail', 'nobody@lab.example'], says: 'No account has the address "nobody@lab.example".' }
  ])(
    'answer no to $args, with exit code 1',
    async ({ args, says }) => {
      const { code, stdout, stderr } = await frown(...args)
      expect(stderr).toContain(`frown: ${says}`)
      expect([code, stdout]).toEqual([1, ''])
    },
    longMs
  )
})
