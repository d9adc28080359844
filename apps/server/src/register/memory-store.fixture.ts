import type { Claim } from '@frown/core/register'
import { fail, ok } from '@frown/core/shared'
import type { RegisterStore } from './store.ts'

/** A store in memory for tests of what stands on it; the real ones have tests of their own. */
export function memoryStore(initial: readonly Claim[]): RegisterStore & { readonly claims: Claim[] } {
  const claims = [...initial]
  const watchers = new Set<() => void>()
  const add = (added: readonly Claim[]) => {
    claims.push(...added)
    for (const watcher of watchers) watcher()
  }
  return {
    claims,
    kind: 'embedded',
    version: async () => claims.length,
    readAfter: async entry => claims.slice(entry),
    async append(added, ifVersion) {
      if (ifVersion !== undefined && ifVersion !== claims.length)
        return fail({ code: 'store/changed', detail: 'The register grew.' })
      add(added)
      return ok(claims.length)
    },
    erase: async () => ok(null),
    erasures: async () => 0,
    beginLog: async () => ok(0),
    hasLedger: async () => false,
    async appendLedger(_digest, added) {
      const held = new Set(claims.map(claim => claim.id))
      const missing = added.filter(claim => !held.has(claim.id))
      add(missing)
      return ok(missing.length)
    },
    async watch(onChange) {
      watchers.add(onChange)
      return async () => void watchers.delete(onChange)
    },
    close: async () => undefined
  }
}
