/**
 * The explorer's state in a browser: what is asked, what has been answered, and how finely.
 *
 * A change is answered with few draws at once and then again with more, while one looks; a newer change ends the older.
 */
import { type Analyst, openAnalyst } from './analyst.ts'
import {
  askedFor,
  type Beliefs,
  drawsOf,
  type FigureAnswers,
  type FigureName,
  figureNames,
  questionFor
} from './figures.ts'
import type { ForecastState } from './state.ts'

interface Loaded extends Beliefs {
  readonly forecast: ForecastState
  readonly answers: Partial<FigureAnswers>
}

/** The headline and the fan come first; the rest while one reads. */
const stages = [500, 2_000, 10_000]

export function createExplorer(loaded: Loaded) {
  let forecast = $state.raw(loaded.forecast)
  let answers = $state.raw<Partial<FigureAnswers>>(loaded.answers)
  let draws = $state(loaded.forecast.draws)
  let isBusy = $state(false)
  let problem = $state<string | null>(null)
  let beliefs: Beliefs = loaded
  let analyst: Analyst | null = null
  let running: AbortController | null = null
  let seen: Loaded = loaded

  async function run(from: number) {
    running?.abort()
    const controller = new AbortController()
    running = controller
    isBusy = true
    problem = null
    const asked = forecast
    const known = new Map<FigureName, number>()
    try {
      for (const stage of stages.filter(count => count >= from)) {
        for (const figure of figureNames) {
          const count = drawsOf(figure, stage)
          if (known.get(figure) === count) continue
          if (analyst === null) return
          const answer = await analyst.ask(
            askedFor(figure, asked, beliefs, stage),
            questionFor(figure, asked),
            controller.signal
          )
          known.set(figure, count)
          answers = { ...answers, [figure]: answer }
          if (figure === 'scenario') draws = stage
        }
      }
    } catch (thrown) {
      if (!controller.signal.aborted) problem = thrown instanceof Error ? thrown.message : String(thrown)
    } finally {
      if (running === controller) isBusy = false
    }
  }

  return {
    get forecast() {
      return forecast
    },
    get answers() {
      return answers
    },
    get draws() {
      return draws
    },
    get isBusy() {
      return isBusy
    },
    get problem() {
      return problem
    },
    /** Starts refining; returns what ends it. */
    start() {
      analyst = openAnalyst()
      if (loaded.forecast.draws < 10_000) void run(10_000)
      return () => {
        running?.abort()
        analyst?.close()
        analyst = null
      }
    },
    change(patch: Partial<ForecastState>) {
      forecast = { ...forecast, ...patch }
      void run(0)
    },
    /** Takes over what the server says of another address. */
    follow(next: Loaded) {
      if (next === seen) return
      seen = next
      beliefs = next
      forecast = next.forecast
      answers = next.answers
      draws = next.forecast.draws
      if (analyst !== null) void run(10_000)
    }
  }
}
