import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isEmptyDiff, planImport, readEpochFile, readHardwareFile } from '../packages/core/src/register/epoch/index.ts'
import { type Claim, type Instant, makeClaim } from '../packages/core/src/register/index.ts'
import { formatManifest } from '../packages/core/src/register/ledger-file.ts'
import { makeLedger, snapshots } from './register-ledger.ts'

const root = join(import.meta.dirname, '..')
const shared = join(root, '../shared/data/register')
const isThere = existsSync(shared)
const shipped = (name: string) => readFileSync(join(root, 'data/register', name), 'utf8')
const snapshot = (name: string) => readFileSync(join(shared, name), 'utf8')
const made = () =>
  makeLedger({
    snapshots: snapshots.map(({ file, day }) => ({ day, text: snapshot(file) })),
    groups: shipped('groups.csv'),
    renames: shipped('renames.csv')
  })
const plan = (claims: readonly Claim[], file: string, createGroups = false) => {
  const read = readEpochFile(snapshot(file))
  if (!read.ok) throw new Error(read.error.detail)
  return planImport({ claims, file: read.value, recordedAt: '2026-08-02T00:00:00.000Z' as Instant, createGroups })
}

describe.skipIf(!isThere)('with the snapshots at hand', () => {
  const ledger = isThere ? made() : { manifest: undefined, files: new Map<string, string>(), claims: [] }

  it('the shipped ledger is what they make, byte for byte', () => {
    const names = readdirSync(join(root, 'data/register')).filter(name => name.startsWith('claims-'))
    expect([...ledger.files.keys()].sort()).toEqual(names.sort())
    for (const [name, text] of ledger.files) expect(text === shipped(name), name).toBe(true)
    if (ledger.manifest) expect(formatManifest(ledger.manifest)).toBe(shipped('ledger.json'))
  })

  it('each file is under 600 KiB', () => {
    for (const [name, text] of ledger.files) expect(Buffer.byteLength(text), name).toBeLessThan(600 * 1024)
  })

  it('the last of them imported again changes nothing, in well under a second', () => {
    const before = performance.now()
    const again = plan(ledger.claims, 'epoch_notable_ai_models_2026-07.csv')
    expect(performance.now() - before).toBeLessThan(5_000)
    if (!again.ok) throw new Error(again.error.detail)
    expect(isEmptyDiff(again.value.diff)).toBe(true)
    expect(again.value.drafts).toEqual([])
  })

  it('the list of large-scale models withdraws nothing and takes nothing over', () => {
    const file = 'epoch_large_scale_ai_models_2026-05.csv'
    expect(plan(ledger.claims, file)).toMatchObject({ ok: false, error: { code: 'import/unknown-groups' } })
    const large = plan(ledger.claims, file, true)
    if (!large.ok) throw new Error(large.error.detail)
    expect(large.value.drafts.filter(({ status }) => status === 'withdrawn')).toEqual([])
    expect(large.value.diff.addedSystems.length).toBeGreaterThan(300)
    expect(large.value.diff.disagreements.length).toBeGreaterThan(0)
    const claims = [...ledger.claims, ...large.value.drafts.map(makeClaim)]
    const again = plan(claims, 'epoch_notable_ai_models_2026-07.csv')
    if (!again.ok) throw new Error(again.error.detail)
    expect(again.value.diff.withdrawnSystems).toEqual([])
    const twice = plan(claims, file)
    if (!twice.ok) throw new Error(twice.error.detail)
    expect(twice.value.drafts).toEqual([])
  })

  it('the copy with shifted rows is refused whole, its first bad row named', () => {
    expect(readEpochFile(snapshot('epoch_notable_ai_models_2025-05.csv'))).toMatchObject({
      ok: false,
      error: { code: 'import/malformed-file', detail: expect.stringContaining('Row 7 ("QwQ-32B")') }
    })
  })

  it('the list of hardware is read whole', () => {
    const hardware = readHardwareFile(snapshot('epoch_ml_hardware_2026-07.csv'))
    if (!hardware.ok) throw new Error(hardware.error.detail)
    expect(hardware.value).toHaveLength(176)
    expect(hardware.value.find(({ name }) => name === 'Microsoft Maia 200')).toMatchObject({
      releasedOn: '2026-01-26',
      thermalDesignW: 750
    })
  })
})
