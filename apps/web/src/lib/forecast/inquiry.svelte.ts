/**
 * One question of a page in a browser: its answer, how far the work is, and how to stop it.
 *
 * A newer question ends the older; it waits a moment first, since a slider asks with every step. Until it is answered
 * the older answer stands, which names what it answers.
 */
import type { AnswerTo, Asked, Question } from '@frown/core/forecast'
import { type Analyst, openAnalyst } from './analyst.ts'

const pauseMs = 400

export interface Inquiry<K extends Question['kind']> {
  readonly answer: AnswerTo<K> | null
  /** 0–1 while it is worked at. */
  readonly progress: number
  readonly state: 'resting' | 'busy' | 'stopped' | 'failed'
  /** Why it failed, in a sentence. */
  readonly problem: string | null
  ask(asked: Asked, question: Extract<Question, { kind: K }>): void
  /** Takes over an answer from elsewhere. */
  take(answer: AnswerTo<K> | null): void
  stop(): void
  close(): void
}

export function createInquiry<K extends Question['kind']>(first: AnswerTo<K> | null): Inquiry<K> {
  let answer = $state.raw(first)
  let progress = $state(0)
  let state = $state<Inquiry<K>['state']>('resting')
  let problem = $state<string | null>(null)
  let analyst: Analyst | null = null
  let running: AbortController | null = null

  async function run(asked: Asked, question: Extract<Question, { kind: K }>, { signal }: AbortController) {
    await new Promise(resolve => setTimeout(resolve, pauseMs))
    if (signal.aborted) return
    try {
      analyst ??= openAnalyst()
      const found = await analyst.ask(asked, question as Question, signal, share => {
        if (!signal.aborted) progress = share
      })
      if (signal.aborted) return
      answer = found as AnswerTo<K>
      state = 'resting'
    } catch (thrown) {
      if (signal.aborted) return
      problem = thrown instanceof Error ? thrown.message : String(thrown)
      state = 'failed'
      analyst?.close()
      analyst = null
    }
  }
  const end = (next: typeof state) => {
    running?.abort()
    running = null
    state = next
  }

  return {
    get answer() {
      return answer
    },
    get progress() {
      return progress
    },
    get state() {
      return state
    },
    get problem() {
      return problem
    },
    ask(asked, question) {
      end('busy')
      problem = null
      progress = 0
      running = new AbortController()
      void run(asked, question, running)
    },
    take(next) {
      end('resting')
      problem = null
      answer = next
    },
    stop: () => end('stopped'),
    close() {
      end('resting')
      analyst?.close()
      analyst = null
    }
  }
}
