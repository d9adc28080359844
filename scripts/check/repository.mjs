/**
 * Is what is committed fit to be cloned: a lock file for every system and registry, licences in place, no heavy file?
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { missingEntries } from '../complete-lock-file.mjs'

const heaviestKib = 600

const licences = {
  'AGPL-3.0-or-later': 'GNU AFFERO GENERAL PUBLIC LICENSE',
  MIT: 'MIT License'
}

export function lockFileFaults(lock) {
  const entries = Object.entries(lock.packages)
  const faults = entries
    .filter(([, { resolved }]) => /^[a-z+]+:\/\//.test(resolved ?? ''))
    .map(([place]) => `package-lock.json: ${place} has a download address. Install with the .npmrc of this repository.`)
  const missing = Object.keys(missingEntries(lock.packages))
  if (missing.length === 0) return faults
  const advice = 'Run: node scripts/complete-lock-file.mjs'
  return [...faults, `package-lock.json lacks ${missing.length} packages of other systems (${missing[0]} …). ${advice}`]
}

/** Every package says its licence; the root and whatever is not under the root's has the text beside it. */
export function licenceFaults(files, base) {
  return files
    .filter(file => /(^|\/)package\.json$/.test(file))
    .flatMap(file => {
      const { license } = JSON.parse(readFileSync(join(base, file), 'utf8'))
      const opening = licences[license]
      if (!opening) return [`${file}: "license" must be one of ${Object.keys(licences).join(', ')}.`]
      const place = file.replace(/package\.json$/, 'LICENSE')
      if (place !== 'LICENSE' && license === 'AGPL-3.0-or-later') return []
      const text = existsSync(join(base, place)) ? readFileSync(join(base, place), 'utf8') : ''
      return text.trimStart().startsWith(opening) ? [] : [`${place} must hold the text of ${license}.`]
    })
}

export function heavyFiles(files, base) {
  return files.flatMap(file => {
    const kib = Math.round(statSync(join(base, file)).size / 1024)
    if (kib <= heaviestKib) return []
    return [`${file} has ${kib} KiB; the most is ${heaviestKib}. Split it, or make it when it is needed.`]
  })
}
