/**
 * On which days did the register learn something, and from whom?
 */
import type { Claim } from './claim.ts'
import { type Day, dayOf } from './day.ts'

export interface KnownDay {
  readonly day: Day
  readonly claims: number
  /** Titles and publishers of that day's sources, most claims first. */
  readonly sources: readonly { readonly title: string; readonly publisher: string; readonly licence: string | null }[]
}

/** Earliest first. */
export function knownDays(claims: readonly Claim[]): KnownDay[] {
  const byDay = Map.groupBy(claims, claim => dayOf(claim.recordedAt))
  return [...byDay]
    .map(([day, recorded]) => {
      const bySource = Map.groupBy(recorded, ({ source }) => `${source.publisher}\n${source.title}`)
      const sources = [...bySource.values()]
        .sort((a, b) => b.length - a.length)
        .flatMap(([first]) =>
          first ? [{ title: first.source.title, publisher: first.source.publisher, licence: first.source.licence }] : []
        )
      return { day, claims: recorded.length, sources }
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}
