// Runs an installer or a build without its noise: the output is kept in a file and named only when it fails.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root, toolsFolder } from './places.mjs'
import { Refusal } from './refusal.mjs'

/** `name` names the log in .tools/log; `what` and `remedy` are the sentences said on failure. */
export async function runQuietly(command, args, { name, what, remedy, cwd = root, env = process.env, shell = false }) {
  const { code, output } = await capture(command, args, { cwd, env, shell })
  if (code === 0) return
  const log = join(toolsFolder, 'log', `${name}.log`)
  mkdirSync(join(toolsFolder, 'log'), { recursive: true })
  writeFileSync(log, output)
  const cause = tellingLine(output)
  throw new Refusal(`${what}${cause ? `: ${cause}` : '.'}`, `${remedy} The whole output is in ${relative(root, log)}.`)
}

/** Exit code and everything printed; code 127 when the command cannot be started. */
export function capture(command, args, { cwd = root, env = process.env, shell = false } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks = []
    child.stdout.on('data', chunk => chunks.push(chunk))
    child.stderr.on('data', chunk => chunks.push(chunk))
    child.on('error', error => resolve({ code: 127, output: error.message }))
    child.on('close', code => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }))
  })
}

/** The line of an output that most likely says what went wrong. */
export function tellingLine(output) {
  const lines = output
    .split('\n')
    .map(line => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .filter(line => line && !/^(code|errno|syscall|at |npm warn|A complete log)/.test(line))
  return lines.find(line => /error|not found|cannot|fail|unable|ENO|EACC|ETIMEDOUT/i.test(line)) ?? lines.at(-1) ?? ''
}
