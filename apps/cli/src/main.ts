/**
 * The command line: what was asked, what it ends with.
 *
 * Exit code 0: done. 1: the register answers no (unknown system, refused file). 2: misuse or failure. See docs/cli.md.
 */
import type { FrownError } from '@frown/core/shared'
import { type Command, CommanderError, type Option } from 'commander'
import { programOf } from './program.ts'
import { exitCodeOf, lineOf, refusedWith } from './refusal.ts'

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
  end(thrown)
}

function end(thrown: unknown): void {
  if (thrown instanceof CommanderError && thrown.code.startsWith('commander.help')) {
    process.exitCode = thrown.exitCode === 0 ? 0 : 2
    return
  }
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return
  const error = inFlags(errorOf(thrown))
  process.exitCode = exitCodeOf(error.code)
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error }, null, 2)}\n`)
  process.stderr.write(`${lineOf(error)}\n`)
  if (process.env.FROWN_TRACE === '1' && thrown instanceof Error) process.stderr.write(`${thrown.stack}\n`)
}

function errorOf(thrown: unknown): FrownError {
  const refused = refusedWith(thrown)
  if (refused) return refused
  if (thrown instanceof CommanderError) return inWords(thrown)
  const reason = thrown instanceof Error ? thrown.message : String(thrown)
  return { code: 'server/failed', detail: `The program failed: ${reason}`, remedy: 'FROWN_TRACE=1 shows where' }
}

function inWords({ message }: CommanderError): FrownError {
  const [what = '', hint] = message.replace(/^error: /, '').split('\n')
  return {
    code: 'input/invalid',
    detail: what.charAt(0).toUpperCase() + what.slice(1),
    remedy: hint?.replace(/^\(|\)$/g, '') ?? 'Add --help to see what there is'
  }
}

/** The API names its parameters; here they are flags. */
function inFlags(error: FrownError): FrownError {
  const options = (command: Command): readonly Option[] => [...command.options, ...command.commands.flatMap(options)]
  const flag = options(program).find(option => option.attributeName() === error.place)?.long
  return flag ? { ...error, place: flag } : error
}
