/**
 * The cheapest mix of levers that reaches a delay with a given probability, at prices that the user sets.
 *
 * Mixes on a coarse grid are tried from the cheapest on, leaving out those that a mix already tried and found wanting
 * contains; the first that suffices is then made cheaper step by step. More of a lever is taken to delay no less, which
 * is not always so (docs/forecast.md, "Portfolio"); the result is run again over all draws.
 */
import { fail, ok, type Result } from '../shared/index.ts'
import {
  checkBudget,
  columnAt,
  invalid,
  type Levers,
  leversOf,
  numberFault,
  type Scenario,
  scenarioText
} from '../simulation/index.ts'
import { type DelaySummary, summariseDelay } from './delay.ts'
import { type Asked, askedFault, partOf, type Tools } from './question.ts'

export const leverNames = ['refusal', 'investorFrown', 'ostracism', 'shutdown', 'cap', 'smallModels'] as const
export type LeverName = (typeof leverNames)[number]
const onOrOff: ReadonlySet<LeverName> = new Set(['shutdown', 'cap'])

/** What the full use (1) of each lever is, and what it costs; a lever without a price is not used. */
export interface Menu {
  /** Each lever in full: refusal by all asked, no access, all of spending growth, and so on. */
  readonly full: Scenario
  /** In any one unit. A half use costs half. */
  readonly prices: Partial<Record<LeverName, number>>
}

export type Mix = Partial<Record<LeverName, number>>

export interface Portfolio {
  /** The cheapest mix found that suffices, 0–1 of each lever; null: not even all in full suffice. */
  readonly mix: Mix | null
  readonly cost: number | null
  readonly scenario: string
  /** Of the mix; or of all levers in full, where that does not suffice. */
  readonly delay: DelaySummary
  readonly mixesTried: number
}

const gridSteps = 4
const finestStep = 0.01
const searchDraws = 512
const mixesAtOnce = 16
/** Enough for every grid and its refinement. */
const mostMixes = 3_000

/** Errors: forecast/invalid, forecast/unknown-group, forecast/over-budget. */
export async function cheapestMix(
  asked: Asked,
  menu: Menu,
  probability: number,
  tools: Tools
): Promise<Result<Portfolio>> {
  const fault = askedFault(asked) ?? menuFault(menu, probability)
  if (fault) return fault
  const { setup, draws, delayYears } = asked
  const names = leverNames.filter(name => menu.prices[name] !== undefined)
  const full = leversOf(menu.full, setup.groups, 'menu.full')
  if (!full.ok) return full
  const budget = checkBudget(draws, 4, setup.horizonYears)
  if (!budget.ok) return budget

  const costOf = (mix: Mix) => names.reduce((sum, name) => sum + (mix[name] ?? 0) * (menu.prices[name] ?? 0), 0)
  let tried = 0
  const leversFor = (mix: Mix): Levers => {
    const levers = leversOf(partial(menu.full, mix), setup.groups)
    if (!levers.ok) throw new Error(levers.error.detail)
    return levers.value
  }
  const summaries = async (mixes: readonly Mix[], count: number, part: Tools): Promise<DelaySummary[]> => {
    tried += mixes.length
    const plan = { kind: 'crossing', setup, draws: count, scenarios: [{}, ...mixes.map(leversFor)] } as const
    const columns = await part.sweep(plan, part)
    const first = (index: number) => columns[columnAt(index, 'first')] as Float64Array
    const { horizonYears } = setup
    return mixes.map((_, index) => summariseDelay(first(0), first(index + 1), { delayYears, horizonYears }))
  }
  const suffices = (summary: DelaySummary | undefined) => Number(summary?.probability?.value ?? 0) >= probability
  const quick = Math.min(draws, searchDraws)

  const everything: Mix = Object.fromEntries(names.map(name => [name, 1]))
  const [most] = await summaries([everything], draws, partOf(tools, 0, 0.1))
  const done = (mix: Mix | null, delay: DelaySummary): Result<Portfolio> => {
    tools.onProgress?.(1)
    const scenario = scenarioText(partial(menu.full, mix ?? everything), setup.groups)
    return ok({ mix, cost: mix && costOf(mix), scenario, delay, mixesTried: tried })
  }
  if (!most || !suffices(most)) return done(null, most as DelaySummary)

  const silent = { ...tools, onProgress: undefined }
  const reportSearch = () => tools.onProgress?.(0.1 + 0.8 * Math.min(1, tried / 400))
  const grid = gridOf(names).sort((a, b) => costOf(a) - costOf(b))
  const wanting: Mix[] = []
  let best = everything
  let bestCost = costOf(everything)
  for (let at = 0; at < grid.length && tried < mostMixes; ) {
    const batch: Mix[] = []
    for (; at < grid.length && batch.length < mixesAtOnce; at++) {
      const mix = grid[at] as Mix
      if (costOf(mix) < bestCost && !wanting.some(other => isWithin(mix, other, names))) batch.push(mix)
    }
    if (batch.length === 0) continue
    const found = await summaries(batch, quick, silent)
    const index = found.findIndex(suffices)
    for (const [i, mix] of batch.entries()) if (!suffices(found[i])) wanting.push(mix)
    reportSearch()
    if (index >= 0) {
      best = batch[index] as Mix
      bestCost = costOf(best)
      break
    }
  }
  for (let step = 1 / gridSteps / 2; step >= finestStep && tried < mostMixes; ) {
    const cheaper = neighbours(best, names, step)
      .filter(mix => costOf(mix) < bestCost - 1e-12)
      .sort((a, b) => costOf(a) - costOf(b))
    const found = cheaper.length === 0 ? [] : await summaries(cheaper, quick, silent)
    const index = found.findIndex(suffices)
    reportSearch()
    if (index < 0) step /= 2
    else {
      best = cheaper[index] as Mix
      bestCost = costOf(best)
    }
  }
  // Over all draws the mix may fall just short of what it reached over the first of them.
  for (let nudge = 0; ; nudge++) {
    const mix = nudged(best, nudge * finestStep)
    const [summary] = await summaries([mix], draws, partOf(tools, 0.9, 1))
    if (summary && suffices(summary)) return done(mix, summary)
    if (nudge === 50) return done(everything, most)
  }
}

