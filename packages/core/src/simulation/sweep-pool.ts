/**
 * A sweep on several workers: threads of a server or of a browser, behind one face.
 *
 * A worker answers each message with one. Parts are handed out as workers come free; their order changes nothing.
 */
import { partDraws, type Sweep } from './sweep.ts'
import { type Columns, columnsOf, type SweepPlan } from './sweep-plan.ts'

/** What a worker is told. A plan is sent once to each worker, and named from then on. */
export type SweepRequest =
  | { readonly kind: 'plan'; readonly id: number; readonly plan: SweepPlan }
  | { readonly kind: 'part'; readonly id: number; readonly first: number; readonly draws: number }
  | { readonly kind: 'forget'; readonly id: number }

/** What it answers to a part. */
export type SweepReply =
  | { readonly ok: true; readonly columns: Columns }
  | { readonly ok: false; readonly message: string }

export interface SweepWorker {
  post(request: SweepRequest): void
  /** `onReply` is called for each part; `onLost` once, if the worker ended. */
  listen(onReply: (reply: SweepReply) => void, onLost: (reason: Error) => void): void
  end(): void
}

export interface SweepPool {
  readonly sweep: Sweep
  close(): void
}

interface Member {
  readonly worker: SweepWorker
  readonly plans: Set<number>
  done: ((reply: SweepReply) => void) | null
}

interface Part {
  readonly id: number
  readonly first: number
  readonly draws: number
}

/** A pool of `size` workers, started when first needed. A worker that is lost is replaced and its part done again, twice. */
export function sweepPool(start: () => SweepWorker, size: number, drawsAtOnce = partDraws): SweepPool {
  const idle: Member[] = []
  const all = new Set<Member>()
  const waiting: { readonly resolve: (member: Member) => void; readonly reject: (reason: unknown) => void }[] = []
  let plans = 0
  let closed = false

  const add = (): Member => {
    const member: Member = { worker: start(), plans: new Set(), done: null }
    all.add(member)
    member.worker.listen(
      reply => member.done?.(reply),
      () => {
        all.delete(member)
        const at = idle.indexOf(member)
        if (at >= 0) idle.splice(at, 1)
        member.done?.({ ok: false, message: lost })
      }
    )
    return member
  }
  const take = async (): Promise<Member> => {
    if (closed) throw new Error(ended)
    const free = idle.pop()
    if (free) return free
    if (all.size < size) return add()
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
  }
  /** The member goes to whoever waits; where it is lost, a new one does. */
  const release = (member: Member) => {
    const next = waiting.shift()
    if (!next) {
      if (all.has(member)) idle.push(member)
      return
    }
    try {
      next.resolve(all.has(member) ? member : add())
    } catch (error) {
      next.reject(error)
    }
  }
  const perform = async (plan: SweepPlan, { id, first, draws }: Part, attempt = 1): Promise<Columns> => {
    const member = await take()
    let reply: SweepReply
    try {
      reply = await new Promise<SweepReply>(resolve => {
        member.done = resolve
        if (!member.plans.has(id)) member.worker.post({ kind: 'plan', id, plan })
        member.plans.add(id)
        member.worker.post({ kind: 'part', id, first, draws })
      })
    } finally {
      member.done = null
      release(member)
    }
    if (reply.ok) return reply.columns
    if (reply.message === lost && attempt < 3 && !closed) return perform(plan, { id, first, draws }, attempt + 1)
    throw new Error(reply.message)
  }

  return {
    async sweep(plan, { signal, onProgress } = {}) {
      const id = plans++
      const columns = Array.from({ length: columnsOf(plan) }, () => new Float64Array(plan.draws))
      let next = 0
      let done = 0
      const lane = async () => {
        while (next < plan.draws) {
          signal?.throwIfAborted()
          const first = next
          const draws = Math.min(drawsAtOnce, plan.draws - first)
          next += draws
          const part = await perform(plan, { id, first, draws })
          for (const [index, column] of columns.entries()) column.set(part[index] as Float64Array, first)
          done += draws
          onProgress?.(done / plan.draws)
        }
      }
      try {
        await Promise.all(Array.from({ length: size }, lane))
      } finally {
        next = plan.draws
        for (const member of all) if (member.plans.delete(id)) member.worker.post({ kind: 'forget', id })
      }
      signal?.throwIfAborted()
      return columns
    },
    close() {
      closed = true
      for (const { reject } of waiting.splice(0)) reject(new Error(ended))
      for (const member of all) member.worker.end()
    }
  }
}

const lost = 'a worker of the sweep ended'
const ended = 'The workers that run the forecast are closed.'

/** A worker's side: what to do with each message. `reply` sends an answer back. */
export function answerRequests(
  runPart: (plan: SweepPlan, first: number, draws: number) => Columns,
  reply: (reply: SweepReply) => void
): (request: SweepRequest) => void {
  const plans = new Map<number, SweepPlan>()
  return request => {
    if (request.kind === 'plan') plans.set(request.id, request.plan)
    else if (request.kind === 'forget') plans.delete(request.id)
    else {
      try {
        const plan = plans.get(request.id)
        if (!plan) throw new Error('a part of an unknown plan')
        reply({ ok: true, columns: runPart(plan, request.first, request.draws) })
      } catch (error) {
        reply({ ok: false, message: error instanceof Error ? error.message : String(error) })
      }
    }
  }
}
