/**
 * How does a command end that did not do what was asked? In one line for people, and with --json in one document.
 *
 * Exit code 1: the register or the forecast answers no. 2: misuse or failure. Nothing a person meets holds a stack trace.
 */
import type { FrownError } from '@frown/core/shared'
import { type Command, CommanderError, type Option } from 'commander'
import { exitCodeOf, lineOf, refusedWith } from './refusal.ts'

export interface Ending {
  readonly exitCode: 0 | 1 | 2
  readonly stdout: string
  readonly stderr: string
}

export function endingOf(thrown: unknown, program: Command, json: boolean): Ending {
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return { exitCode: 0, stdout: '', stderr: '' }
  // Half a command: its help has been written instead.
  if (thrown instanceof CommanderError && thrown.code === 'commander.help')
    return { exitCode: 2, stdout: '', stderr: '' }
  const error = inFlags(errorOf(thrown), program)
  return {
    exitCode: exitCodeOf(error.code),
    stdout: json ? `${JSON.stringify({ error }, null, 2)}\n` : '',
    stderr: `${lineOf(error)}\n`
  }
}

function errorOf(thrown: unknown): FrownError {
  const refused = refusedWith(thrown)
  if (refused) return refused
  if (thrown instanceof CommanderError) return inWords(thrown)
  const ofDisk = faultOfDisk(thrown)
  if (ofDisk) return ofDisk
  const reason = thrown instanceof Error ? thrown.message : String(thrown)
  return { code: 'server/failed', detail: `The program failed: ${reason}`, remedy: 'FROWN_TRACE=1 shows where' }
}

/** What the system says of a file, in words; null: it is none of these. */
function faultOfDisk(thrown: unknown): FrownError | null {
  if (!(thrown instanceof Error) || !('code' in thrown)) return null
  const place = 'path' in thrown && typeof thrown.path === 'string' ? { place: thrown.path } : {}
  if (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT')
    return { code: 'store/no-room', detail: 'The disk has no room left', ...place, remedy: 'Make room and try again' }
  if (thrown.code === 'EROFS' || thrown.code === 'EACCES' || thrown.code === 'EPERM')
    return {
      code: 'input/invalid',
      detail: `This user may not write there (${thrown.code})`,
      ...place,
      remedy: 'Give another place'
    }
  return null
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
function inFlags(error: FrownError, program: Command): FrownError {
  const options = (command: Command): readonly Option[] => [...command.options, ...command.commands.flatMap(options)]
  const flag = options(program).find(option => option.attributeName() === error.place)?.long
  return flag ? { ...error, place: flag } : error
}
