/**
 * A group's page and its chart as a file, from the same answers.
 */
import { ask, asOfParams, read } from '../api/client.ts'
import type { ChartFile } from '../charts/chart-file.server.ts'
import { dayText } from '../ui/day-text.ts'
import { flopParts, plainText } from '../ui/quantity-text.ts'
import { groupChart, groupChartHeight, groupChartLegend } from './group-chart.server.ts'
import { refuseUnknown } from './refuse-unknown.server.ts'
import type { Frontier, GroupDetail, SystemSummary } from './resources.ts'
import { counted } from './share-text.ts'

type KnownSystem = SystemSummary & {
  releasedOn: string
  trainingComputeFlop: NonNullable<SystemSummary['trainingComputeFlop']>
}

export interface GroupAnswers {
  readonly group: GroupDetail
  readonly frontier: Frontier
}

export async function loadGroup(fetch: typeof globalThis.fetch, url: URL, id: string): Promise<GroupAnswers> {
  const asOf = asOfParams(url)
  const [group, frontier] = await Promise.all([
    ask(fetch, '/api/v1/register/groups/{id}', { id, ...asOf }),
    read(fetch, '/api/v1/register/frontier', asOf)
  ])
  if (!group.ok) return refuseUnknown(fetch, url, 'groups', group.error)
  return { group: group.value, frontier }
}

/** Runs with a date and known compute, each training run once. */
const knownRuns = ({ systems }: GroupDetail): KnownSystem[] => {
  const ids = new Set(systems.map(system => system.id))
  return systems.filter(
    (system): system is KnownSystem =>
      system.releasedOn !== null &&
      system.trainingComputeFlop !== null &&
      !(system.sameRunAs !== null && ids.has(system.sameRunAs))
  )
}

/** null: there is nothing to draw. */
export function drawGroup({ group, frontier }: GroupAnswers): string | null {
  const runs = knownRuns(group).map(({ name, releasedOn, trainingComputeFlop }) => ({
    name,
    releasedOn,
    compute: trainingComputeFlop
  }))
  const unknown = group.systems.flatMap(({ name, releasedOn, trainingComputeFlop }) =>
    trainingComputeFlop === null && releasedOn !== null ? [{ name, releasedOn }] : []
  )
  if (runs.length === 0) return null
  const { knownOn, trueOn } = group.asOf
  return groupChart({
    name: group.name,
    runs,
    unknown,
    frontier: frontier.items.map(({ name, releasedOn, trainingComputeFlop }) => ({
      name,
      releasedOn,
      flop: trainingComputeFlop.value
    })),
    to: [knownOn, trueOn].sort()[0] ?? knownOn
  })
}

export const groupUncertainty =
  'Lines up and down: 90% intervals, read from the stated confidence. Discs: confident; rings: less sure or not stated. Strip at the foot: systems whose training compute is not known, on their day of release. The frontier too counts known runs only.'

export function groupWords({ group, frontier }: GroupAnswers): string {
  const runs = knownRuns(group)
  const largest = runs.reduce<KnownSystem | undefined>(
    (best, run) => (best && best.trainingComputeFlop.value >= run.trainingComputeFlop.value ? best : run),
    undefined
  )
  const field = frontier.items.at(-1)
  const flop = (value: number) => `${plainText(flopParts(value))} FLOP`
  return [
    `${counted(runs.length, 'known run')} of ${group.name}.`,
    largest
      ? `The largest known is ${largest.name}, released on ${dayText(largest.releasedOn)}, with ${flop(largest.trainingComputeFlop.value)}.`
      : '',
    field
      ? `The field's largest known run is ${field.name} with ${flop(field.trainingComputeFlop.value)}, released on ${dayText(field.releasedOn)}.`
      : '',
    `The training compute of ${counted(group.largestRun.unknownSystems, 'further system')} is not known.`
  ]
    .filter(Boolean)
    .join(' ')
}

export const groupFile = (answers: GroupAnswers, svg: string): ChartFile => ({
  svg,
  height: groupChartHeight,
  title: `${answers.group.name}: known runs against the field's frontier`,
  subtitle: 'Training compute in FLOP, by day of release',
  legend: groupChartLegend(answers.group.name),
  uncertainty: groupUncertainty,
  asOf: answers.group.asOf
})
