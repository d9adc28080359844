/**
 * What an address asks, without what the model cannot run with.
 */
import { soundChanges } from './parameter-set.ts'
import { type ReadState, readState } from './state.ts'

export function readSound(url: URL, { groups }: { readonly groups: readonly { readonly id: string }[] }): ReadState {
  const { state, faults } = readState(
    url.searchParams,
    groups.map(({ id }) => id)
  )
  const sound = soundChanges(state.parameters)
  return { state: { ...state, parameters: sound.changes }, faults: [...faults, ...sound.faults] }
}
