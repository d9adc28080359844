import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { roadTo } from '../forecast/road.fixture.ts'
import { openServer } from './database.ts'
import { isConnectionError } from './problem.ts'

const url = process.env.TEST_DATABASE_URL as string

describe.skipIf(!process.env.TEST_DATABASE_URL)('the database of a server', () => {
  it('may break off in the middle of a query, and answers the next', async () => {
    const road = await roadTo(url)
    const database = await openServer(road.url)
    const broken = sql`select pg_sleep(20)`.execute(database.db).catch(error => error)
    await new Promise(resolve => setTimeout(resolve, 200))
    await road.close()
    expect(isConnectionError(await broken)).toBe(true)
    await road.open()
    expect((await sql<{ one: number }>`select 1 as one`.execute(database.db)).rows).toEqual([{ one: 1 }])
    await database.close()
    await road.close()
  })

  it('is left after a while when it does not answer', async () => {
    const road = await roadTo(url)
    const database = await openServer(road.url)
    road.freeze()
    sql`select 1`.execute(database.db).catch(() => undefined)
    const began = performance.now()
    await database.close()
    expect(performance.now() - began).toBeLessThan(5_000)
    await road.close()
  })
})
