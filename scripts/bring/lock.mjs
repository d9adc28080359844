/**
 * One process at a time brings things into a clone.
 *
 * A folder is made atomically, so that two first starts cannot both win; a lock whose holder has died is taken over.
 */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { toolsFolder } from './places.mjs'
import { say } from './refusal.mjs'

export async function withLock(action, folder = join(toolsFolder, 'lock')) {
  mkdirSync(join(folder, '..'), { recursive: true })
  for (let told = false; !take(folder); await sleep(200)) {
    if (!told) say('Waiting for another Frown command that is preparing this folder …')
    told = true
  }
  const release = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', release)
  try {
    return await action()
  } finally {
    process.off('exit', release)
    release()
  }
}

function take(folder) {
  try {
    mkdirSync(folder)
    writeFileSync(join(folder, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true })
    return false
  }
}

/** The holder is gone, or never wrote its number within five seconds. */
export function isAbandoned(folder) {
  try {
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'))
    if (pid > 0) return !isRunning(pid)
  } catch {}
  try {
    return Date.now() - statSync(folder).mtimeMs > 5000
  } catch {
    return false
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
