/**
 * Works questions out in a browser, away from the page: sorting ten thousand draws would hold up a keystroke.
 *
 * It has sweep workers of its own. One question at a time; a later one, or `stop`, ends it.
 */
import { type Asked, answerQuestion, type Question } from '@frown/core/forecast'
import { loadKernel } from '@frown/core/simulation'
import { type Started, sweepWorkers } from './sweep-workers.ts'

export type AnalystRequest =
  | { readonly kind: 'ask'; readonly id: number; readonly asked: Asked; readonly question: Question }
  | { readonly kind: 'stop'; readonly id: number }

export type AnalystReply =
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly ok: true; readonly answer: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string; readonly stopped: boolean }

const progressEveryMs = 100
const kernel = loadKernel().catch((error: Error) => {
  throw new Error(`This browser does not run the forecast's WebAssembly. ${error.message}`)
})
kernel.catch(() => undefined)
const pool = sweepWorkers()
const running = new Map<number, AbortController>()
const send = (reply: AnalystReply | Started) => postMessage(reply)

addEventListener('message', async ({ data }: MessageEvent<AnalystRequest>) => {
  if (data.kind === 'stop') {
    running.get(data.id)?.abort()
    return
  }
  const { id, asked, question } = data
  const controller = new AbortController()
  running.set(id, controller)
  const { signal } = controller
  let told = 0
  const onProgress = (progress: number) => {
    if (performance.now() - told < progressEveryMs) return
    told = performance.now()
    send({ id, progress })
  }
  try {
    const answer = await answerQuestion(asked, question, {
      kernel: await kernel,
      sweep: pool.sweep,
      signal,
      onProgress
    })
    if (answer.ok) send({ id, ok: true, answer: answer.value })
    else
      send({
        id,
        ok: false,
        stopped: false,
        message: [answer.error.detail, answer.error.remedy].filter(Boolean).join(' ')
      })
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    send({ id, ok: false, stopped: signal.aborted, message })
  } finally {
    running.delete(id)
  }
})
send('started' satisfies Started)
