import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endingOf } from './ending.ts'
import { programOf } from './program.ts'

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const own = { DATABASE_URL: '', FROWN_TRACE: '', NODE_COMPILE_CACHE: join(tmpdir(), 'frown-test-compile-cache') }

/** The command line as its users meet it: a process with arguments, two streams and an exit code. */
export function runFrown(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, ...own, ...environment },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve({ code, stdout, stderr }))
  })
}

/** The same without a process, for what is decided before a store is opened. */
export async function askFrown(args: readonly string[]): Promise<Run> {
  let stdout = ''
  let stderr = ''
  const program = programOf({
    writeOut: text => {
      stdout += text
    },
    writeErr: text => {
      stderr += text
    }
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return { code: 0, stdout, stderr }
  } catch (thrown) {
    const ending = endingOf(thrown, program, args.includes('--json'))
    return { code: ending.exitCode, stdout: stdout + ending.stdout, stderr: stderr + ending.stderr }
  }
}
