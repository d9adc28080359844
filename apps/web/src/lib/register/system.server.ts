/**
 * What can be said of a system on the reader's days: that it is listed, was withdrawn, or is not there yet.
 *
 * A system that is gone keeps its history, so its address keeps an answer.
 */
import { ask } from '../api/ask.ts'
import { apiPath, asOfParams } from '../api/get-json.ts'
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
  const path = `/api/v1/register/systems/${encodeURIComponent(id)}`
  const [detail, history] = await Promise.all([
    ask<SystemDetail>(fetch, apiPath(path, asOf)),
    ask<SystemHistory>(fetch, apiPath(`${path}/history`, asOf))
  ])
  if (detail.ok && history.ok) return { is: 'listed', detail: detail.value, history: history.value }
  if (detail.ok && !history.ok) return refuseUnknown(fetch, url, 'systems', history)
  if (detail.ok) throw new Error('a system with neither history nor refusal')
  if (detail.status !== 404) return refuseUnknown(fetch, url, 'systems', detail)
  if (history.ok) return goneOrToCome(history.value)
  const later = await ask<SystemHistory>(fetch, `${path}/history`)
  if (!later.ok) return refuseUnknown(fetch, url, 'systems', detail)
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
