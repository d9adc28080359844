import { Refusal } from '../platform/refusal.ts'
import type { RegisterStore } from './store.ts'

type Outcome = 'done' | 'refused' | 'failed'

/** `store`, telling of each append how it ended. */
export function meteredStore(store: RegisterStore, onAppend: (outcome: Outcome) => void): RegisterStore {
  return {
    ...store,
    async append(...given) {
      try {
        const appended = await store.append(...given)
        onAppend(appended.ok ? 'done' : 'refused')
        return appended
      } catch (error) {
        onAppend(error instanceof Refusal ? 'refused' : 'failed')
        throw error
      }
    }
  }
}
