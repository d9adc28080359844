/**
 * What is counted of this server's work, for Prometheus: never who asked, nor anything that a client can make up.
 *
 * Labels are the routes that there are, a handful of methods and classes of status, so that their number is bounded.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { isInside } from './inside.ts'
import { routeOf } from './logger.ts'

export interface Meters {
  readonly registry: Registry
  countAnswer(method: string, route: string, status: number, seconds: number): void
  countAppend(outcome: 'done' | 'refused' | 'failed'): void
}

/** What is asked for when somebody looks; any of it may be slow or fail. */
export interface Gauges {
  registerVersion(): Promise<number>
  jobs(): Promise<{ readonly waiting: number; readonly running: number }>
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const longestSilenceMs = 2_000
const bucketsSeconds = [0.005, 0.025, 0.1, 0.5, 2, 10]

export function openMeters(): Meters {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const answers = new Counter({
    name: 'frown_answers_total',
    help: 'Answers given, by method, route and class of status',
    labelNames: ['method', 'route', 'status'],
    registers
  })
  const durations = new Histogram({
    name: 'frown_answer_seconds',
    help: 'From the beginning of a request to the end of its answer',
    labelNames: ['route'],
    buckets: bucketsSeconds,
    registers
  })
  const appends = new Counter({
    name: 'frown_appends_total',
    help: 'Appends to the register by this process, by outcome',
    labelNames: ['outcome'],
    registers
  })
  return {
    registry,
    countAnswer(method, route, status, seconds) {
      answers.inc({ method: methods.has(method) ? method : 'other', route, status: `${Math.floor(status / 100)}xx` })
      durations.observe({ route }, seconds)
    },
    countAppend: outcome => appends.inc({ outcome })
  }
}

/** Has `gauges` asked at each look; a store that does not answer in time counts as down, and the rest is left unsaid. */
export function meterState({ registry }: Meters, gauges: Gauges): void {
  const registers = [registry]
  let looking: ReturnType<typeof ask> | null = null
  const ask = async () => {
    const asked = Promise.all([gauges.registerVersion(), gauges.jobs()]).catch(() => null)
    return await Promise.race([asked, sleep(longestSilenceMs, null, { ref: false })])
  }
  /** One question for all gauges of a look. */
  const look = () => {
    looking ??= ask().finally(() => {
      looking = null
    })
    return looking
  }
  new Gauge({
    name: 'frown_store_up',
    help: 'Whether the store answers',
    registers,
    async collect() {
      this.set((await look()) === null ? 0 : 1)
    }
  })
  new Gauge({
    name: 'frown_register_version',
    help: 'Entries of the register',
    registers,
    async collect() {
      const answered = await look()
      this.reset()
      if (answered) this.set(answered[0])
    }
  })
  new Gauge({
    name: 'frown_jobs',
    help: 'Forecasts by state',
    labelNames: ['state'],
    registers,
    async collect() {
      const answered = await look()
      this.reset()
      for (const [state, jobs] of Object.entries(answered?.[1] ?? {})) this.set({ state }, jobs)
    }
  })
}

export function meterAnswers(app: FastifyInstance, meters: Meters): void {
  app.addHook('onResponse', async (request, reply) => {
    if (isInside(request)) return
    meters.countAnswer(request.method, routeOf(request), reply.raw.statusCode, reply.elapsedTime / 1_000)
  })
}
