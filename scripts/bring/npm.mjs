// The npm that came with this machine: the one that runs us, else the one on PATH.
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { runQuietly } from './run-quietly.mjs'

/** Runs npm with `args`; its noise is kept unless it fails. */
export async function npm(args, options) {
  const script = npmScript(process.env.npm_execpath)
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  if (script) return await runQuietly(process.execPath, [script, ...args, ...quiet], options)
  // On Windows npm is a command file, which only a shell can start.
  await runQuietly('npm', [...args, ...quiet], { ...options, shell: process.platform === 'win32' })
}

function npmScript(execPath) {
  if (!execPath || !/^np[mx]-cli\.js$/.test(basename(execPath))) return null
  const script = join(dirname(execPath), 'npm-cli.js')
  return existsSync(script) ? script : null
}
