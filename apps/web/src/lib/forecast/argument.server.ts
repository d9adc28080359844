/**
 * All claims put to the race, a few at a time, so that whoever asks something else meanwhile need not wait for them all.
 */
import { claims } from '@frown/core/forecast'
import type { Refusal } from '#lib/api/client.ts'
import { argumentDraws, chapters, type ShownClaim, shownClaim } from './argument.ts'
import { askQuestion } from './ask.server.ts'
import type { LoadedBeliefs } from './beliefs.server.ts'
import { setupOf } from './figures.ts'
import type { ForecastState } from './state.ts'

const atOnce = 3

export interface ArgumentAnswers {
  /** By id; those that are not there are still being worked out, unless refused. */
  readonly answers: Readonly<Record<string, ShownClaim>>
  readonly refused: Readonly<Record<string, Refusal>>
  readonly waiting: number
}

export const askClaim = (
  fetch: typeof globalThis.fetch,
  id: string,
  state: ForecastState,
  beliefs: LoadedBeliefs,
  patienceMs?: number
) =>
  askQuestion(
    fetch,
    { setup: setupOf(state, beliefs), draws: argumentDraws(state), delayYears: state.delayYears },
    { kind: 'claim', id },
    beliefs.asOf,
    patienceMs
  )

export async function askArgument(
  fetch: typeof globalThis.fetch,
  state: ForecastState,
  beliefs: LoadedBeliefs,
  patienceMs: number
): Promise<ArgumentAnswers> {
  const until = Date.now() + patienceMs
  const answers: Record<string, ShownClaim> = {}
  const refused: Record<string, Refusal> = {}
  const left = chapters.flatMap(chapter => chapter.claims)
  const askNext = async (): Promise<void> => {
    const id = left.shift()
    const leftMs = until - Date.now()
    if (id === undefined || leftMs <= 0) return
    const asked = await askClaim(fetch, id, state, beliefs, leftMs)
    if (!asked.ok) refused[id] = asked.error
    else if (asked.value !== null) answers[id] = rounded(shownClaim(asked.value))
    return askNext()
  }
  await Promise.all(Array.from({ length: atOnce }, askNext))
  return {
    answers,
    refused,
    waiting: claims.length - Object.keys(answers).length - Object.keys(refused).length
  }
}

/** Finer digits are in the files; scenarios stay as they are, since links hold them. */
function rounded({ examples, ...claim }: ShownClaim): ShownClaim {
  const short = (_name: string, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value
  return { ...(JSON.parse(JSON.stringify(claim, short)) as Omit<ShownClaim, 'examples'>), examples }
}
