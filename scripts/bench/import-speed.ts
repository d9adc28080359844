/**
 * How long does an import of a whole snapshot take, most of its values revised?
 *
 * The file is made from the register itself, so that it is as large as the source's own.
 */
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { serverArguments } from '../bring/places.mjs'
import { count, type Measurement, seconds, timed } from './measurement.ts'
import { serve } from './served.ts'

const run = promisify(execFile)
const cliMain = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url))

interface Page {
  readonly nextCursor: string | null
  readonly items: readonly {
    readonly name: string
    readonly groups: readonly { readonly name: string }[]
    readonly releasedOn: string | null
    readonly domain: readonly string[]
    readonly trainingComputeFlop: { readonly value: number; readonly confidence: string } | null
    readonly link: string | null
  }[]
}

export async function importSpeed(frownDir: string): Promise<Measurement[]> {
  const file = join(dirname(frownDir), 'snapshot.csv')
  const rows = await writeSnapshot(frownDir, file)
  const frown = (...args: string[]) =>
    run(process.execPath, [cliMain, ...args], {
      env: { ...process.env, FROWN_DIR: frownDir, DATABASE_URL: '' },
      maxBuffer: 2 ** 28
    })
  const [queryMs = 0] = await timed(1, async () => {
    await frown('trend', '--json')
  })
  const [importMs = 0] = await timed(1, async () => {
    await frown('import', 'epoch', file, '--recorded-at', '2026-11-01', '--create-groups', '--json')
  })
  return [
    {
      what: `Import of ${count(rows)} rows into the embedded store, from the command line`,
      measured: seconds(importMs),
      bar: '< 3 s',
      beside: `a query from the command line, which opens the store and writes nothing: ${seconds(queryMs)}`
    }
  ]
}

async function writeSnapshot(frownDir: string, file: string): Promise<number> {
  const server = await serve(serverArguments, '/api/v1/health', { FROWN_DIR: frownDir, DATABASE_URL: '' })
  try {
    const lines = ['Model,Organization,Publication date,Domain,Parameters,Training compute (FLOP),Link,Confidence']
    let cursor: string | null = null
    do {
      const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const page = (await fetch(`${server.origin}/api/v1/register/systems?limit=200${query}`).then(response =>
        response.json()
      )) as Page
      for (const item of page.items) {
        const flop = item.trainingComputeFlop
        const cells = [
          item.name,
          item.groups.map(({ name }) => name.replaceAll(',', '')).join(','),
          item.releasedOn ?? '',
          item.domain.join(','),
          '',
          flop ? String(flop.value * 1.1) : '',
          item.link ?? '',
          flop && flop.confidence !== 'unknown'
            ? flop.confidence[0]?.toUpperCase() + flop.confidence.slice(1)
            : 'Unknown'
        ]
        lines.push(cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(','))
      }
      cursor = page.nextCursor
    } while (cursor !== null)
    await writeFile(file, `${lines.join('\n')}\n`)
    return lines.length - 1
  } finally {
    await server.stop()
  }
}
