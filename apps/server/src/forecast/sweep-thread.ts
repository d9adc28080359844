/**
 * One thread of a sweep: has a kernel of its own and does the parts that it is sent.
 */
import { type MessagePort, parentPort, type Transferable } from 'node:worker_threads'
import { answerRequests, loadKernel, runPart, type SweepPlan, type SweepReply } from '@frown/core/simulation'

const port = parentPort as MessagePort
const kernel = await loadKernel()
const answer = answerRequests(
  (plan: SweepPlan & { readonly from?: number }, first, draws) =>
    runPart(kernel, plan, (plan.from ?? 0) + first, draws),
  (reply: SweepReply) =>
    port.postMessage(reply, reply.ok ? reply.columns.map(column => column.buffer as Transferable) : [])
)
port.on('message', answer)
