import { redirect } from '@sveltejs/kit'
import { apiHref, ask, asOfParams } from '#lib/api/client.ts'
import { openEdits } from '#lib/register/edit/open-edits.ts'
import type { PropertyHistory, SystemDetail } from '#lib/register/resources.ts'
import { loadSystem } from '#lib/register/system.server.ts'
import { asOfHref } from '#lib/ui/links.ts'
import type { PageServerLoad } from './$types'

const most = 5_000

export const load: PageServerLoad = async ({ fetch, url, params, locals }) => {
  const state = await loadSystem(fetch, url, params.id)
  const { subject, name, properties } = state.history
  if (subject.id !== params.id) redirect(307, asOfHref(`/systems/${encodeURIComponent(subject.id)}`, url))

  const table = { id: subject.id, ...asOfParams(url), format: 'csv' } as const
  const detail = state.is === 'listed' ? state.detail : null
  const [names, sameRun] = await Promise.all([
    groupNames(fetch, url, detail, properties),
    detail ? sameRunOf(fetch, url, detail) : []
  ])
  return {
    title: detail?.name ?? name,
    description: `What is known of ${detail?.name ?? name}: each property with its interval, its source and its history.`,
    id: subject.id,
    name: detail?.name ?? name,
    state: plainState(state),
    system: detail && {
      groups: detail.groups,
      releasedOn: detail.releasedOn,
      compute: detail.trainingComputeFlop,
      estimate: detail.estimatedTrainingComputeFlop,
      parameters: detail.parameterCount
    },
    properties: detail?.properties ?? [],
    names,
    sameRun,
    histories: properties,
    edits: openEdits({
      account: locals.account,
      url,
      subject,
      developedBy: detail?.groups.map(group => group.id) ?? [],
      held: detail?.properties.map(({ property }) => property) ?? []
    }),
    csv: {
      properties: apiHref('/api/v1/register/systems/{id}', table),
      history: apiHref('/api/v1/register/systems/{id}/history', table)
    }
  }
}

function plainState(state: Awaited<ReturnType<typeof loadSystem>>) {
  if (state.is === 'withdrawn') return { is: state.is, day: state.on }
  if (state.is === 'not out yet') return { is: state.is, day: state.from }
  if (state.is === 'not known yet') return { is: state.is, day: state.firstRecordedOn }
  return { is: state.is, day: '' }
}

/** Names of every group that any claim of the system mentions. */
async function groupNames(
  fetch: typeof globalThis.fetch,
  url: URL,
  detail: SystemDetail | null,
  histories: readonly PropertyHistory[]
): Promise<Record<string, string>> {
  const names: Record<string, string> = {}
  for (const { id, name } of detail?.groups ?? []) names[id] = name
  const mentioned = histories
    .filter(({ property }) => property === 'developedBy')
    .flatMap(({ claims }) => claims.flatMap(({ value }) => (Array.isArray(value) ? value : [])))
  const missing = mentioned.filter(id => !(id in names))
  if (missing.length === 0) return names
  const groups = await ask(fetch, '/api/v1/register/groups', { knownOn: asOfParams(url).knownOn })
  if (groups.ok) for (const { id, name } of groups.value.items) if (missing.includes(id)) names[id] = name
  return names
}

/** The other systems that came out of the same training run. */
async function sameRunOf(
  fetch: typeof globalThis.fetch,
  url: URL,
  detail: SystemDetail
): Promise<{ id: string; name: string }[]> {
  const [group] = detail.groups
  if (!group) return []
  const siblings = await ask(fetch, '/api/v1/register/systems', { ...asOfParams(url), group: group.id, limit: most })
  if (!siblings.ok) return []
  const run = detail.sameRunAs ?? detail.id
  return siblings.value.items
    .filter(system => system.id !== detail.id && (system.id === run || system.sameRunAs === run))
    .map(({ id, name }) => ({ id, name }))
}
