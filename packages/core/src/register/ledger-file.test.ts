import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { registerAsOf } from './as-of.ts'
import type { Claim, SystemId } from './claim.ts'
import { makeClaim } from './claim-id.ts'
import type { Day } from './day.ts'
import { epochFile, planned, type Row, recorded } from './epoch/epoch.fixture.ts'
import {
  formatLedger,
  formatManifest,
  type LedgerManifest,
  ledgerColumns,
  loadLedger,
  parseManifest
} from './ledger-file.ts'

const header: Omit<LedgerManifest, 'days' | 'format'> = {
  note: 'A note.',
  source: {
    url: 'https://epoch.ai/data/ai-models',
    title: 'Notable AI Models',
    publisher: 'Epoch AI',
    licence: 'CC BY 4.0'
  },
  own: { title: 'Reading of the list by the register', publisher: 'Frown', properties: ['partOf', 'sameRunAs'] }
}
const alpha: Row = {
  Model: 'Alpha, "the first"',
  Link: 'https://example.org/alpha',
  'Training compute estimation method': 'Reported'
}
const beta: Row = { Model: 'Beta', Link: '', 'Publication date': '', Organization: 'Acme,Beta Labs' }
const first = recorded([], planned({ claims: [], file: epochFile([alpha, beta]), on: '2025-02-24' }))
const claims = recorded(
  first,
  planned({
    claims: first,
    file: epochFile([
      { ...alpha, 'Publication date': '2024-06-01', 'Training compute (FLOP)': '' },
      { Model: 'Gamma', Link: '', Parameters: '3.5e11' }
    ]),
    on: '2025-04-15'
  })
)
const byDay = ({ recordedAt }: Claim) => `claims-${recordedAt.slice(0, 10)}.csv`
const { manifest, files } = formatLedger(claims, header, byDay)
const withLine = (line: string) => {
  const name = 'claims-2025-04-15.csv'
  return new Map([...files, [name, `${files.get(name)}${line}\n`]])
}

describe('a ledger in files', () => {
  it('holds every claim to the digit of its id', () => {
    const loaded = loadLedger(manifest, files)
    if (!loaded.ok) throw new Error(loaded.error.detail)
    const byId = (a: Claim, b: Claim) => (a.id < b.id ? -1 : 1)
    expect(loaded.value.sort(byId)).toEqual([...claims].sort(byId))
  })

  it('leaves out of a line what follows from the rest', () => {
    const lines = files.get('claims-2025-02-24.csv')?.split('\n') ?? []
    expect(lines[0]).toBe(ledgerColumns.join())
    expect(lines).toContain('system/alpha-the-first,name,"Alpha, ""the first""",,,,,,')
    expect(lines).toContain('system/alpha-the-first,trainingComputeFlop,1e25,,,likely,,secondary,')
    expect(files.get('claims-2025-04-15.csv')).toContain('system/alpha-the-first,trainingComputeFlop,,,,,,,withdrawn\n')
  })

  it('is the same whatever the order of the claims', () => {
    const again = formatLedger([...claims].reverse(), header, byDay)
    expect([...again.files]).toEqual([...files])
    expect(parseManifest(formatManifest(manifest))).toEqual({ ok: true, value: manifest })
  })

  it.each([
    { why: 'a line too short', line: 'system/beta,name,Beta', detail: /3 cells instead of 9/ },
    { why: 'no such kind of subject', line: 'model/beta,name,Beta,,,,,,', detail: /not a subject/ },
    { why: 'no such property', line: 'system/beta,size,12,,,,,,', detail: /not a property/ },
    { why: 'a number that is none', line: 'system/gamma,hardwareQuantity,many,,,,2024-01-01,,', detail: /not a value/ },
    { why: 'a negative number', line: 'system/gamma,hardwareQuantity,-4,,,,2024-01-01,,', detail: /not a value/ },
    {
      why: 'a number beyond all bounds',
      line: 'system/gamma,hardwareQuantity,1e400,,,,2024-01-01,,',
      detail: /positive finite/
    },
    { why: 'half an interval', line: 'system/gamma,hardwareQuantity,4,2,,,2024-01-01,,', detail: /both ends/ },
    { why: 'a day that does not exist', line: 'system/gamma,hardwareQuantity,4,,,,2024-02-30,,', detail: /not a day/ },
    {
      why: 'a confidence of its own',
      line: 'system/gamma,hardwareQuantity,4,,,certain,2024-01-01,,',
      detail: /not a confidence/
    },
    { why: 'a tier of its own', line: 'system/gamma,hardwareQuantity,4,,,,2024-01-01,rumour,', detail: /not a tier/ },
    { why: 'a status of its own', line: 'system/gamma,hardwareQuantity,4,,,,2024-01-01,,gone', detail: /not a status/ },
    {
      why: 'a withdrawal of nothing',
      line: 'system/gamma,hardwareQuantity,,,,,,,withdrawn',
      detail: /what is not there/
    },
    { why: 'one property twice on a day', line: 'system/gamma,name,Gamma,,,,2024-01-01,,', detail: /twice/ },
    {
      why: 'a text with a new line at its end',
      line: 'system/gamma,hardware,"GPU\n",,,,2024-01-01,,',
      detail: /without spaces/
    }
  ])('refuses $why, naming the line', ({ line, detail }) => {
    const loaded = loadLedger(manifest, withLine(line))
    expect(loaded).toMatchObject({
      ok: false,
      error: { code: 'register/invalid-claim', detail: expect.stringMatching(detail) }
    })
    if (!loaded.ok) expect(loaded.error.place).toMatch(/^claims-2025-04-15\.csv, line \d+$/)
  })

  it('refuses a file that is missing, or has other columns', () => {
    expect(loadLedger(manifest, new Map())).toMatchObject({ ok: false, error: { place: 'claims-2025-02-24.csv' } })
    expect(loadLedger(manifest, new Map([...files, ['claims-2025-02-24.csv', 'a,b\n1,2\n']]))).toMatchObject({
      ok: false,
      error: { place: 'claims-2025-02-24.csv, line 1' }
    })
  })

  it('is not written where it could not be read back', () => {
    const [{ id: _, ...draft }] = claims as [Claim]
    const foreign = makeClaim({ ...draft, source: { ...draft.source, publisher: 'Somebody' } })
    expect(() => formatLedger([foreign], header, byDay)).toThrow(/cannot hold/)
  })

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['another format', JSON.stringify({ ...manifest, format: 2 })],
    ['no source', JSON.stringify({ ...manifest, source: {} })],
    ['no days', JSON.stringify({ ...manifest, days: [] })],
    ['days out of order', JSON.stringify({ ...manifest, days: [...manifest.days].reverse() })],
    ['a day of no form', JSON.stringify({ ...manifest, days: [{ recordedAt: '2025-02-24', files: ['a.csv'] }] })]
  ])('refuses a manifest with %s', (_, text) => {
    expect(parseManifest(text)).toMatchObject({ ok: false, error: { place: 'ledger.json' } })
  })
})