function menuFault({ full, prices }: Menu, probability: number) {
  const priced = leverNames.filter(name => prices[name] !== undefined)
  if (priced.length === 0)
    return fail(invalid('menu.prices', 'names no lever.', `Give a price to one or more of ${leverNames.join(', ')}.`))
  for (const name of priced) {
    const fault = numberFault(`menu.prices.${name}`, prices[name] as number, 0, 1e12)
    if (fault) return fail(fault)
    if (full[name] === undefined)
      return fail(invalid(`menu.full.${name}`, 'is missing.', 'Say what its full use is, or leave out its price.'))
  }
  const fault = numberFault('probability', probability, 0.001, 1)
  return fault && fail(fault)
}

/** The scenario with each lever used to its part in the mix. */
export function partial(full: Scenario, mix: Mix): Scenario {
  const { refusal, investorFrown, ostracism, shutdown, cap, smallModels } = full
  const use = (name: LeverName) => mix[name] ?? 0
  return {
    ...(refusal && use('refusal') > 0 && { refusal: { ...refusal, share: refusal.share * use('refusal') } }),
    ...(investorFrown && use('investorFrown') > 0 && { investorFrown: investorFrown * use('investorFrown') }),
    ...(ostracism &&
      use('ostracism') > 0 && { ostracism: { ...ostracism, access: 1 - (1 - ostracism.access) * use('ostracism') } }),
    ...(shutdown && use('shutdown') > 0 && { shutdown }),
    ...(cap && use('cap') > 0 && { cap }),
    ...(smallModels &&
      use('smallModels') > 0 && {
        smallModels: { ...smallModels, substitution: smallModels.substitution * use('smallModels') }
      })
  }
}

function gridOf(names: readonly LeverName[]): Mix[] {
  const levels = (name: LeverName) =>
    onOrOff.has(name) ? [0, 1] : Array.from({ length: gridSteps + 1 }, (_, step) => step / gridSteps)
  return names.reduce<Mix[]>(
    (mixes, name) => mixes.flatMap(mix => levels(name).map(use => ({ ...mix, [name]: use }))),
    [{}]
  )
}

const isWithin = (mix: Mix, other: Mix, names: readonly LeverName[]): boolean =>
  names.every(name => (mix[name] ?? 0) <= (other[name] ?? 0))

/** Less of one lever, or of one for more of another. */
function neighbours(mix: Mix, names: readonly LeverName[], step: number): Mix[] {
  const graded = names.filter(name => !onOrOff.has(name))
  const clipped = (use: number) => Math.min(1, Math.max(0, Number(use.toFixed(6))))
  return graded.flatMap(less => {
    const use = mix[less] ?? 0
    if (use <= 0) return []
    const reduced = { ...mix, [less]: clipped(use - step) }
    const trades = graded
      .filter(more => more !== less && (mix[more] ?? 0) < 1)
      .map(more => ({ ...reduced, [more]: clipped((mix[more] ?? 0) + step) }))
    return [reduced, ...trades]
  })
}

const nudged = (mix: Mix, more: number): Mix =>
  Object.fromEntries(
    Object.entries(mix).map(([name, use]) => [
      name,
      use > 0 && !onOrOff.has(name as LeverName) ? Math.min(1, use + more) : use
    ])
  )
