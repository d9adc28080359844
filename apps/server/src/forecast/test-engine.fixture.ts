import type { Database } from '../platform/database.ts'
import { testNow } from '../register/stores.fixture.ts'
import { chunkStore } from './chunk-store.ts'
import { performForTests } from './crossing.fixture.ts'
import { type Engine, openEngine } from './engine.ts'
import { jobStore } from './job-store.ts'

/** An engine with the jobs of tests, at work; on a server it shares large sweeps. */
export function testEngine(database: Database, url: string | null): Engine {
  const engine = openEngine({
    jobs: jobStore(database, { leaseSeconds: 3 }),
    sharing: url === null ? null : { chunks: chunkStore(database), url },
    threads: 1,
    now: testNow,
    perform: performForTests,
    performVersion: 'test',
    takesUp: true,
    patience: { silenceSeconds: 10, expireSeconds: 5, lookSeconds: 1 }
  })
  engine.jobs.start()
  return engine
}
