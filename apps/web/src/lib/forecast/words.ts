/**
 * What answers of the race say, in sentences: who is asked, how sure it is, and what a chart shows.
 */
import type { AnswerTo, Estimate, Extended, Fan, Quantiles } from '@frown/core/forecast'
import { type StartingGroup, scenarioText } from '@frown/core/simulation'
import { type ForecastState, scenarioOf, type View } from './state.ts'

export const viewNames: Record<View, string> = {
  mixed: 'Both structures, half and half',
  substitutes: 'Compute stands in for people',
  complements: 'Compute and people complement each other'
}

const minus = (text: string): string => text.replace('-', '−')

/** Two significant digits: 0.094, 1.1, 15. */
export function number(value: Extended | number): string {
  const given = Number(value)
  if (given === Number.POSITIVE_INFINITY) return '∞'
  if (given === Number.NEGATIVE_INFINITY) return '−∞'
  if (given === 0) return '0'
  if (Math.abs(given) < 0.001) return given < 0 ? '−0.00' : '0.00'
  return minus(Math.abs(given) >= 100 ? String(Math.round(given)) : String(Number(given.toPrecision(2))))
}

export function years(value: Extended): string {
  const given = Number(value)
  if (given === Number.POSITIVE_INFINITY) return 'beyond the horizon'
  return `${number(value)} ${number(value) === '1' ? 'year' : 'years'}`
}

/** The same for a glance: "5 weeks", "13 months", "a day"; null where years say it. */
export function timeText(value: Extended): string | null {
  const given = Math.abs(Number(value))
  if (!Number.isFinite(given) || given >= 2) return null
  const days = given * 365.25
  const [count, unit] = days < 14 ? [days, 'day'] : days < 70 ? [days / 7, 'week'] : [days / 30.44, 'month']
  const whole = Math.round(count)
  return whole === 0 ? 'less than a day' : `${whole} ${unit}${whole === 1 ? '' : 's'}`
}

export const range = (low: Extended, high: Extended): string =>
  `${number(low)} to ${Number(high) === Number.POSITIVE_INFINITY ? 'beyond the horizon' : number(high)}`

export const interval = (quantiles: Quantiles | null): string =>
  quantiles === null
    ? 'not defined in any draw'
    : `${years(quantiles.p50)} (90%: ${range(quantiles.p05, quantiles.p95)})`

/** What is not quite all or none is not said to be. */
export function percent(share: number): string {
  const value = share * 100
  if (value > 0 && value < 0.5) return 'less than 1%'
  if (value > 99.5 && value < 100) return 'more than 99%'
  return `${Math.round(value)}%`
}

export function chance(probability: Estimate | null, draws: number): string {
  const value = Number(probability?.value ?? 0)
  if (probability === null) return 'not defined'
  if (value === 0) return `in none of ${draws.toLocaleString('en')} draws`
  if (value === 1) return `in all of ${draws.toLocaleString('en')} draws`
  return `in ${percent(value)} of draws`
}

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const doneText = (state: ForecastState, groups: readonly StartingGroup[]): string =>
  scenarioText(scenarioOf(state), groups)

/** The answer in a sentence that names who is asked and how sure it is. */
export function headline(state: ForecastState, answer: AnswerTo<'scenario'>): string {
  const { delayYears } = answer.delay[state.view]
  const given = `If ${answer.scenario}`
  if (delayYears === null) return `${given}, nobody crosses within ${state.horizonYears} years, with it or without.`
  const short = timeText(delayYears.p50)
  const middle = Number(delayYears.p50)
  const isLater = middle >= 0
  const amount = Number.isFinite(middle)
    ? `${years(Math.abs(middle))}${short === null ? '' : `, about ${short},`} ${isLater ? 'later' : 'earlier'}`
    : 'beyond the horizon'
  return `${given}, the first crossing comes ${amount} in the middle of all draws; nine in ten lie between ${number(delayYears.p05)} and ${Number(delayYears.p95) === Number.POSITIVE_INFINITY ? 'beyond the horizon' : `${years(delayYears.p95)}`}.`
}

