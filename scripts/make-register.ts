/**
 * Makes data/register from Epoch AI's snapshots, with the importer's own logic: node scripts/make-register.ts SNAPSHOTS OUT
 *
 * The snapshots are not part of the repository. Same snapshots, groups.csv and renames.csv in, same bytes out.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formatManifest } from '../packages/core/src/register/ledger-file.ts'
import { makeLedger, snapshots } from './register-ledger.ts'

const [snapshotDirectory, outDirectory] = process.argv.slice(2)
if (!snapshotDirectory || !outDirectory) {
  console.error('Usage: node scripts/make-register.ts SNAPSHOT_DIR OUT_DIR')
  process.exit(2)
}
const curated = join(dirname(fileURLToPath(import.meta.url)), '../data/register')
const read = (directory: string, file: string) => readFileSync(join(directory, file), 'utf8')
const { manifest, files, report } = makeLedger({
  snapshots: snapshots.map(({ file, day }) => ({ day, text: read(snapshotDirectory, file) })),
  groups: read(curated, 'groups.csv'),
  renames: read(curated, 'renames.csv')
})
mkdirSync(outDirectory, { recursive: true })
for (const [name, text] of [...files, ['ledger.json', formatManifest(manifest)] as const]) {
  writeFileSync(join(outDirectory, name), text)
  console.log(`${name}  ${Math.round(Buffer.byteLength(text) / 1024)} KiB`)
}
console.log(report.join('\n'))
