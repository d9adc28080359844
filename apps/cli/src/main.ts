/**
 * The command line as a process: what was asked, what is written where, and the exit code. docs/cli.md says which.
 */
import { endingOf } from './ending.ts'
import { programOf } from './program.ts'

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader such as `head` that has seen enough is no failure.
    if (error.code !== 'EPIPE') throw error
  })
}

const program = programOf()
try {
  await program.parseAsync(process.argv)
} catch (thrown) {
  const { exitCode, stdout, stderr } = endingOf(thrown, program, process.argv.includes('--json'))
  process.exitCode = exitCode
  process.stdout.write(stdout)
  process.stderr.write(stderr)
  if (process.env.FROWN_TRACE === '1' && thrown instanceof Error) process.stderr.write(`${thrown.stack}\n`)
}
