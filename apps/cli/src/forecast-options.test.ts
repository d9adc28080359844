import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  type ForecastOptions,
  inFlags,
  parametersIn,
  populationOf,
  refusedShare,
  scenarioOf
} from './forecast-options.ts'
import { Refusal } from './refusal.ts'

const options: ForecastOptions = { delay: 5 }

describe('who refuses', () => {
  it.each([
    { given: {}, share: 0.2 },
    { given: { refuse: 0 }, share: 0 },
    { given: { refuse: 0.5, close: ['xai'] }, share: 0.5 },
    { given: { close: ['xai'] }, share: undefined },
    { given: { cap: 1e27 }, share: undefined },
    { given: { small: 1 }, share: undefined },
    { given: { close: ['xai'], who: ['openai'] }, share: 0.2 },
    { given: { investors: 1 }, share: 0.2 }
  ])('is $share where $given is given', ({ given, share }) => {
    expect(refusedShare({ ...options, ...given })).toBe(share)
  })

  it.each([
    { who: undefined, population: 'leading' },
    { who: ['everyone'], population: 'everyone' },
    { who: ['openai', 'xai'], population: ['openai', 'xai'] },
    { who: ['xai'], population: ['xai'] }
  ])('are $population for $who', ({ who, population }) => {
    expect(populationOf(who)).toEqual(population)
  })

  it('is one part of the scenario', () => {
    expect(scenarioOf({ ...options, close: ['xai'], small: -0.5, investors: 0.3, ramp: 0 }, 0.4)).toEqual({
      refusal: { who: 'leading', share: 0.4, startYears: 0, rampYears: 0 },
      investorFrown: 0.3,
      shutdown: { who: ['xai'], startYears: 0 },
      smallModels: { substitution: -0.5, startYears: 0, rampYears: 2 }
    })
    expect(scenarioOf(options, undefined)).toEqual({})
  })
})

describe('a place of the API is told as the flag that it came from', () => {
  it.each([
    { place: 'race.startOn', flag: '--start' },
    { place: 'race.startOn', given: { knownOn: '1900-01-01' }, flag: '--known-on' },
    { place: 'race.startOn', given: { knownOn: '1900-01-01', start: '1900-01-01' }, flag: '--start' },
    { place: 'race.knownOn', flag: '--known-on' },
    { place: 'race.horizonYears', flag: '--horizon' },
    { place: 'race.seed', flag: '--seed' },
    { place: 'race.thresholdFlop', flag: '--threshold' },
    { place: 'delayYears', flag: '--delay' },
    { place: 'scenario.refusal.who', flag: '--who' },
    { place: 'populations.1', flag: '--who' },
    { place: 'menu.full.refusal.rampYears', flag: '--ramp' },
    { place: 'scenario.refusal.share', flag: '--refuse' },
    { place: 'scenario.investorFrown', flag: '--investors' },
    { place: 'scenario.shutdown.who', flag: '--close' },
    { place: 'scenario.cap.flop', flag: '--cap' },
    { place: 'scenario.smallModels.substitution', flag: '--small' },
    { place: 'menu.prices.refusal', flag: '--price' },
    { place: 'body', flag: 'body' }
  ])('$place: $flag', async ({ place, given, flag }) => {
    const refused = new Refusal({ code: 'forecast/invalid', detail: `${place} is 7.`, place })
    await expect(inFlags({ ...options, ...given }, Promise.reject(refused))).rejects.toMatchObject({
      error: { detail: `${flag} is 7.`, place: flag }
    })
  })

  it('or as the file, where it is of a belief in it', async () => {
    const refused = new Refusal({
      code: 'forecast/invalid',
      detail: 'race.parameters.returns is not 0 < p05 ≤ p95.',
      place: 'race.parameters.returns'
    })
    await expect(inFlags({ ...options, parameters: 'own.json' }, Promise.reject(refused))).rejects.toMatchObject({
      error: { detail: 'returns is not 0 < p05 ≤ p95.', place: 'own.json' }
    })
  })

  it('and what else is thrown is left as it is', async () => {
    const fault = new Error('a fault')
    await expect(inFlags(options, Promise.reject(fault))).rejects.toBe(fault)
  })
})

describe('a file of beliefs', () => {
  const directory = mkdtempSync(join(tmpdir(), 'frown-beliefs-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))
  const distribution = { kind: 'constant', value: 0.3 }

  it.each([
    { form: 'an object', content: { returns: distribution } },
    { form: 'an object under parameters', content: { parameters: { returns: distribution } } },
    { form: 'a set', content: { format: 1, parameters: [{ name: 'returns', distribution, grade: 'guess' }] } }
  ])('may be $form', async ({ form, content }) => {
    const file = join(directory, `${form}.json`)
    writeFileSync(file, JSON.stringify(content))
    expect(await parametersIn(file)).toEqual({ returns: distribution })
  })
})
