/**
 * Adds to package-lock.json the optional packages of other systems that npm left out.
 *
 * npm drops what the registry it asked does not hold, and npm 11 then refuses its own lock file in `npm ci`.
 * Name and exact version are in the package that asks for them; the system is in the name. `--check` only tells.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './bring/places.mjs'
import { say } from './bring/refusal.mjs'

const systems = new Set([
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32'
])
const processors = new Set(['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'])
const libraries = { gnu: 'glibc', musl: 'musl' }

/** The entries that `packages` (of a lock file) lacks, by place. */
export function missingEntries(packages) {
  const missing = {}
  for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const entry = entryOf(name, version)
      const isExact = /^\d+\.\d+\.\d+/.test(version)
      if (isExact && entry.os.length > 0 && !resolves(packages, place, name)) missing[`node_modules/${name}`] = entry
    }
  }
  return missing
}

function resolves(packages, place, name) {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (`${at ? `${at}/` : ''}node_modules/${name}` in packages) return true
    if (!at.includes('node_modules/')) return `node_modules/${name}` in packages
  }
}

export function entryOf(name, version) {
  const parts = name.replace(/^.*\//, '').split('-')
  const pick = known => parts.filter(part => known.has(part))
  const libc = parts.filter(part => part in libraries).map(part => libraries[part])
  return {
    version,
    cpu: pick(processors),
    ...(libc.length > 0 && { libc }),
    optional: true,
    os: pick(systems)
  }
}

if (
  process.argv[1] &&
  import.meta.url.endsWith('/scripts/complete-lock-file.mjs') &&
  process.argv[1].endsWith('complete-lock-file.mjs')
) {
  const file = join(root, 'package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingEntries(lock.packages)
  const names = Object.keys(missing)
  if (names.length > 0 && process.argv.includes('--check')) {
    say(`package-lock.json lacks ${names.length} optional packages of other systems, such as ${names[0]}.`)
    say('Run `node scripts/complete-lock-file.mjs` and commit the file.')
    process.exitCode = 1
  } else if (names.length > 0) {
    const sorted = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'))
    writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
    say(`Added ${names.length} entries to package-lock.json.`)
  }
}
