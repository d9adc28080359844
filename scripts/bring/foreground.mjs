/**
 * Runs a program in the foreground and ends as it ends.
 *
 * A server gets a group of its own and each signal from us, once: Ctrl-C at a terminal would otherwise reach it twice.
 * A command line program stays in the terminal's group, so that it can read from it. Killing npm ends only npm and its
 * shell, so that a server is stopped too when the shell that npm started us in is gone.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Resolves to the exit code, 128 + its number when a signal ended the program. */
export function runInForeground(command, args, { env, cwd = process.cwd(), ownGroup = false }) {
  const apart = ownGroup && process.platform !== 'win32'
  const child = spawn(command, args, {
    env,
    cwd,
    detached: apart,
    stdio: ownGroup ? ['ignore', 'inherit', 'inherit'] : 'inherit'
  })
  const fromTerminal = !apart && process.stdin.isTTY
  const passOn = signal => {
    if (signal === 'SIGINT' && fromTerminal) return
    // A closed terminal is no reason for a server to leave its store as a crash would.
    child.kill(signal === 'SIGHUP' && ownGroup ? 'SIGTERM' : signal)
  }
  for (const signal of signals) process.on(signal, passOn)
  const parent = process.ppid
  const stopWhenOrphaned = () => process.ppid !== parent && child.kill('SIGTERM')
  const watch = ownGroup && process.env.npm_lifecycle_event ? setInterval(stopWhenOrphaned, 300) : undefined
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      clearInterval(watch)
      for (const name of signals) process.off(name, passOn)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}
