/**
 * npm run torture: does to the server what the world may do to it, and ends with 1 if anything gave way.
 */
import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { torments } from './torments.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, small: { type: 'boolean', default: false } }
})
const names = positionals.length > 0 ? positionals : Object.keys(torments)
const unknown = names.filter(name => !Object.hasOwn(torments, name))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are ${Object.keys(torments).join(', ')}.`)
  process.exit(2)
}
const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed)
if (!Number.isSafeInteger(seed) || seed < 0) {
  console.error(`--seed: "${values.seed}" is not a whole number.`)
  process.exit(2)
}

let gaveWay = 0
for (const name of names) {
  const folder = await mkdtemp(join(tmpdir(), 'frown-torture-'))
  const from = performance.now()
  console.log(`${name} (seed ${seed})`)
  let faults: readonly string[]
  try {
    const verdict = await torments[name]?.({
      seed,
      isSmall: values.small,
      folder,
      postgresBin: process.env.POSTGRES_BIN ?? null,
      say: line => console.error(`  … ${line}`)
    })
    for (const line of verdict?.did ?? []) console.log(`  ${line}`)
    faults = verdict?.faults ?? []
  } catch (error) {
    faults = [`The torment itself broke: ${error instanceof Error ? error.stack : error}`]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  for (const fault of faults.slice(0, 20)) console.log(`  FAULT ${fault}`)
  if (faults.length > 20) console.log(`  and ${faults.length - 20} more`)
  gaveWay += faults.length
  console.log(`  ${faults.length === 0 ? 'held' : 'GAVE WAY'} (${Math.round((performance.now() - from) / 1_000)} s)\n`)
}
process.exitCode = gaveWay > 0 ? 1 : 0
