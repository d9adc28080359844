/**
 * What two beliefs expect and which parts of them carry the difference, in sentences and as figures.
 */
import type { AnswerTo, SeenDelay } from '@frown/core/forecast'
import { bridgeChart } from './charts/bridge-chart.ts'
import { intervalChart } from './charts/interval-chart.ts'
import type { Drawn } from './drawn.ts'
import type { ForecastState, View } from './state.ts'
import { views } from './state.ts'
import { chance, interval, number, viewNames, years } from './words.ts'

export type Compared = AnswerTo<'twoBeliefs'>

const sideNames = { one: 'This side', other: 'The other side' } as const
const sides = ['one', 'other'] as const

export const changeText = (value: number): string => `${value < 0 ? '' : '+'}${number(value)}`

/** A label within a sentence. */
const within = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label

const middleText = (answer: Compared, side: 'one' | 'other'): string => {
  const quantiles = answer[side].mixed.delayYears
  return quantiles === null ? 'nothing that is defined' : years(quantiles.p50)
}

/** What each side expects. */
export function expectation(answer: Compared): string {
  return `If ${answer.scenario}, this side expects a delay of ${middleText(answer, 'one')} in the middle of all draws and the other side ${middleText(answer, 'other')}.`
}

/** What each gives the wish. */
export function chancesText(answer: Compared): string {
  const of = (side: 'one' | 'other') => chance(answer[side].mixed.probability, answer[side].mixed.draws)
  return `It is ${years(answer.delayYears)} or more ${of('one')} on this side, ${of('other')} on the other.`
}

/** Which beliefs carry the difference. */
export function carriedText({ seen, most, parts }: Compared): string {
  const difference = seen.other.medianYears - seen.one.medianYears
  if (parts.length === 0) return 'The two sides believe the same.'
  if (Math.abs(difference) < 1e-9) return 'What they believe differs, and the middle of all draws does not.'
  const weighty = most.filter(({ carries }) => Math.abs(carries.medianYears) >= Math.abs(difference) * 0.05)
  const named = weighty.map(({ label, carries }) => `${within(label)} (${changeText(carries.medianYears)})`)
  const list = named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`
  const all = `Of the ${number(Math.abs(difference))} years by which the other side expects ${difference < 0 ? 'less' : 'more'} in the middle of all draws,`
  if (named.length === 0) return `${all} no belief carries much by itself.`
  const onlyOne = parts.length === 1 && parts[0]?.parameters?.length === 1
  return onlyOne
    ? `${all} ${within(most[0]?.label ?? '')} carries all: nothing else differs.`
    : `${all} most is carried by ${list}.`
}

export function drawExpected(answer: Compared, { view }: ForecastState): Drawn {
  const rows = sides.map(side => ({ label: sideNames[side], quantiles: answer[side][view].delayYears }))
  const words = rows.map(({ label, quantiles }) => `${label}: ${interval(quantiles)}.`).join(' ')
  const { draws } = answer.one[view]
  return {
    title: 'What each side expects',
    subtitle: `Delay of the first crossing, years. ${viewNames[view]}.`,
    panels: [
      { ...intervalChart(rows, words, { valueText: value => number(value), none: 'not defined' }), heading: null }
    ],
    words,
    uncertainty: `Dots are medians, thick lines hold 50% and thin ones 90% of ${draws.toLocaleString('en')} draws.`,
    columns: ['side', 'structure', 'p05', 'p25', 'p50', 'p75', 'p95', 'probability'],
    rows: sides.flatMap(side =>
      views.map((of: View) => {
        const { delayYears, probability } = answer[side][of]
        const quantiles = (['p05', 'p25', 'p50', 'p75', 'p95'] as const).map(name => delayYears?.[name] ?? '')
        return [side, of, ...quantiles, probability?.value ?? '']
      })
    )
  }
}

export function drawParts(answer: Compared): Drawn | null {
  const { seen, parts, partsDraws } = answer
  if (parts.length === 0) return null
  const shown = parts.map(({ label, carries, parameters }) => {
    const [only, ...more] = parameters ?? []
    return {
      label: only && more.length === 0 ? only.label : label,
      carries: carries.medianYears,
      within:
        more.length === 0
          ? []
          : (parameters ?? []).map(part => ({ label: part.label, carries: part.carries.medianYears }))
    }
  })
  const partWords = shown.map(
    ({ label, carries, within: inner }) =>
      `${label}: ${changeText(carries)}${inner.length === 0 ? '' : ` (${inner.map(part => `${part.label} ${changeText(part.carries)}`).join(', ')})`}.`
  )
  const words = `Median delay in years. ${sideNames.one}: ${number(seen.one.medianYears)}. ${partWords.join(' ')} ${sideNames.other}: ${number(seen.other.medianYears)}.`
  const cells = ({ medianYears, probability }: SeenDelay) => [medianYears, probability]
  return {
    title: 'What carries the difference',
    subtitle: 'Median delay in years, from this side to the other, one mechanism after another.',
    panels: [
      {
        ...bridgeChart(
          {
            from: { label: sideNames.one, value: seen.one.medianYears },
            to: { label: sideNames.other, value: seen.other.medianYears },
            parts: shown,
            valueText: number,
            changeText
          },
          words
        ),
        heading: null
      }
    ],
    words,
    uncertainty: `Shapley values over ${partsDraws.toLocaleString('en')} draws, both structures half and half, of the delay as far as the horizon lets one see. They add up; in which order they stand changes none of them.`,
    columns: ['part', 'parameter', 'carriesMedianYears', 'carriesProbability'],
    rows: [
      ['one', '', ...cells(seen.one)],
      ...parts.flatMap(({ id, carries, parameters }) => [
        [id, '', ...cells(carries)],
        ...(parameters ?? []).map(part => [id, part.name, ...cells(part.carries)])
      ]),
      ['other', '', ...cells(seen.other)]
    ]
  }
}
