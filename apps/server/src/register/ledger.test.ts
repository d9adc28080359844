import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openLedger } from './ledger.ts'
import { memoryStore } from './memory-store.fixture.ts'
import { smallRegister } from './small-register.fixture.ts'

const pollMs = 5

describe('a ledger that hears of no news any more', () => {
  it('tries once at a time to listen again, however long a hanging store takes', async () => {
    let tries = 0
    let lose = () => {}
    const ledger = await openLedger(
      {
        ...memoryStore([]),
        watch: async (_onChange, onLost) => {
          tries++
          lose = onLost
          return tries === 1 ? async () => {} : new Promise(() => {})
        }
      },
      pollMs
    )
    lose()
    await sleep(20 * pollMs)
    expect(tries).toBe(2)
    await ledger.close()
  })

  it('reads by itself what it is not told of, until it can listen', async () => {
    const store = memoryStore([])
    let tries = 0
    let lose = () => {}
    const ledger = await openLedger(
      {
        ...store,
        watch: async (_onChange, onLost) => {
          lose = onLost
          if (++tries > 1) throw new Error('not yet')
          return async () => {}
        }
      },
      pollMs
    )
    lose()
    store.claims.push(...smallRegister())
    await expect.poll(() => ledger.current.version).toBe(store.claims.length)
    expect(tries).toBeGreaterThan(1)
    await ledger.close()
  })
})
