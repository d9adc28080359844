/**
 * `frown worker`: lends this machine's processors to the forecasts of a server on the same PostgreSQL.
 */
import type { ChunkNews } from '@frown/server'
import type { Command } from 'commander'
import { counted, writeLines, writeNote } from './output.ts'

export function addWorker(program: Command): void {
  program
    .command('worker')
    .description('compute parts of large forecasts for the servers on the same DATABASE_URL, until stopped')
    .addHelpText(
      'after',
      `
DATABASE_URL must be set to what the server has, such as postgres://frown:secret@db.example/frown. FROWN_THREADS says how many processors to use (default: all).
Ctrl-C stops it once it has done what it has in hand; a second one stops it at once.

Examples:
  $ frown worker
  $ FROWN_THREADS=4 frown worker`
    )
    .action(work)
}

const lingerMs = 1_000

async function work(): Promise<void> {
  const { machineClock, orRefuse, readConfig, runWorker } = await import('@frown/server')
  const config = orRefuse(readConfig(process.env, process.cwd()))
  const stop = new AbortController()
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(130)
    stop.abort()
    writeLines(['Stopping after what is in hand.'])
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  try {
    await runWorker(config, {
      now: machineClock,
      signal: stop.signal,
      onReady: version =>
        writeLines([
          `Taking parts of forecasts of version ${version} on ${counted(config.threads, 'thread')}. Ctrl-C stops it.`
        ]),
      report
    })
    writeLines(['Stopped.'])
    // A connection to a database that is frozen keeps the process.
    setTimeout(() => process.exit(), lingerMs).unref()
  } finally {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}

function report(news: ChunkNews): void {
  const line = lineOf(news)
  if (news.kind === 'taken' || news.kind === 'done' || news.kind === 'unwanted') writeLines([line])
  else writeNote(line)
}

function lineOf(news: ChunkNews): string {
  if (news.kind === 'away') return `The database does not answer (${news.reason}). Trying again.`
  if (news.kind === 'back') return 'The database answers again.'
  const { sweep, first, draws } = news.chunk
  const what = `draws ${first} to ${first + draws - 1} of job ${sweep.split('-')[0]}`
  switch (news.kind) {
    case 'taken':
      return `Took ${what}.`
    case 'done':
      return `Did ${what} (${(news.ms / 1_000).toFixed(1)} s).`
    case 'unwanted':
      return `Left ${what}, which nobody wants any more.`
    case 'failed':
      return `Could not do ${what}: ${news.reason}.`
  }
}
