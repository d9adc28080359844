/**
 * What is done about the race, in the words in which people say it, and as the levers that the kernel runs.
 */
import type { Levers } from '@frown/kernel'
import { fail, ok, type Result } from '../shared/index.ts'
import { membersOf, numberFault, type Population, populationText, type StartingGroup } from './group.ts'

/** Levers by group id. What is absent is not done; `{}` is the baseline. */
export interface Scenario {
  readonly refusal?:
    | {
        readonly who: Population
        /** 0–1 of each of their people. */
        readonly share: number
        readonly startYears: number
        /** Years over which they leave; 0: at once. */
        readonly rampYears: number
      }
    | undefined
  /** 0–1: how far investors side with those who refuse. */
  readonly investorFrown?: number | undefined
  readonly ostracism?:
    | {
        readonly who: Population /** 0–1, how much still reaches them. */
        readonly access: number
        readonly startYears: number
      }
    | undefined
  readonly shutdown?: { readonly who: Population; readonly startYears: number } | undefined
  readonly cap?:
    | {
        readonly flop: number
        readonly startYears: number
        readonly covered: Population
        readonly evasion: number
        readonly evasionGrowth: number
      }
    | undefined
  readonly smallModels?:
    | { readonly substitution: number; readonly startYears: number; readonly rampYears: number }
    | undefined
}

export const longestYears = 200

/** The scenario as levers. Errors: forecast/invalid, forecast/unknown-group; the place is a path from `place`. */
export function leversOf(scenario: Scenario, groups: readonly StartingGroup[], place = 'scenario'): Result<Levers> {
  const { refusal, investorFrown, ostracism, shutdown, cap, smallModels } = scenario
  const years = (path: string, value: number) => numberFault(`${place}.${path}`, value, 0, longestYears)
  const levers: { -readonly [L in keyof Levers]: Levers[L] } = {}
  if (refusal) {
    const fault =
      numberFault(`${place}.refusal.share`, refusal.share, 0, 1) ??
      years('refusal.startYears', refusal.startYears) ??
      years('refusal.rampYears', refusal.rampYears)
    if (fault) return fail(fault)
    const who = membersOf(refusal.who, groups, `${place}.refusal.who`)
    if (!who.ok) return who
    const { share, startYears, rampYears } = refusal
    levers.refusal = { share: who.value.map(asked => (asked ? share : 0)), startYears, rampYears }
  }
  if (investorFrown !== undefined) {
    const fault = numberFault(`${place}.investorFrown`, investorFrown, 0, 1)
    if (fault) return fail(fault)
    levers.investorFrown = investorFrown
  }
  if (ostracism) {
    const fault =
      numberFault(`${place}.ostracism.access`, ostracism.access, 0, 1) ??
      years('ostracism.startYears', ostracism.startYears)
    if (fault) return fail(fault)
    const who = membersOf(ostracism.who, groups, `${place}.ostracism.who`)
    if (!who.ok) return who
    levers.ostracism = {
      access: who.value.map(cutOff => (cutOff ? ostracism.access : 1)),
      startYears: ostracism.startYears
    }
  }
  if (shutdown) {
    const fault = years('shutdown.startYears', shutdown.startYears)
    if (fault) return fail(fault)
    const who = membersOf(shutdown.who, groups, `${place}.shutdown.who`)
    if (!who.ok) return who
    levers.shutdown = { groups: who.value, startYears: shutdown.startYears }
  }
  if (cap) {
    const fault =
      numberFault(`${place}.cap.flop`, cap.flop, 1, 1e60) ??
      years('cap.startYears', cap.startYears) ??
      numberFault(`${place}.cap.evasion`, cap.evasion, 1, 1e6) ??
      numberFault(`${place}.cap.evasionGrowth`, cap.evasionGrowth, -10, 10)
    if (fault) return fail(fault)
    const covered = membersOf(cap.covered, groups, `${place}.cap.covered`)
    if (!covered.ok) return covered
    levers.cap = { ...cap, covered: covered.value }
  }
  if (smallModels) {
    const fault =
      numberFault(`${place}.smallModels.substitution`, smallModels.substitution, -1, 1) ??
      years('smallModels.startYears', smallModels.startYears) ??
      years('smallModels.rampYears', smallModels.rampYears)
    if (fault) return fail(fault)
    levers.smallModels = smallModels
  }
  return ok(levers)
}

const percent = (share: number): string => `${Number((share * 100).toPrecision(3))}%`
const when = (startYears: number): string => (startYears === 0 ? 'from the start' : `from year ${startYears}`)
const years = (count: number): string => `${count} year${count === 1 ? '' : 's'}`

/** The scenario in a sentence without its full stop; names who is asked. */
export function scenarioText(scenario: Scenario, groups: readonly StartingGroup[]): string {
  const { refusal, investorFrown, ostracism, shutdown, cap, smallModels } = scenario
  /** The population, and the verb in its number. */
  const says = (who: Population, one: string, several: string): string => {
    const isOne = typeof who !== 'string' && who.length === 1
    return `${populationText(who, groups)}${who === 'everyone' ? ',' : ''} ${isOne ? one : several}`
  }
  const parts = [
    refusal &&
      `${percent(refusal.share)} of the researchers of ${says(refusal.who, 'refuse', 'refuse')}, ${when(refusal.startYears)}${refusal.rampYears > 0 ? ` over ${years(refusal.rampYears)}` : ', all at once'}`,
    investorFrown && `investors follow to ${percent(investorFrown)}`,
    ostracism &&
      `${says(ostracism.who, 'gets', 'get')} ${percent(ostracism.access)} of what others find, ${when(ostracism.startYears)}`,
    shutdown && `${says(shutdown.who, 'closes', 'close')}, ${when(shutdown.startYears)}`,
    cap &&
      `a cap of ${cap.flop.toExponential().replace('e+', 'e')} FLOP binds ${populationText(cap.covered, groups)}, ${when(cap.startYears)}`,
    smallModels &&
      (smallModels.substitution >= 0
        ? `small models take ${percent(smallModels.substitution)} of spending growth, ${when(smallModels.startYears)}`
        : `small models add ${percent(-smallModels.substitution)} to spending growth, ${when(smallModels.startYears)}`)
  ].filter(part => typeof part === 'string')
  return parts.length === 0 ? 'nothing is done' : parts.join('; ')
}
