/**
 * A PostgreSQL server that lives as long as one run of the tests, in a folder of its own, on loopback only.
 *
 * PostgreSQL refuses to run as root, so that root runs it as another user. It keeps fsync: tests kill what writes to it.
 */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from './bring/refusal.mjs'

const host = '127.0.0.1'

/** Starts one with the binaries in `bin`; `url` names its first database, `stop` ends it and removes its folder. */
export async function startPostgres(bin) {
  const folder = mkdtempSync(join(tmpdir(), 'frown-postgres-'))
  const data = join(folder, 'data')
  const who = ordinaryUser()
  const password = randomBytes(16).toString('hex')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (who) for (const place of [folder, passwordFile]) chownSync(place, who.uid, who.gid)
  const asWho = { ...who, cwd: folder, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } }
  const init = [
    '-D',
    data,
    '-U',
    'frown',
    '-E',
    'UTF8',
    '--locale=C',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--no-sync'
  ]
  const made = spawnSync(join(bin, 'initdb'), init, { ...asWho, encoding: 'utf8' })
  if (made.status !== 0) refuse(folder, made.error?.message ?? made.stderr)

  const port = await freePort()
  const settings = {
    listen_addresses: host,
    port,
    unix_socket_directories: '',
    max_connections: 60,
    shared_buffers: '64MB',
    wal_level: 'minimal',
    max_wal_senders: 0,
    log_min_messages: 'fatal'
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  let said = ''
  let server
  let ended
  const begin = async () => {
    server = spawn(join(bin, 'postgres'), ['-D', data, ...options], {
      ...asWho,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe']
    })
    server.stderr.on('data', chunk => {
      said = `${said}${chunk}`.slice(-4000)
    })
    ended = new Promise(resolve => server.once('exit', resolve))
    if (!(await answers(port, server))) refuse(folder, said)
  }
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  const atExit = () => {
    signalAll(server.pid, 'SIGCONT')
    server.kill('SIGQUIT')
    remove()
  }
  process.once('exit', atExit)
  await begin()
  return {
    url: `postgres://frown:${password}@${host}:${port}/postgres`,
    /** Every process of it is killed, as when its machine goes away. */
    async crash() {
      signalAll(server.pid, 'SIGKILL')
      await ended
    },
    /** Starts it again on what it had. */
    again: begin,
    /** It keeps its connections and says nothing. */
    freeze: () => signalAll(server.pid, 'SIGSTOP'),
    thaw: () => signalAll(server.pid, 'SIGCONT'),
    async stop() {
      process.off('exit', atExit)
      signalAll(server.pid, 'SIGCONT')
      server.kill('SIGINT')
      await Promise.race([ended, sleep(5000).then(() => server.kill('SIGQUIT'))])
      await ended
      remove()
    }
  }
}

/** To a server and to what it started; each of those leads a group of its own. */
function signalAll(pid, signal) {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const children = stdout
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === pid)
    .map(([child]) => child)
  for (const each of [pid, ...children]) {
    try {
      process.kill(each, signal)
    } catch {
      // It has ended.
    }
  }
}

/** Root's stand-in, and nothing for anyone else. */
function ordinaryUser() {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map(flag =>
      Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout, 10)
    )
    if (uid > 0 && gid > 0) return { uid, gid }
  }
  throw new Refusal(
    'PostgreSQL refuses to run as root and this system has neither a user postgres nor nobody.',
    'Run the tests as another user.'
  )
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, host, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** Whether it lets somebody in: it takes connections before that, and refuses them while it starts. */
async function answers(port, server) {
  const hello = Buffer.from('\0\0\0\0\0\x03\0\0user\0frown\0\0', 'latin1')
  hello.writeUInt32BE(hello.length, 0)
  for (let tries = 0; tries < 200 && server.exitCode === null; tries++) {
    const asked = await new Promise(resolve => {
      const socket = createConnection({ host, port }, () => socket.write(hello))
      socket.once('data', chunk => resolve(String.fromCharCode(chunk[0])))
      socket.once('error', () => resolve('')).once('close', () => resolve(''))
      socket.once('data', () => socket.destroy())
    })
    // R: it asks for the password.
    if (asked === 'R') return true
    await sleep(50)
  }
  return false
}

function refuse(folder, said) {
  rmSync(folder, { recursive: true, force: true })
  throw new Refusal(
    `PostgreSQL did not start: ${said.trim().split('\n').at(-1)}`,
    'TEST_DATABASE_URL may name a server of your own instead.'
  )
}
