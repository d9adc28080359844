/**
 * The script of an empty page that puts questions to the race as the site's pages do, and times them.
 */

import { sweepWorkers } from '../../apps/web/src/lib/forecast/sweep-workers.ts'
import { type Asked, answerQuestion, type Question } from '../../packages/core/src/forecast/index.ts'
import { usualSetup } from '../../packages/core/src/forecast/setup.fixture.ts'
import { loadKernel } from '../../packages/core/src/simulation/index.ts'

const refusal = { who: 'leading', share: 0.2, startYears: 0, rampYears: 1 } as const
const scenario = { refusal, investorFrown: 0.5 }
const shares = Array.from({ length: 11 }, (_, tenth) => tenth / 10)

/** What a page shows together, and how many draws of it. */
const screens = {
  scenario: { draws: 500, questions: [{ kind: 'scenario', scenario }] },
  scenarioAndFan: {
    draws: 500,
    questions: [
      { kind: 'scenario', scenario },
      { kind: 'fan', scenario, shownYears: 15 }
    ]
  },
  curve: { draws: 500, questions: [{ kind: 'curves', scenario, populations: ['leading'], shares }] },
  requiredShare: {
    draws: 200,
    questions: [{ kind: 'requiredShare', scenario, populations: ['leading'], probability: 0.5 }]
  }
} as const satisfies Record<string, { readonly draws: number; readonly questions: readonly Question[] }>
export type Screen = keyof typeof screens

const longTasks: number[] = []
new PerformanceObserver(list => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
  type: 'longtask',
  buffered: true
})
let longestWaitMs = 0
let last = performance.now()
setInterval(() => {
  const now = performance.now()
  longestWaitMs = Math.max(longestWaitMs, now - last)
  last = now
})

const { sweep } = sweepWorkers()
const kernel = loadKernel()

const bench = {
  workers: Math.min(8, navigator.hardwareConcurrency),
  /** Milliseconds until all of the screen is answered; the seed is another each time. */
  async show(screen: Screen, seed: number): Promise<number> {
    const start = performance.now()
    const { draws, questions } = screens[screen]
    const asked: Asked = { setup: { ...usualSetup, seed }, draws, delayYears: 1 }
    const tools = { kernel: await kernel, sweep }
    const answers = await Promise.all(questions.map(question => answerQuestion(asked, question, tools)))
    for (const answer of answers) if (!answer.ok) throw new Error(answer.error.detail)
    return performance.now() - start
  },
  /** Since last asked, in milliseconds: tasks of 50 ms and more, and the longest that the page's own timer waited. */
  async mainThread() {
    await new Promise(resolve => setTimeout(resolve, 200))
    const found = { longTasks: longTasks.splice(0), longestWaitMs }
    longestWaitMs = 0
    return found
  }
}

declare global {
  var frownBench: typeof bench
}
globalThis.frownBench = bench
