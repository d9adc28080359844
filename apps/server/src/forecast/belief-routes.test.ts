import { kernelVersion, parameterDefinitions, parameterNames, supportOf } from '@frown/core/simulation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, createApp } from '../app.ts'
import { memoryStore } from '../register/memory-store.fixture.ts'
import { testNow } from '../register/stores.fixture.ts'
import { shippedBeliefs } from './beliefs.ts'
import { forecastAddress, shippedClaims, usualRace } from './race-app.fixture.ts'

const claims = shippedClaims()
let app: App
beforeAll(async () => {
  app = createApp({ store: memoryStore(claims), now: testNow })
  await app.ready()
}, 60_000)
afterAll(() => app.close())

const get = (path: string) => app.inject(`${forecastAddress}/${path}`)

describe('the beliefs that ship', () => {
  it('are told with label, unit, grade and source, and the bounds within which they lie', async () => {
    const { parameters, version, kernelVersion: kernel } = (await get('parameters')).json()
    expect([version, kernel]).toEqual([shippedBeliefs().version, kernelVersion])
    expect(parameters.map(({ name }: { name: string }) => name)).toEqual(parameterNames)
    for (const { name, distribution, grade, source, label, unit, least, most } of parameters) {
      expect(parameterDefinitions[name as (typeof parameterNames)[number]]).toEqual({ label, unit, least, most })
      const [low, high] = supportOf(distribution)
      expect([low >= least, high <= most]).toEqual([true, true])
      expect(['measured', 'judged', 'guess']).toContain(grade)
      expect(source).toMatch(/\w/)
    }
  })
})

describe('the groups of the race', () => {
  it.each([
    { query: '', asOf: { knownOn: '2026-08-15', trueOn: '2026-08-15' } },
    { query: '?startOn=2025-06-01&knownOn=2025-12-31', asOf: { knownOn: '2025-12-31', trueOn: '2025-06-01' } }
  ])('are those with which a race starts: groups$query', async ({ query, asOf }) => {
    const answer = (await get(`groups${query}`)).json()
    expect(answer).toMatchObject({ asOf, startOn: asOf.trueOn, registerVersion: claims.length })
    expect(answer.items.map(({ group }: { group: object }) => group)).toEqual(usualRace(claims, asOf as never).groups)
    for (const { kind, grade, note, largestKnown, group } of answer.items) {
      expect(['open', 'measured', 'unknown', 'given']).toContain(kind)
      expect(['measured', 'judged', 'guess']).toContain(grade)
      expect(note).toMatch(/\w/)
      if (kind === 'measured') expect(largestKnown.computeFlop).toBeLessThanOrEqual(group.computeFlop.high)
    }
  })

  it.each([
    { path: 'parameters?name=returns', status: 400, place: 'name' },
    { path: 'groups?start=2025-01-01', status: 400, place: 'start' },
    { path: 'groups?startOn=2025-02-30', status: 400, place: 'startOn' },
    { path: 'groups?startOn=2025-01-01&startOn=2025-01-02', status: 400, place: 'startOn' },
    { path: 'groups?startOn=1900-01-01', status: 422, place: 'startOn' },
    { path: 'groups?knownOn=1900-01-01', status: 422, place: 'startOn' }
  ])('$path is refused', async ({ path, status, place }) => {
    const response = await get(path)
    expect([response.statusCode, response.json().place]).toEqual([status, place])
    expect(response.json().remedy).toMatch(/\w/)
  })
})
