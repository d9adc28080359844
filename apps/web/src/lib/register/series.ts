/**
 * Which groups have a colour of their own?
 *
 * Those asked for, else the six with the most systems of known compute in recent years; all others share one. A part
 * of a group takes its colour. Filters of the list change no colour.
 */
export interface Series {
  /** Class of its marks: s1 … s6, s0 for all others. */
  readonly mark: string
  readonly id: string | null
  readonly label: string
}

interface GroupPart {
  readonly id: string
  readonly name: string
  readonly partOf: string | null
}

const colours = 6
const recentYears = 6

/** `systems`: all of known compute, whatever the filter. */
export function chooseSeries(
  groups: readonly GroupPart[],
  systems: readonly { groups: readonly { id: string }[]; releasedOn: string | null }[],
  asked: readonly string[]
): Series[] {
  const above = ancestry(groups)
  const newest = systems.reduce((last, { releasedOn }) => (releasedOn && releasedOn > last ? releasedOn : last), '')
  const since = `${Number(newest.slice(0, 4)) - recentYears}${newest.slice(4)}`
  const counts = new Map<string, number>()
  for (const system of systems) {
    if (!system.releasedOn || system.releasedOn < since) continue
    for (const top of new Set(system.groups.map(({ id }) => above(id).at(-1) ?? id)))
      counts.set(top, (counts.get(top) ?? 0) + 1)
  }
  const named = groups.filter(group => asked.includes(group.id))
  const most = groups
    .filter(group => counts.has(group.id))
    .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
  const chosen = (named.length > 0 ? named : most).slice(0, colours)
  return [
    ...chosen.map(({ id, name }, index) => ({ mark: `s${index + 1}`, id, label: name })),
    { mark: 's0', id: null, label: 'Other groups' }
  ]
}

/** The mark for a system of these groups: the first that has a colour, itself or through what it is part of. */
export function seriesOf(series: readonly Series[], groups: readonly GroupPart[]): (ids: readonly string[]) => string {
  const above = ancestry(groups)
  const marks = new Map(series.flatMap(({ id, mark }) => (id === null ? [] : [[id, mark] as const])))
  return ids => ids.flatMap(above).flatMap(id => marks.get(id) ?? [])[0] ?? 's0'
}

/** A group and all that it is part of, nearest first. */
function ancestry(groups: readonly GroupPart[]): (id: string) => string[] {
  const parent = new Map(groups.map(group => [group.id, group.partOf]))
  return id => {
    const line: string[] = []
    for (let at: string | null = id; at !== null && !line.includes(at); at = parent.get(at) ?? null) line.push(at)
    return line
  }
}
