/**
 * The commands there are. Each action loads what it needs when it runs, so that `--help` loads nothing.
 */
import { Command, type OutputConfiguration } from 'commander'
import packageFile from '../package.json' with { type: 'json' }
import { addAccounts } from './accounts.ts'
import { addAudit } from './audit.ts'
import { addBackup, addRestore } from './backup.ts'
import { addBelieve } from './believe.ts'
import { addDisclosure } from './disclosure.ts'
import { addExport } from './export.ts'
import { addForecast } from './forecast.ts'
import { addImport } from './import.ts'
import { addInvite } from './invite.ts'
import { addLog } from './log.ts'
import { addRegister } from './register.ts'
import { addSensitivity } from './sensitivity.ts'
import { addSimulate } from './simulate.ts'
import { addSolve } from './solve.ts'
import { addTrend } from './trend.ts'
import { addWitness } from './witness.ts'
import { addWorker } from './worker.ts'

/** Help goes to `streams`, which are those of the process if not given. */
export function programOf(streams: Pick<OutputConfiguration, 'writeOut' | 'writeErr'> = {}): Command {
  const program = new Command('frown')
    .description('Who scales AI systems, how fast, how much is no longer disclosed, and what refusing would buy.')
    .version(packageFile.version)
    .exitOverride()
    .configureOutput({
      ...streams,
      outputError: () => undefined,
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100
    })
    .addHelpText(
      'after',
      `
Where the register is:
  FROWN_DIR      directory of the embedded store (default: ./var); a server running there is asked instead
  DATABASE_URL   address of a PostgreSQL server to use in its place

Exit codes: 0 done, 1 the answer is no (unknown system, refused file, impossible scenario), 2 misuse or failure.

Examples:
  $ frown register systems --min-flop 1e25
  $ frown trend --from 2010-01-01 --known-on 2025-04-30
  $ frown forecast --refuse 20%`
    )
  addRegister(program)
  addDisclosure(program)
  addTrend(program)
  addForecast(program)
  addSolve(program)
  addBelieve(program)
  addSensitivity(program)
  addSimulate(program)
  addImport(program)
  addExport(program)
  addAudit(program)
  addLog(program)
  addWitness(program)
  addInvite(program)
  addAccounts(program)
  addWorker(program)
  addBackup(program)
  addRestore(program)
  return program
}
