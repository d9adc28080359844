/**
 * Which beliefs may move when one asks what would have to be believed, as an address holds it.
 *
 * The threshold is left out unless asked for: to believe that it lies further off delays whatever one does.
 */
import type { Asked, Question } from '@frown/core/forecast'
import { type Grade, type ParameterName, parameterNames } from '@frown/core/simulation'
import { type Beliefs, setupOf } from './figures.ts'
import { type ForecastState, scenarioOf } from './state.ts'

export const mayNames = {
  usual: 'All but the threshold',
  all: 'All, the threshold too',
  unmeasured: 'Only what is judged or guessed',
  guesses: 'Only what is guessed',
  own: 'Those chosen below'
} as const
export type May = keyof typeof mayNames

export interface Movable {
  readonly may: May
  /** In the order of the model. */
  readonly names: readonly ParameterName[]
}

/** What is known of a belief besides its distribution. */
interface Graded {
  readonly name: ParameterName
  readonly grade: Grade
}

export function movableOf(may: May, about: readonly Graded[], own: readonly ParameterName[] = []): Movable {
  const isIn = ({ name, grade }: Graded): boolean => {
    if (may === 'own') return own.includes(name)
    if (may === 'all') return true
    if (name === 'lnThresholdFlop') return false
    return may === 'usual' || grade === 'guess' || (may === 'unmeasured' && grade === 'judged')
  }
  return { may, names: parameterNames.filter(name => about.some(belief => belief.name === name && isIn(belief))) }
}

export function readMovable(
  params: URLSearchParams,
  about: readonly Graded[]
): { readonly movable: Movable; readonly faults: readonly string[] } {
  const faults: string[] = []
  const given = (params.get('may') ?? '').slice(0, 100)
  const may = Object.hasOwn(mayNames, given) ? (given as May) : 'usual'
  if (given !== '' && given !== may)
    faults.push(`may is “${given}”, which is none of ${Object.keys(mayNames).join(', ')}.`)
  const moved = params
    .getAll('move')
    .slice(0, 100)
    .flatMap(text => text.slice(0, 1000).split(','))
    .filter(name => name !== '')
  if (may !== 'own') return { movable: movableOf(may, about), faults }
  const isKnown = (name: string): name is ParameterName => (parameterNames as readonly string[]).includes(name)
  for (const name of new Set(moved))
    if (!isKnown(name)) faults.push(`move names “${name.slice(0, 60)}”, which is no parameter.`)
  const own = movableOf('own', about, moved.filter(isKnown))
  if (own.names.length > 0) return { movable: own, faults }
  return {
    movable: movableOf('usual', about),
    faults: [...faults, 'move names no belief, so that all but the threshold may.']
  }
}

export const writeMovable = ({ may, names }: Movable): Record<'may' | 'move', string | null> => ({
  may: may === 'usual' ? null : may,
  move: may === 'own' ? names.join(',') : null
})

/** Few, so that a page has its answer in seconds; the same on the server and in a browser. */
const mostDraws = 512

export const believeDraws = ({ draws }: ForecastState): number => Math.min(draws, mostDraws)

export function believeQuestion(
  state: ForecastState,
  movable: Movable,
  beliefs: Beliefs
): { readonly asked: Asked; readonly question: Extract<Question, { kind: 'believe' }> } {
  return {
    asked: { setup: setupOf(state, beliefs), draws: believeDraws(state), delayYears: state.delayYears },
    question: { kind: 'believe', scenario: scenarioOf(state), movable: movable.names }
  }
}
