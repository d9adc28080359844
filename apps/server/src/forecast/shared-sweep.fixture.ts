/** A large sweep as a server gives it to its workers, for tests of those: this process takes no part in it. */
import type { Columns, SweepPlan } from '@frown/core/simulation'
import { openServer } from '../platform/database.ts'
import { migrated, testNow } from '../register/stores.fixture.ts'
import { usualPatience } from './chunk-queue.ts'
import { chunkStore } from './chunk-store.ts'
import { jobStore } from './job-store.ts'
import { sharedSweeps } from './shared-sweep.ts'

export interface Employer {
  readonly sweep: (plan: SweepPlan) => Promise<Columns>
  readonly close: () => Promise<void>
}

export async function employer(url: string, expireSeconds: number): Promise<Employer> {
  const { database } = await migrated({ database: await openServer(url), url, drop: async () => undefined })
  const jobs = jobStore(database)
  const shared = sharedSweeps({
    chunks: chunkStore(database),
    url,
    threads: () => Promise.reject(new Error('this process takes no part')),
    takesPart: false,
    patience: { ...usualPatience, expireSeconds, lookSeconds: 1 }
  })
  let count = 0
  return {
    async sweep(plan) {
      const id = `job${count++}`
      await jobs.submit({ id, kind: 'sweep', request: null }, testNow())
      await jobs.claim('test', [id])
      return shared.of(id)(plan)
    },
    async close() {
      await shared.close()
      await database.close()
    }
  }
}
