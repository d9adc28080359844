/**
 * What the shares of disclosure say, in sentences made from the numbers themselves.
 */
import { isFew, percentText } from './share-text.ts'

export interface YearShare {
  readonly year: number | null
  readonly systems: number
  readonly withKnownCompute: number
  readonly share: number | null
}

interface KnownYear extends YearShare {
  readonly year: number
  readonly share: number
}

/** Years that a sentence may rest on: a known year with enough systems. */
const sayable = (years: readonly YearShare[]): KnownYear[] =>
  years.filter((row): row is KnownYear => row.year !== null && row.share !== null && !isFew(row.systems))

/** The year of the largest share, and the latest year after it; null where the list is too short to compare. */
export function peakAndLatest(years: readonly YearShare[]): { peak: KnownYear; latest: KnownYear } | null {
  const enough = sayable(years)
  const latest = enough.at(-1)
  const peak = enough.reduce<KnownYear | undefined>(
    (best, row) => (best && best.share >= row.share ? best : row),
    undefined
  )
  if (!latest || !peak) return null
  return { peak, latest }
}

/** "Of the notable systems of 2021, 78% have known training compute; of those of 2026, 24%." */
export function disclosureSentence(years: readonly YearShare[]): string {
  const found = peakAndLatest(years)
  if (!found) return 'Too few systems are listed to compare one year with another.'
  const { peak, latest } = found
  const first = `Of the notable systems of ${peak.year}, ${percentText(peak.share)} have known training compute`
  if (peak.year === latest.year) return `${first}: the largest share of any year so far.`
  return `${first}; of those of ${latest.year}, ${percentText(latest.share)}.`
}

/** Every year from `from` in one run of words, for whoever does not see the chart. */
export function disclosureWords(years: readonly YearShare[], from: number): string {
  const told = years.filter(row => row.year !== null && row.year >= from && row.share !== null)
  return `Share of listed systems with known training compute, by year of release: ${told
    .map(row => `${row.year} ${percentText(row.share)} (${row.withKnownCompute} of ${row.systems})`)
    .join(', ')}.`
}
