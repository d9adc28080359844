// Debian's packages, where apt-get is and we are root (a container, a CI machine).
import { existsSync } from 'node:fs'
import { Refusal } from './refusal.mjs'
import { capture, tellingLine } from './run-quietly.mjs'

export function canInstallDebianPackages() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

export async function bringDebianPackages(names) {
  // RUNLEVEL=1 keeps the packages from starting services of their own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  await capture('apt-get', ['update'], { env })
  const install = ['install', '--yes', '--no-install-recommends', ...names]
  const { code, output } = await capture('apt-get', install, { env })
  if (code === 0) return
  throw new Refusal(
    `apt-get could not install ${names.join(' ')}: ${tellingLine(output)}`,
    'Install it by hand and run the command again.'
  )
}
