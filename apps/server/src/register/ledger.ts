/**
 * All claims in memory, as of one version of the register, and kept up with the store.
 *
 * Reading is far more frequent than writing, and 20,000 claims are a few megabytes: every answer is worked out
 * from this list. News comes by NOTIFY; while the listening connection is lost, by asking.
 */
import { type AsOf, type Claim, type RegisterView, registerAsOf } from '@frown/core/register'
import { LRUCache } from 'lru-cache'
import type { RegisterStore } from './store.ts'

export interface LedgerState {
  readonly version: number
  /** Differs whenever anything that may be read differs: the version, and how many claims have lost their texts. */
  readonly edition: string
  /** In the order recorded. */
  readonly claims: readonly Claim[]
  /** The register as of two days, worked out once. */
  viewOf(asOf: AsOf): RegisterView
}

export interface Ledger {
  readonly current: LedgerState
  /** Reads what the store has and this list lacks. */
  refresh(): Promise<void>
  close(): Promise<void>
}

const viewsKept = 8

/** Opens the list on `store`; asks it every `pollMs` while no news can come by itself. */
export async function openLedger(store: RegisterStore, pollMs = 2_000): Promise<Ledger> {
  let current = stateOf(0, [])
  let erasures = 0
  let reading: Promise<void> | null = null
  let stopWatching: (() => Promise<void>) | null = null
  let poll: NodeJS.Timeout | null = null
  let closed = false

  const read = async () => {
    const erased = await store.erasures()
    const kept = erased === erasures ? current.claims : []
    const news = await store.readAfter(kept.length)
    if (news.length > 0 || erased !== erasures) current = stateOf(erased, [...kept, ...news])
    erasures = erased
  }
  /** One reading at a time; a reading that began earlier may have missed what is asked for now. */
  const refresh = (): Promise<void> => {
    const next = (reading ?? Promise.resolve()).catch(() => undefined).then(read)
    reading = next
    return next
  }
  const onChange = () => {
    refresh().catch(() => undefined)
  }
  const watch = async () => {
    stopWatching = await store.watch(onChange, onLost)
  }
  const onLost = () => {
    stopWatching = null
    if (closed || poll) return
    let trying = false
    poll = setInterval(async () => {
      // A database that hangs answers later than the next turn comes.
      if (trying) return
      trying = true
      try {
        await watch()
        if (poll) clearInterval(poll)
        poll = null
        if (closed) await stopWatching?.()
        await refresh()
      } catch {
        onChange()
      } finally {
        trying = false
      }
    }, pollMs)
    poll.unref()
  }

  await watch()
  await refresh()
  return {
    get current() {
      return current
    },
    refresh,
    async close() {
      closed = true
      if (poll) clearInterval(poll)
      await stopWatching?.()
      await reading?.catch(() => undefined)
    }
  }
}

function stateOf(erasures: number, claims: readonly Claim[]): LedgerState {
  const version = claims.length
  const views = new LRUCache<string, RegisterView>({ max: viewsKept })
  return {
    version,
    edition: `${version}-${erasures}`,
    claims,
    viewOf(asOf) {
      const key = `${asOf.knownOn} ${asOf.trueOn}`
      const held = views.get(key)
      if (held) return held
      const view = registerAsOf(claims, asOf)
      views.set(key, view)
      return view
    }
  }
}
