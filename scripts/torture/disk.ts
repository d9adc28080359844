/**
 * A full disk and a read-only one, under the embedded store, a backup and an export of the log.
 *
 * A small file system in memory stands for the disk, where this machine lets us mount one.
 */
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Served, serve } from '../../apps/server/src/served.fixture.ts'
import { cliMain } from '../bring/places.mjs'
import type { Setting, Torment } from './torment.ts'
import { recovery, summary, writeTo } from './writing.ts'

const sizeMib = 200
const longestRecoveryMs = 20_000

export const disk: Torment = async setting => {
  const place = join(setting.folder, 'disk')
  mkdirSync(place)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMib}m,mode=700`, 'tmpfs', place])
  if (mounted.status !== 0)
    return { did: ['Nothing: this user may not mount a small file system here (root may).'], faults: [] }
  try {
    return await withDisk(setting, place)
  } finally {
    spawnSync('umount', ['--lazy', place])
  }
}

async function withDisk({ isSmall, folder, say }: Setting, place: string) {
  const did: string[] = []
  const faults: string[] = []
  const told = (line: string) => {
    did.push(line)
    say(line)
  }
  const directory = join(place, 'var')
  const ballast = join(place, 'ballast')
  const whole = join(folder, 'whole.backup')
  let server: Served = await serve(directory)
  const writing = writeTo(() => server)
  while (writing.acknowledged.length < 3) await pause(20)

  fill(ballast)
  const fullMs = performance.now()
  await pause(isSmall ? 1_500 : 10_000)
  const read = await fetch(`${server.url}/api/v1/register/systems?limit=5`)
  if (!read.ok) faults.push(`Full: reading was answered ${read.status}.`)
  await read.arrayBuffer()
  const backedUp = await fetch(`${server.url}/api/v1/backup`, { headers: { authorization: `Bearer ${server.token}` } })
  if (backedUp.status !== 507) faults.push(`Full: a backup was answered ${backedUp.status}.`)
  await backedUp.arrayBuffer()
  for (const args of [
    ['backup', join(place, 'x.backup')],
    ['export', 'log', join(place, 'copy')]
  ])
    faults.push(...(await refused('Full', args, { FROWN_DIR: directory })))
  if (existsSync(join(place, 'x.backup'))) faults.push('Full: half a backup has the name of a whole one.')
  const roomMs = performance.now()
  rmSync(ballast)
  rmSync(join(place, 'copy'), { recursive: true, force: true })
  const recoveredMs = await recovery(writing, roomMs, longestRecoveryMs)
  if (recoveredMs === null) faults.push('Full: with room again, no write was taken without a restart.')
  await writing.stop()
  told(
    `Full: meanwhile ${summary(writing.answers, fullMs, roomMs)}; with room again, writes after ${((recoveredMs ?? 0) / 1_000).toFixed(1)} s without a restart.`
  )
  const odd = writing.answers.filter(({ status, code }) => status !== 200 && code !== 'store/no-room')
  if (odd.length > 0) faults.push(`Full: writes were answered otherwise: ${summary(odd)}.`)
  const made = await frown(['backup', whole], { FROWN_DIR: directory })
  if (made.code !== 0) faults.push(`With room again, a backup was refused: ${made.said}`)
  server.kill('SIGTERM')
  if ((await server.ended) !== 0) faults.push('Full: the server did not end cleanly.')

  fill(ballast)
  const started = await startOf(directory)
  told(`Full at the start: ${started}`)
  if (/\n\s+at /.test(started)) faults.push('Full at the start: a stack trace.')
  faults.push(...(await refused('Full', ['restore', whole], { FROWN_DIR: join(place, 'new') })))
  if (existsSync(join(place, 'new')) && readdirSync(join(place, 'new')).length > 0)
    faults.push('Full: half a restore is left.')
  rmSync(ballast)

  if (spawnSync('mount', ['-o', 'remount,ro', place]).status === 0) {
    const start = await startOf(directory)
    told(`Read-only at the start: ${start}`)
    if (!/cannot be used|cannot be opened/.test(start))
      faults.push('Read-only: the start was not refused in a sentence.')
    for (const args of [
      ['backup', join(place, 'y.backup')],
      ['export', 'log', join(place, 'copy')],
      ['restore', whole]
    ])
      faults.push(...(await refused('Read-only', args, { FROWN_DIR: directory })))
    spawnSync('mount', ['-o', 'remount,rw', place])
  }
  server = await serve(directory)
  const lost = await writing.lost(server)
  if (lost.length > 0) faults.push(`${lost.length} acknowledged claims are not there.`)
  server.kill('SIGTERM')
  await server.ended
  told(`${writing.acknowledged.length} acknowledged writes are all there after it.`)
  return { did, faults }
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Takes all room there is. */
function fill(path: string): void {
  const file = openSync(path, 'w')
  for (let bytes = 1 << 20; bytes >= 1; bytes = bytes === 1 ? 0 : bytes >> 1)
    try {
      for (const block = Buffer.alloc(bytes, 1); ; ) if (writeSync(file, block) < bytes) break
    } catch {
      // A smaller block may still fit.
    }
  closeSync(file)
}

/** What the server says last when it is started and ended. */
const startOf = (directory: string): Promise<string> =>
  serve(directory).then(
    async server => {
      server.kill('SIGTERM')
      return (await server.ended) === 0 ? 'it started, and ended cleanly.' : 'it started and ended with a fault.'
    },
    (error: unknown) => lastLine(error instanceof Error ? error.message : String(error))
  )

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? ''

/** Faults of a command that should be refused in one sentence. */
async function refused(when: string, args: readonly string[], environment: Record<string, string>): Promise<string[]> {
  const { code, said } = await frown(args, environment)
  const isSentence = said.split('\n').filter(line => line.startsWith('frown: ')).length === 1 && !/\n\s+at /.test(said)
  if ((code === 1 || code === 2) && isSentence && !said.includes('The program failed')) return []
  return [`${when}: frown ${args[0]} ended with ${code} and said: ${said.slice(0, 600)}`]
}

function frown(
  args: readonly string[],
  environment: Record<string, string>
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [cliMain, ...args], {
    env: { ...process.env, DATABASE_URL: '', NODE_COMPILE_CACHE: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said += chunk
    })
  return new Promise(resolve => child.once('close', code => resolve({ code, said })))
}
