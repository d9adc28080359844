/**
 * The page's side of the analyst: asks, and may change its mind.
 */
import type { AnswerTo, Asked, Question } from '@frown/core/forecast'
import type { AnalystReply, AnalystRequest } from './analyst-worker.ts'

export interface Analyst {
  /** Rejects with a sentence; with an AbortError where `signal` stopped it. */
  ask<Q extends Question>(asked: Asked, question: Q, signal: AbortSignal): Promise<AnswerTo<Q['kind']>>
  close(): void
}

const notStarted = 'This browser did not start the worker that runs the forecast.'

export function openAnalyst(): Analyst {
  const worker = new Worker(new URL('./analyst-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (reply: AnalystReply) => void>()
  let ids = 0
  worker.addEventListener('message', ({ data }: MessageEvent<AnalystReply>) => waiting.get(data.id)?.(data))
  worker.addEventListener('error', () => {
    for (const [id, settle] of waiting) settle({ id, ok: false, stopped: false, message: notStarted })
  })
  const post = (request: AnalystRequest) => worker.postMessage(request)
  return {
    async ask(asked, question, signal) {
      signal.throwIfAborted()
      const id = ids++
      const stop = () => post({ kind: 'stop', id })
      signal.addEventListener('abort', stop, { once: true })
      try {
        const reply = await new Promise<AnalystReply>(resolve => {
          waiting.set(id, resolve)
          post({ kind: 'ask', id, asked, question })
        })
        if (reply.ok) return reply.answer as never
        if (reply.stopped) throw new DOMException('Stopped', 'AbortError')
        throw new Error(reply.message)
      } finally {
        waiting.delete(id)
        signal.removeEventListener('abort', stop)
      }
    },
    close: () => worker.terminate()
  }
}
