import { apiHref, ask, asOfParams } from '#lib/api/client.ts'
import { openEdits } from '#lib/register/edit/open-edits.ts'
import { drawGroup, groupUncertainty, groupWords, loadGroup } from '#lib/register/group.server.ts'
import { type GroupSnapshot, groupSteps } from '#lib/register/group-history.ts'
import type { SystemSummary } from '#lib/register/resources.ts'
import { asOfHref } from '#lib/ui/links.ts'
import type { PageServerLoad } from './$types'

/** Recorded days that the history goes back; the page of changes has all. */
const daysShown = 12

export const load: PageServerLoad = async ({ fetch, url, params, parent, locals, isDataRequest }) => {
  const asOf = asOfParams(url)
  const [answers, { knownDays }] = await Promise.all([loadGroup(fetch, url, params.id), parent()])
  const { group } = answers
  const chart = asOfHref(`/groups/${group.id}/chart.fragment`, url)
  const drawing = drawGroup(answers)
  if (drawing !== null && !isDataRequest) locals.charts.add(chart, drawing)

  const days = knownDays.filter(day => day <= group.asOf.knownOn).slice(-daysShown)
  const [snapshots, whole] = await Promise.all([
    Promise.all(days.map(day => snapshotOf(fetch, group.id, day, asOf.trueOn))),
    group.partOf === null ? null : ask(fetch, '/api/v1/register/groups', asOf)
  ])
  const others = whole?.ok ? whole.value.items : []
  const field = answers.frontier.items.at(-1)
  const largest = group.systems.find(system => system.id === group.largestRun.systemId)
  return {
    title: group.name,
    description: `What is known of the training runs of ${group.name}, and what is not.`,
    group: {
      id: group.id,
      name: group.name,
      alsoKnownAs: group.alsoKnownAs,
      country: group.country,
      systems: group.systemCount,
      withKnownCompute: group.withKnownCompute,
      unknown: group.largestRun.unknownSystems
    },
    partOf: group.partOf && {
      id: group.partOf,
      name: others.find(({ id }) => id === group.partOf)?.name ?? group.partOf
    },
    parts: group.parts,
    largest: largest && { id: largest.id, name: largest.name, compute: largest.trainingComputeFlop },
    field: field && { id: field.systemId, name: field.name, compute: field.trainingComputeFlop },
    scaleUp: group.scaleUp.map(({ systemId, name, releasedOn, computeFlop, timesOwnLast, shareOfFrontier }) => ({
      id: systemId,
      name,
      releasedOn,
      flop: computeFlop,
      timesOwnLast,
      shareOfFrontier
    })),
    known: group.systems.filter(system => system.trainingComputeFlop !== null).map(row),
    unknown: group.systems.filter(system => system.trainingComputeFlop === null).map(row),
    steps: groupSteps(snapshots.filter(snapshot => snapshot !== null)),
    properties: group.history.map(({ property, label, unit, claims }) => ({ property, label, unit, claims })),
    edits: openEdits({
      account: locals.account,
      url,
      subject: { kind: 'group', id: group.id },
      developedBy: [],
      held: group.properties.map(({ property }) => property)
    }),
    live: group.properties.map(({ property, label, status, reply }) => ({ property, label, status, reply })),
    chart: drawing === null ? null : chart,
    csv: apiHref('/api/v1/register/groups/{id}', { id: group.id, ...asOf, format: 'csv' }),
    words: groupWords(answers),
    uncertainty: groupUncertainty
  }
}

const row = ({
  id,
  name,
  releasedOn,
  trainingComputeFlop,
  estimatedTrainingComputeFlop,
  sameRunAs
}: SystemSummary) => ({
  id,
  name,
  releasedOn,
  compute: trainingComputeFlop,
  estimate: estimatedTrainingComputeFlop,
  sameRunAs
})

/** null: the register did not know it then. */
async function snapshotOf(
  fetch: typeof globalThis.fetch,
  id: string,
  day: string,
  trueOn: string | null
): Promise<GroupSnapshot | null> {
  const then = await ask(fetch, '/api/v1/register/groups/{id}', { id, knownOn: day, trueOn })
  if (!then.ok) return null
  return {
    day,
    systems: then.value.systems.map(({ id, name, trainingComputeFlop }) => ({ id, name, trainingComputeFlop }))
  }
}
