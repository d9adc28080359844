/**
 * What would have to be believed, in sentences, and as a figure.
 */
import type { AnswerTo, LoneBelief, MovedBelief } from '@frown/core/forecast'
import type { Grade, ParameterName } from '@frown/core/simulation'
import { beliefText, hasMiddle } from './belief-text.ts'
import { shiftChart } from './charts/shift-chart.ts'
import type { Drawn } from './drawn.ts'
import type { Beliefs } from './figures.ts'
import type { ForecastState } from './state.ts'
import { interval, number, years } from './words.ts'

export type Believed = AnswerTo<'believe'>

/** What a belief stands on, as it ships. */
export interface Evidence {
  readonly name: ParameterName
  readonly grade: Grade
  readonly source: string
  readonly note: string
}

export const gradeNames: Record<Grade, string> = { measured: 'measured', judged: 'judged', guess: 'a guess' }

/** A note without the grade that it begins with, where that is said before it. */
export function noteText(note: string): string {
  const bare = note.replace(/^(Judged|A guess)[:,] */, '')
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}

export const shiftText = (deviations: number): string =>
  `${number(Math.abs(deviations))} sd ${deviations < 0 ? 'lower' : 'higher'}`

const deviationsText = (deviations: number): string =>
  `${number(deviations)} standard deviation${number(deviations) === '1' ? '' : 's'}`

/** A label within a sentence. */
const within = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** The answer in one sentence. */
export function verdict(answer: Believed): string {
  const { outcome, scenario, norm, beliefs, after, before, bounds } = answer
  const wish = years(answer.delayYears)
  if (outcome === 'already')
    return `Nothing else: if ${scenario}, the middle of all draws is ${interval(before.mixed.delayYears)} with the beliefs as they are, and that is ${wish} or more.`
  if (outcome === 'reached') {
    const named = beliefs
      .slice(0, 3)
      .map(({ label, shiftDeviations }) => `${within(label)} ${shiftText(shiftDeviations)}`)
    const rest = beliefs.length > 3 ? ['less of others'] : []
    return `A change of ${deviationsText(norm)} in all would do it: ${listed([...named, ...rest])}. If ${scenario}, the middle of all draws is then ${years(after.mixed.delayYears?.p50 ?? 0)}.`
  }
  return `No values of these beliefs within ${number(bounds.mostDeviations)} standard deviations of each make it ${wish}, if ${scenario}. The furthest found, with ${beliefs.length} of them moved at once, is ${years(after.mixed.delayYears?.p50 ?? 0)}.`
}

/** Whether some belief does it alone. */
export function aloneText({ alone, bounds }: Believed): string {
  const doing = alone.filter(isEnough)
  const bound = `within ${number(bounds.mostDeviations)} standard deviations`
  if (doing.length === 0) return `None of the ${alone.length} that may move does it alone, whatever its value ${bound}.`
  const not = alone.length - doing.length
  const first = doing.length === 1 ? 'One does it alone.' : `${doing.length} do it alone.`
  return not === 0 ? first : `${first} For the other ${not}, no value that was tried ${bound} is enough.`
}

export const isEnough = (
  belief: LoneBelief
): belief is LoneBelief & { readonly shiftDeviations: number; readonly moved: NonNullable<LoneBelief['moved']> } =>
  belief.shiftDeviations !== null

/** The grade of a belief; null where whoever asks gave it. */
export const gradeOf = (name: ParameterName, state: ForecastState, about: readonly Evidence[]): Grade | null =>
  Object.hasOwn(state.parameters, name) ? null : (about.find(belief => belief.name === name)?.grade ?? null)

const moveWords = ({ label, unit, prior, moved, shiftDeviations }: MovedBelief, withMiddle: boolean): string =>
  `${label}: from ${beliefText(unit, prior, withMiddle)} to ${beliefText(unit, moved, withMiddle)}, ${shiftText(shiftDeviations)}.`

/** Each belief that moves, before and after; null where none does. */
export function drawShifts(
  answer: Believed,
  state: ForecastState,
  beliefs: Beliefs & { readonly about: readonly Evidence[] },
  draws: number
): Drawn | null {
  if (answer.beliefs.length === 0) return null
  const isReached = answer.outcome === 'reached'
  const shown = answer.beliefs.map(belief => {
    const grade = gradeOf(belief.name, state, beliefs.about)
    const withMiddle = hasMiddle(state.parameters[belief.name] ?? beliefs.parameters[belief.name])
    const { label, unit, prior, moved, shiftDeviations } = belief
    return {
      ...belief,
      grade,
      words: moveWords(belief, withMiddle),
      panel: {
        heading: `${label}: ${shiftText(shiftDeviations)}`,
        ...shiftChart(
          {
            prior,
            moved,
            grade,
            hasMiddle: withMiddle,
            priorText: `Believed, ${grade === null ? 'as given' : gradeNames[grade]}: ${beliefText(unit, prior, withMiddle)}`,
            movedText: `${isReached ? 'Needed' : 'Furthest'}: ${beliefText(unit, moved, withMiddle)}`
          },
          moveWords(belief, withMiddle)
        )
      }
    }
  })
  return {
    title: isReached ? 'The smallest change found that gives it' : 'As far as the beliefs go, and still too little',
    subtitle: 'Each belief on a scale of its own: as it is above, moved below.',
    panels: shown.map(({ panel }) => panel),
    words: shown.map(({ words }) => words).join(' '),
    uncertainty: `Lines hold 90%, dots are middles. Drawn through: measured; dashed: judged; dotted: a guess. A shift counts standard deviations (sd) of a belief’s normal score: about 1.6 reach the end of its 90%. Found with ${draws.toLocaleString('en')} draws by search, so that a smaller change may exist.`,
    columns: [
      'parameter',
      'unit',
      'grade',
      'shiftDeviations',
      ...['prior', 'moved'].flatMap(which => [`${which}_p05`, `${which}_p50`, `${which}_p95`])
    ],
    rows: shown.map(({ name, unit, grade, shiftDeviations, prior, moved }) => [
      name,
      unit,
      grade ?? 'given',
      shiftDeviations,
      prior.p05,
      prior.p50,
      prior.p95,
      moved.p05,
      moved.p50,
      moved.p95
    ])
  }
}

/** The middles of moved beliefs as parameters of an address; those of two worlds stay as they are. */
export const fixedAt = (answer: Believed, state: ForecastState, { parameters }: Beliefs): Record<string, string> =>
  Object.fromEntries(
    answer.beliefs
      .filter(({ name }) => hasMiddle(state.parameters[name] ?? parameters[name]))
      .map(({ name, moved }) => [`p.${name}`, `constant,${moved.p50}`])
  )
