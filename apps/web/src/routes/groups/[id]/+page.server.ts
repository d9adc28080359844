import { apiPath, asOfParams } from '#lib/api/get-json.ts'
import { drawGroup, groupUncertainty, groupWords, loadGroup } from '#lib/register/group.server.ts'
import { type GroupSnapshot, groupSteps } from '#lib/register/group-history.ts'
import type { GroupDetail, Groups, SystemSummary } from '#lib/register/resources.ts'
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

  const path = `/api/v1/register/groups/${encodeURIComponent(group.id)}`
  const days = knownDays.filter(day => day <= group.asOf.knownOn).slice(-daysShown)
  const [snapshots, whole] = await Promise.all([
    Promise.all(days.map(day => snapshotOf(fetch, path, day, asOf.trueOn))),
    group.partOf === null ? null : readOrNull<Groups>(fetch, apiPath('/api/v1/register/groups', asOf))
  ])
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
      name: whole?.items.find(({ id }) => id === group.partOf)?.name ?? group.partOf
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
    chart: drawing === null ? null : chart,
    csv: apiPath(path, { ...asOf, format: 'csv' }),
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

async function snapshotOf(
  fetch: typeof globalThis.fetch,
  path: string,
  day: string,
  trueOn: string | null
): Promise<GroupSnapshot | null> {
  const then = await readOrNull<GroupDetail>(fetch, apiPath(path, { knownOn: day, trueOn }))
  return (
    then && {
      day,
      systems: then.systems.map(({ id, name, trainingComputeFlop }) => ({ id, name, trainingComputeFlop }))
    }
  )
}

/** null: the register did not know it then. */
async function readOrNull<T>(fetch: typeof globalThis.fetch, path: string): Promise<T | null> {
  const response = await fetch(path)
  return response.ok ? ((await response.json()) as T) : null
}
