/**
 * What can be said of a system on the reader's days: that it is listed, was withdrawn, or is not there yet.
 *
 * A system that is gone keeps its history, so its address keeps an answer.
 */
import { ask, asOfParams } from '../api/client.ts'
import { refuseUnknown } from './refuse-unknown.server.ts'
import type { SystemDetail, SystemHistory } from './resources.ts'

export type SystemState =
  | { readonly is: 'listed'; readonly detail: SystemDetail; readonly history: SystemHistory }
  | { readonly is: 'withdrawn'; readonly on: string; readonly history: SystemHistory }
  /** Known on that day, but not yet out in the world on the other. */
  | { readonly is: 'not out yet'; readonly from: string; readonly history: SystemHistory }
  /** Recorded only later. */
  | { readonly is: 'not known yet'; readonly firstRecordedOn: string; readonly history: SystemHistory }

export async function loadSystem(fetch: typeof globalThis.fetch, url: URL, id: string): Promise<SystemState> {
  const asOf = asOfParams(url)
  const [detail, history] = await Promise.all([
    ask(fetch, '/api/v1/register/systems/{id}', { id, ...asOf }),
    ask(fetch, '/api/v1/register/systems/{id}/history', { id, ...asOf })
  ])
  if (detail.ok && history.ok) return { is: 'listed', detail: detail.value, history: history.value }
  if (detail.ok && !history.ok) return refuseUnknown(fetch, url, 'systems', history.error)
  if (detail.ok) throw new Error('a system with neither history nor refusal')
  if (detail.error.status !== 404) return refuseUnknown(fetch, url, 'systems', detail.error)
  if (history.ok) return goneOrToCome(history.value)
  const later = await ask(fetch, '/api/v1/register/systems/{id}/history', { id })
  if (!later.ok) return refuseUnknown(fetch, url, 'systems', detail.error)
  const firstRecordedOn = days(later.value).sort()[0] ?? later.value.asOf.knownOn
  return { is: 'not known yet', firstRecordedOn, history: { ...later.value, properties: [] } }
}

function goneOrToCome(history: SystemHistory): SystemState {
  const last = history.properties.find(({ property }) => property === 'name')?.claims.at(-1)
  if (last && last.status !== 'withdrawn') return { is: 'not out yet', from: last.validFrom, history }
  return { is: 'withdrawn', on: (last?.recordedAt ?? days(history).sort().at(-1) ?? '').slice(0, 10), history }
}

const days = (history: SystemHistory): string[] =>
  history.properties.flatMap(({ claims }) => claims.map(claim => claim.recordedAt.slice(0, 10)))