/** Whether the wish is met, what refusal alone can do for it, and what else would. */
export function wishText(
  state: ForecastState,
  scenario: AnswerTo<'scenario'> | undefined,
  required: AnswerTo<'requiredShare'> | undefined,
  portfolio: AnswerTo<'portfolio'> | undefined
): string[] {
  const wish = years(state.delayYears)
  const lines: string[] = []
  if (scenario) {
    const { probability, draws, undecided } = scenario.delay[state.view]
    lines.push(
      `It is ${wish} or more ${chance(probability, draws)}${undecided > 0 ? `; in ${percent(undecided)} more the horizon is too near to tell` : ''}.`
    )
  }
  for (const answer of required ?? []) {
    const { sufficientShare, mostDelayYears, unreachable } = answer.summary[state.view]
    const who = answer.who.replace(', the open community included', ' (the open community included)')
    if (sufficientShare === 'Infinity')
      lines.push(
        `Of ${who}, no share buys ${wish} with an even chance: all of them refusing buys ${interval(mostDelayYears)}.`
      )
    else
      lines.push(
        `Of ${who}, ${percent(Number(sufficientShare))} would have to refuse for an even chance of ${wish}; ${unreachable && Number(unreachable.value) > 0 ? `in ${percent(Number(unreachable.value))} of draws even all do not suffice` : 'in every draw some share suffices'}.`
      )
  }
  if (portfolio)
    lines.push(
      portfolio.mix === null
        ? `Nor does any mix of the levers here: all in full (${portfolio.scenario}) buy ${interval(portfolio.delay.delayYears)}.`
        : `The cheapest mix found for an even chance, each lever in full at the same price: ${portfolio.scenario}.`
    )
  return lines
}

export function fanWords(fan: Fan, view: View): string {
  const first = fan.points[0]
  const last = fan.points.at(-1)
  if (!first || !last) return 'Nothing is drawn.'
  const tens = (quantiles: Quantiles | null) =>
    quantiles === null || !Number.isFinite(Number(quantiles.p50))
      ? 'nothing'
      : `10 to the power of ${number(quantiles.p50)} (90%: ${range(quantiles.p05, quantiles.p95)})`
  return `Effective compute of whoever leads, in FLOP. At the start: ${tens(first.baseline[view])}. After ${last.years} years with nothing done: ${tens(last.baseline[view])}; with the scenario: ${tens(last.scenario[view])}. The threshold is believed to lie at ${tens(fan.threshold)}.`
}

export function curveWords(curves: AnswerTo<'curves'>, view: View): string {
  return curves
    .map(
      ({ who, points }) =>
        `Of ${who}: ${points
          .filter((_, index) => index % 2 === 0 && index > 0)
          .map(({ share, delay }) => `${percent(share)} buys ${interval(delay[view].delayYears)}`)
          .join('; ')}.`
    )
    .join(' ')
}

export function shareWords(required: AnswerTo<'requiredShare'>, view: View): string {
  return required
    .map(({ who, summary }) => {
      const { histogram, unreachable, notMonotone } = summary[view]
      const bars = histogram.flatMap((share, tenth) =>
        share === 0 ? [] : [`${tenth * 10} to ${tenth * 10 + 10}% in ${percent(share)} of draws`]
      )
      return `Of ${who}: ${[...bars, `unreachable in ${percent(Number(unreachable?.value ?? 0))}`].join(', ')}.${notMonotone > 0 ? ` In ${percent(notMonotone)} of draws more refusal somewhere means less delay.` : ''}`
    })
    .join(' ')
}

export const stepsWords = ({ bars }: AnswerTo<'waterfall'>, view: View): string =>
  `${bars.map(({ label, delayYears }) => `${label}: ${years(delayYears[view]?.value ?? 0)}`).join('. ')}.`

export const gainWords = (places: AnswerTo<'careless'>, view: View): string =>
  `By how many years the lead of a generic careless group grows, in the place of each: ${places
    .map(({ name, gainYears }) => {
      const quantiles = gainYears[view]
      return quantiles === null
        ? `${name}: not known`
        : `${name}: ${number(quantiles.p50)} (90%: ${range(quantiles.p05, quantiles.p95)})`
    })
    .join('; ')}.`