describe('the shipped ledger', () => {
  const read = (name: string) => readFileSync(new URL(`../../../../data/register/${name}`, import.meta.url), 'utf8')
  const shipped = () => {
    const parsed = parseManifest(read('ledger.json'))
    if (!parsed.ok) throw new Error(parsed.error.detail)
    const loaded = loadLedger(
      parsed.value,
      new Map(parsed.value.days.flatMap(day => day.files.map(name => [name, read(name)])))
    )
    if (!loaded.ok) throw new Error(`${loaded.error.place}: ${loaded.error.detail}`)
    return loaded.value
  }
  const all = shipped()
  const view = (knownOn: string, trueOn = '2100-01-01') =>
    registerAsOf(all, { knownOn: knownOn as Day, trueOn: trueOn as Day })
  const flopOf = (system: { claims: ReadonlyMap<string, Claim> }) =>
    Number(system.claims.get('trainingComputeFlop')?.value ?? 0)

  it.each([
    { knownOn: '2025-02-24', systems: 895, withCompute: 451 },
    { knownOn: '2025-04-15', systems: 914, withCompute: 461 },
    { knownOn: '2025-12-15', systems: 952, withCompute: 510 },
    { knownOn: '2026-05-15', systems: 1011, withCompute: 521 },
    { knownOn: '2026-07-31', systems: 1036, withCompute: 529 }
  ])('knows $systems systems on $knownOn, $withCompute with compute', ({ knownOn, systems, withCompute }) => {
    const known = [...view(knownOn).systems.values()]
    expect([known.length, known.filter(system => flopOf(system) > 0).length]).toEqual([systems, withCompute])
  })

  it.each([
    { knownOn: '2025-03-01', ever: 16, of2024: 12 },
    { knownOn: '2026-08-01', ever: 12, of2024: 8 }
  ])('knows $ever systems of 1e25 FLOP by the end of 2024, on $knownOn', ({ knownOn, ever, of2024 }) => {
    const large = [...view(knownOn, '2024-12-31').systems.values()].filter(system => flopOf(system) >= 1e25)
    expect(large).toHaveLength(ever)
    expect(large.filter(system => (system.releasedOn ?? '') >= '2024' && flopOf(system) > 1e25)).toHaveLength(of2024)
  })

  it('names every developer of every system on every day, and has the ids that others build on', () => {
    for (const knownOn of ['2025-02-24', '2026-07-31']) {
      const { systems, groups } = view(knownOn)
      for (const system of systems.values()) for (const id of system.developedBy) expect(groups.has(id), id).toBe(true)
      for (const { partOf } of groups.values()) if (partOf) expect(groups.has(partOf), partOf).toBe(true)
      for (const id of ['openai', 'google-deepmind', 'anthropic', 'meta-ai', 'xai', 'deepseek', 'alibaba'])
        expect([...groups.keys()]).toContain(id)
    }
  })

  it('keeps GPT-4 one system under its later name, and its sibling one run with it', () => {
    const { systems } = view('2026-07-31')
    expect(systems.get('gpt-4' as SystemId)?.name).toBe('GPT-4 (Mar 2023)')
    expect(systems.get('gpt-4-jun-2023' as SystemId)?.sameRunAs).toBe('gpt-4')
    expect(view('2025-12-15').systems.get('gpt-4' as SystemId)?.name).toBe('GPT-4')
  })

  it('holds facts only: no text is longer than an address', () => {
    for (const { property, value } of all)
      if (typeof value === 'string' && property !== 'link') expect(value.length, value).toBeLessThanOrEqual(200)
  })

  it('holds only plain facts of a system whose compute no snapshot knew', () => {
    const everKnown = new Set(
      all.filter(({ property }) => property === 'trainingComputeFlop').map(({ subject }) => subject.id as string)
    )
    const plain = ['name', 'releasedOn', 'developedBy', 'domain', 'notabilityCriteria', 'link', 'sameRunAs']
    for (const { subject, property } of all)
      if (subject.kind === 'system' && !everKnown.has(subject.id)) expect(plain).toContain(property)
  })
})
