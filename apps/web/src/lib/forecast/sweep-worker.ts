/**
 * One worker of a sweep in a browser: has a kernel of its own and does the parts that it is sent.
 */
import { answerRequests, loadKernel, runPart, type SweepReply, type SweepRequest } from '@frown/core/simulation'
import type { Started } from './sweep-workers.ts'

const send = (message: SweepReply | Started) =>
  postMessage(message, {
    transfer:
      typeof message === 'object' && message.ok ? message.columns.map(({ buffer }) => buffer as ArrayBuffer) : []
  })

const answer = loadKernel().then(
  kernel => answerRequests((plan, first, draws) => runPart(kernel, plan, first, draws), send),
  (error: Error) =>
    answerRequests(() => {
      throw new Error(`This browser does not run the forecast's WebAssembly. ${error.message}`)
    }, send)
)
// Each message waits for the same promise, so that their order stays.
addEventListener('message', async ({ data }: MessageEvent<SweepRequest>) => (await answer)(data))
send('started')
