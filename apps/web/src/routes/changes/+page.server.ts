import { parseDay } from '@frown/core/register'
import { redirect } from '@sveltejs/kit'
import { apiHref, ask, read } from '#lib/api/client.ts'
import {
  type ChangeFilter,
  type ChangeKind,
  changeKinds,
  countKinds,
  countProperties,
  filterChanges,
  isChangeKind
} from '#lib/register/changes-words.ts'
import type { Change, Changes } from '#lib/register/resources.ts'
import type { PageServerLoad } from './$types'

const perRequest = 5_000
/** Rows of each kind while all kinds are shown, and of one kind on its own. */
const folded = 12
const perPage = 100
/** Entries that the page tells one by one. */
const latestShown = 12

export const load: PageServerLoad = async ({ fetch, url, parent }) => {
  const params = url.searchParams
  const free = { from: params.get('otherFrom'), to: params.get('otherTo') }
  if (free.from !== null || free.to !== null) redirect(303, canonical(url, free))

  const { asOf, knownDays } = await parent()
  const days = knownDays.filter(day => day <= asOf.knownOn)
  const to = params.get('to') || days.at(-1) || asOf.knownOn
  const from = params.get('from') || days.findLast(day => day < to) || to
  const trueOn = params.get('trueOn') || null
  // A day that is none is left for the API to refuse, under its own name.
  const backwards = from > to && parseDay(from) !== undefined && parseDay(to) !== undefined
  const [answer, group] = await Promise.all([
    backwards ? readAll(fetch, { from: to, to: from, trueOn }) : readAll(fetch, { from, to, trueOn }),
    groupSubjects(fetch, params.get('group'), [from, to], trueOn)
  ])

  const latest = await read(fetch, '/api/v1/register/recordings', {
    limit: latestShown,
    knownOn: asOf.knownOn,
    ...(group && { group: group.id })
  })

  const kind = params.get('kind')
  const filter: ChangeFilter = {
    kind: isChangeKind(kind) ? kind : null,
    property: params.get('property') || null,
    subjects: group?.subjects ?? null
  }
  const ofGroup = filterChanges(answer.items, { ...filter, kind: null, property: null })
  const found = filterChanges(ofGroup, filter)
  const pages = filter.kind === null ? 1 : Math.max(1, Math.ceil(found.length / perPage))
  const asked = Number(params.get('page') ?? 1)
  const at = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1
  const sections = changeKinds
    .map(({ kind, label, says }) => {
      const all = found.filter(change => change.kind === kind).sort(byWeight)
      const rows = filter.kind === null ? all.slice(0, folded) : all.slice((at - 1) * perPage, at * perPage)
      return { kind, label, says, count: all.length, rows: rows.map(row) }
    })
    .filter(({ count }) => count > 0)

  return {
    title: `Changes from ${answer.from} to ${answer.to}`,
    description: 'What the register said on one day that it did not say on another, value by value.',
    from: answer.from,
    to: answer.to,
    days: knownDays,
    trueOn,
    kind: filter.kind,
    property: filter.property,
    group: group && { id: group.id, name: group.name },
    total: ofGroup.length,
    found: found.length,
    kinds: countKinds(filterChanges(ofGroup, { ...filter, kind: null })),
    properties: countProperties(filterChanges(ofGroup, { ...filter, property: null })),
    sections,
    at,
    pages,
    latest: latest.items,
    names: await groupNames(
      fetch,
      [
        ...sections.flatMap(section => section.rows),
        ...latest.items.flatMap(({ steps }) =>
          steps.map(({ claim }) => ({ property: claim.property, before: null, after: claim }))
        )
      ],
      answer.to
    ),
    csv: apiHref('/api/v1/register/changes', { from: answer.from, to: answer.to, trueOn, format: 'csv' })
  }
}

function canonical(url: URL, free: { from: string | null; to: string | null }): string {
  const params = new URLSearchParams(url.searchParams)
  for (const name of ['otherFrom', 'otherTo', 'page']) params.delete(name)
  if (free.from) params.set('from', free.from)
  if (free.to) params.set('to', free.to)
  return `${url.pathname}?${params}`
}

async function readAll(
  fetch: typeof globalThis.fetch,
  asked: { from: string; to: string; trueOn: string | null }
): Promise<Pick<Changes, 'from' | 'to' | 'items'>> {
  const items: Change[] = []
  let answer: Changes
  let cursor: string | null = null
  do {
    answer = await read(fetch, '/api/v1/register/changes', { ...asked, limit: perRequest, cursor })
    items.push(...answer.items)
    cursor = answer.nextCursor
  } while (cursor !== null)
  return { from: answer.from, to: answer.to, items }
}

/** Largest ratios first, then training compute before other properties, then by name. */
function byWeight(a: Change, b: Change): number {
  const weight = ({ ratio, property }: Change) =>
    (property === 'trainingComputeFlop' ? 1_000 : 0) + (ratio === null ? 0 : Math.min(Math.abs(Math.log(ratio)), 500))
  return weight(b) - weight(a) || a.name.localeCompare(b.name, 'en')
}

type Side = Change['before']
type ClaimValue = NonNullable<Side>['value']
const side = (claim: Side) =>
  claim && {
    value: claim.value,
    low: claim.low,
    high: claim.high,
    confidence: claim.confidence,
    status: claim.status,
    reply: claim.reply
  }

const row = ({ subject, name, kind, property, label, unit, before, after, ratio }: Change) => ({
  key: `${subject.kind} ${subject.id} ${property ?? ''}`,
  href: `/${subject.kind === 'group' ? 'groups' : 'systems'}/${encodeURIComponent(subject.id)}`,
  of: subject.kind,
  name,
  kind: kind satisfies ChangeKind,
  property,
  label,
  unit,
  before: side(before),
  after: side(after),
  ratio
})

/** The group and all systems that it had on either day. */
async function groupSubjects(
  fetch: typeof globalThis.fetch,
  id: string | null,
  days: readonly string[],
  trueOn: string | null
) {
  if (!id) return null
  const answers = await Promise.all(
    days.map(knownOn => ask(fetch, '/api/v1/register/groups/{id}', { id, knownOn, trueOn }))
  )
  const known = answers.flatMap(answer => (answer.ok ? [answer.value] : []))
  const [latest] = known.slice(-1)
  if (!latest) {
    // Neither day knows it: the API's own refusal says so.
    await read(fetch, '/api/v1/register/groups/{id}', { id, knownOn: days.at(-1), trueOn })
    return null
  }
  const subjects = new Set([
    `group ${id}`,
    ...known.flatMap(({ systems }) => systems.map(system => `system ${system.id}`))
  ])
  return { id: latest.id, name: latest.name, subjects }
}

/** Names of the groups that changed values mention. */
async function groupNames(
  fetch: typeof globalThis.fetch,
  rows: readonly {
    property: string | null
    before: { value: ClaimValue } | null
    after: { value: ClaimValue } | null
  }[],
  day: string
): Promise<Record<string, string>> {
  const mentioned = new Set(
    rows
      .filter(({ property }) => property === 'developedBy' || property === 'partOf')
      .flatMap(({ before, after }) => [before?.value, after?.value].flat())
  )
  if (mentioned.size === 0) return {}
  const groups = await ask(fetch, '/api/v1/register/groups', { knownOn: day })
  if (!groups.ok) return {}
  return Object.fromEntries(groups.value.items.filter(({ id }) => mentioned.has(id)).map(({ id, name }) => [id, name]))
}
