import { type ClaimId, type Edit, type Instant, registerAsOf } from '@frown/core/register'
import { describe, expect, it } from 'vitest'
import { systemClaim } from './claims.fixture.ts'
import { editRegister } from './edit.ts'
import { openLedger } from './ledger.ts'
import { memoryStore } from './memory-store.fixture.ts'

const named = systemClaim('alpha', 'name', 'Alpha')
const first = systemClaim('alpha', 'hardware', 'GPU')
const by = { id: 'ed', role: 'editor', groupId: null }
const now = '2026-08-15T12:00:00.000Z' as Instant
const edit: Edit = {
  kind: 'supersede',
  subject: named.subject,
  property: 'hardware',
  expected: first.id as ClaimId,
  value: 'TPU',
  low: null,
  high: null,
  confidence: 'unknown',
  validFrom: '2024-01-01',
  source: { ...first.source, tier: 'primary' }
}

/** A store in which somebody else writes `theirs` each time just before this edit is written, `times` times. */
const contended = (theirs: (time: number) => typeof first, times: number) => {
  const store = memoryStore([named, first])
  let time = 0
  const append: typeof store.append = async (...given) => {
    if (time < times) await store.append([theirs(time++)])
    return store.append(...given)
  }
  return { ...store, append, claims: store.claims }
}

describe('an edit while another writes', () => {
  it('of the same value loses, and changes nothing', async () => {
    const store = contended(() => systemClaim('alpha', 'hardware', 'CPU', { supersedes: first.id }), 1)
    const ledger = await openLedger(store)
    const outcome = await editRegister(store, ledger, { edit, by, now, dryRun: false })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'register/superseded', place: 'hardware' } })
    expect(store.claims).toHaveLength(3)
    await ledger.close()
  })

  it('of something else is planned anew and written', async () => {
    const store = contended(time => systemClaim(`other-${time}`, 'name', 'Other'), 2)
    const ledger = await openLedger(store)
    expect(await editRegister(store, ledger, { edit, by, now, dryRun: false })).toMatchObject({
      ok: true,
      value: { registerVersion: 5 }
    })
    const { systems } = registerAsOf(store.claims, { knownOn: '2026-08-15' as never, trueOn: '2026-08-15' as never })
    expect(systems.get('alpha' as never)?.claims.get('hardware')?.value).toBe('TPU')
    await ledger.close()
  })

  it('that never ends is told to try again', async () => {
    const store = contended(time => systemClaim(`other-${time}`, 'name', 'Other'), 9)
    const ledger = await openLedger(store)
    expect(await editRegister(store, ledger, { edit, by, now, dryRun: false })).toMatchObject({
      ok: false,
      error: { code: 'store/changed' }
    })
    await ledger.close()
  })
})
