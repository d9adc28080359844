import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { roadTo } from '../forecast/road.fixture.ts'
import { temporaryServerDatabase } from '../register/stores.fixture.ts'
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

  it('that is frozen breaks a transaction, of which nothing is there afterwards', async () => {
    const { url: own, drop } = await temporaryServerDatabase()
    const database = await openServer(own, 400)
    await sql`create table kept (number integer)`.execute(database.db)
    const slow = database.db.transaction().execute(async transaction => {
      await sql`insert into kept values (1)`.execute(transaction)
      await sql`select pg_sleep(2)`.execute(transaction)
    })
    expect(isConnectionError(await slow.catch(error => error))).toBe(true)
    await database.db.transaction().execute(async transaction => {
      await sql`insert into kept values (2)`.execute(transaction)
    })
    expect((await sql`select number from kept`.execute(database.db)).rows).toEqual([{ number: 2 }])
    await database.unhurried(() => sql`select pg_sleep(0.8)`.execute(database.db))
    expect((await sql`select number from kept`.execute(database.db)).rows).toEqual([{ number: 2 }])
    await database.close()
    await drop()
  })
})
