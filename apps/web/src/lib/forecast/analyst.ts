/**
 * The page's side of the analyst: asks, and may change its mind.
 */
import type { AnswerTo, Asked, Question } from '@frown/core/forecast'
import type { AnalystReply, AnalystRequest } from './analyst-worker.ts'

type Settled = Extract<AnalystReply, { readonly ok: boolean }>

import type { Started } from './sweep-workers.ts'

export interface Analyst {
  /** Rejects with a sentence; with an AbortError where `signal` stopped it. */
  ask<Q extends Question>(
    asked: Asked,
    question: Q,
    signal: AbortSignal,
    /** Told of the share of the work that is done, 0–1. */
    onProgress?: (share: number) => void
  ): Promise<AnswerTo<Q['kind']>>
  close(): void
}

const notStarted = 'This browser did not start the worker that runs the forecast.'
const longestStartMs = 30_000

export function openAnalyst(): Analyst {
  const waiting = new Map<
    number,
    { settle: (reply: Settled) => void; onProgress?: ((share: number) => void) | undefined }
  >()
  let ids = 0
  let broken: string | null = null
  const settleAll = (message: string) => {
    broken = message
    for (const [id, { settle }] of waiting) settle({ id, ok: false, stopped: false, message })
  }
  const worker = startOrNull()
  const limit = setTimeout(() => settleAll(notStarted), longestStartMs)
  worker?.addEventListener('message', ({ data }: MessageEvent<AnalystReply | Started>) => {
    clearTimeout(limit)
    if (data === 'started') return
    const asked = waiting.get(data.id)
    if ('progress' in data) asked?.onProgress?.(data.progress)
    else asked?.settle(data)
  })
  worker?.addEventListener('error', () => settleAll(notStarted))
  const post = (request: AnalystRequest) => worker?.postMessage(request)
  return {
    async ask(asked, question, signal, onProgress) {
      signal.throwIfAborted()
      if (worker === null || broken !== null) throw new Error(broken ?? notStarted)
      const id = ids++
      const stop = () => post({ kind: 'stop', id })
      signal.addEventListener('abort', stop, { once: true })
      try {
        const reply = await new Promise<Settled>(settle => {
          waiting.set(id, { settle, onProgress })
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
    close() {
      clearTimeout(limit)
      worker?.terminate()
    }
  }
}

/** Where a policy forbids workers, some browsers throw and others send an event. */
function startOrNull(): Worker | null {
  try {
    return new Worker(new URL('./analyst-worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return null
  }
}
