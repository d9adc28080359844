import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim, GroupId, SystemId } from '../claim.ts'
import type { Day } from '../day.ts'
import { historyOf } from '../history.ts'
import {
  alpha,
  beta,
  epochFile,
  first,
  flopOf,
  instant,
  largeScaleFile,
  later,
  planned,
  type Row,
  recorded,
  refused,
  viewOn
} from './epoch.fixture.ts'
import { isEmptyDiff } from './import-diff.ts'

describe('planning a first import', () => {
  it('adds systems and their developers, with source and confidence', () => {
    const system = viewOn(first, '2025-02-24').systems.get('alpha' as SystemId)
    expect(system).toMatchObject({ name: 'Alpha', releasedOn: '2024-05-01', developedBy: ['acme'] })
    expect(system?.claims.get('trainingComputeFlop')).toMatchObject({
      value: 1e25,
      confidence: 'likely',
      validFrom: '2024-05-01',
      source: {
        publisher: 'Epoch AI',
        title: 'Notable AI Models',
        tier: 'estimate',
        derivedFrom: 'https://example.org/alpha',
        accessedOn: '2025-02-24'
      }
    })
    expect(
      viewOn(first, '2025-02-24')
        .groups.get('beta-labs' as GroupId)
        ?.claims.get('name')?.validFrom
    ).toBe('2023-01-10')
  })

  it('marks compute as secondary where the source says that it was reported', () => {
    const tierOf = (method: string) =>
      planned({
        claims: [],
        file: epochFile([{ ...alpha, 'Training compute estimation method': method }]),
        on: '2025-02-24'
      }).drafts.find(({ property }) => property === 'trainingComputeFlop')?.source.tier
    expect(tierOf('Reported,Hardware')).toBe('secondary')
    expect(tierOf('Hardware')).toBe('estimate')
  })

  it('takes a system without a day as true from the day it was recorded', () => {
    const { drafts } = planned({
      claims: [],
      file: epochFile([{ ...alpha, 'Publication date': '' }]),
      on: '2025-02-24'
    })
    expect(
      drafts.filter(({ subject }) => subject.kind === 'system').every(({ validFrom }) => validFrom === '2025-02-24')
    ).toBe(true)
    expect(drafts.some(({ property }) => property === 'releasedOn')).toBe(false)
  })

  it('takes only the plain facts of a system whose compute was never known', () => {
    const dark = { ...alpha, 'Training compute (FLOP)': '' }
    const properties = (alsoDetailed?: ReadonlySet<string>) =>
      planned({ claims: [], file: epochFile([dark]), on: '2025-02-24', ...(alsoDetailed ? { alsoDetailed } : {}) })
        .drafts.filter(({ subject }) => subject.kind === 'system')
        .map(({ property }) => property)
    expect(properties()).toEqual(['name', 'releasedOn', 'developedBy', 'domain', 'notabilityCriteria', 'link'])
    expect(properties(new Set(['Alpha']))).toContain('parameterCount')
  })
})

describe('planning the next import', () => {
  it('changes nothing when the same file comes again', () => {
    const plan = later([alpha, beta])
    expect(isEmptyDiff(plan.diff)).toBe(true)
    expect(plan.drafts).toEqual([])
  })

  it.each([
    {
      why: 'a revision, with its ratio',
      cells: { 'Training compute (FLOP)': '5e24' },
      kind: 'revised',
      before: 1e25,
      after: 5e24,
      ratio: 0.5
    },
    {
      why: 'a withdrawal',
      cells: { 'Training compute (FLOP)': '' },
      kind: 'withdrawn',
      before: 1e25,
      after: null,
      ratio: null
    }
  ])('shows $why', ({ cells, kind, before, after, ratio }) => {
    const plan = later([{ ...alpha, ...cells }, beta])
    expect(plan.diff.values).toEqual([
      { id: 'alpha', name: 'Alpha', property: 'trainingComputeFlop', kind, before, after, ratio }
    ])
    const claims = recorded(first, plan)
    expect(flopOf(claims, 'alpha', '2025-04-14')).toBe(1e25)
    expect(flopOf(claims, 'alpha', '2025-04-15')).toBe(after)
  })

  it('shows a value that became known', () => {
    const before = recorded(
      [],
      planned({ claims: [], file: epochFile([{ ...alpha, 'Training compute (FLOP)': '' }, beta]), on: '2025-02-24' })
    )
    const { diff } = later([alpha, beta], { claims: before })
    expect(diff.values.map(({ property, kind }) => [property, kind])).toContainEqual(['trainingComputeFlop', 'added'])
  })

  it('withdraws a row that is gone whole, and takes it up again under its id', () => {
    const without = recorded(first, later([beta]))
    expect(later([beta]).diff.withdrawnSystems).toEqual([{ id: 'alpha', name: 'Alpha' }])
    expect(viewOn(without, '2025-04-15').systems.has('alpha' as SystemId)).toBe(false)
    const again = recorded(without, planned({ claims: without, file: epochFile([alpha, beta]), on: '2025-12-15' }))
    expect(flopOf(again, 'alpha', '2025-12-15')).toBe(1e25)
    const [history] = historyOf(again, { kind: 'system', id: 'alpha' as SystemId }, '2100-01-01' as Day)
    expect(history?.claims.map(({ status }) => status)).toEqual(['asserted', 'withdrawn', 'asserted'])
    expect(history?.claims.filter(({ supersededBy }) => supersededBy === null)).toHaveLength(1)
  })

  it('reads nothing into a column that the file lacks', () => {
    const { diff, drafts } = later([alpha, beta], {
      file: epochFile([alpha, beta], { without: ['Training dataset size (total)'] })
    })
    expect(isEmptyDiff(diff)).toBe(true)
    expect(drafts).toEqual([])
  })

  it('moves every live claim with a revised day of release, as no change of value', () => {
    const plan = later([{ ...alpha, 'Publication date': '2024-07-01' }, beta])
    expect(plan.diff.redated).toEqual([{ id: 'alpha', name: 'Alpha', from: '2024-05-01', to: '2024-07-01' }])
    expect(plan.diff.values).toEqual([])
    const claims = recorded(first, plan)
    expect(viewOn(claims, '2025-04-15', '2024-06-01').systems.has('alpha' as SystemId)).toBe(false)
    expect(viewOn(claims, '2025-04-15', '2024-07-01').systems.get('alpha' as SystemId)?.claims.size).toBe(
      viewOn(first, '2025-02-24').systems.get('alpha' as SystemId)?.claims.size
    )
  })

  it('notes a changed confidence apart from changed values', () => {
    const plan = later([{ ...alpha, Confidence: 'Speculative' }, beta])
    expect(plan.diff.values).toEqual([])
    expect(plan.diff.reassessed.map(({ property, to }) => [property, to])).toEqual([
      ['trainingComputeFlop', 'speculative'],
      ['parameterCount', 'speculative'],
      ['trainingTokens', 'speculative']
    ])
  })

  it('lets an organisation begin earlier when an earlier system of it appears', () => {
    const claims = recorded(
      first,
      later([alpha, beta, { Model: 'Alpha 0', Link: '', 'Publication date': '2020-01-01' }])
    )
    expect(
      viewOn(claims, '2025-04-15')
        .groups.get('acme' as GroupId)
        ?.claims.get('name')?.validFrom
    ).toBe('2020-01-01')
    expect(
      viewOn(claims, '2025-02-24')
        .groups.get('acme' as GroupId)
        ?.claims.get('name')?.validFrom
    ).toBe('2024-05-01')
  })

  it('is refused when its instant is earlier than the last of the same list', () => {
    expect(refused({ file: epochFile([alpha]), recordedAt: instant('2025-02-23') })).toMatchObject({
      code: 'import/out-of-order'
    })
    expect(planned({ claims: first, file: largeScaleFile([alpha]), on: '2025-02-23' }).drafts).toEqual([])
  })

  it('keeps what was once taken of a system without compute up to date', () => {
    const dark = { ...alpha, 'Training compute (FLOP)': '' }
    const before = recorded([], planned({ claims: [], file: epochFile([dark]), on: '2025-02-24', alsoDetailed: true }))
    const { diff } = later([{ ...dark, Parameters: '8e10' }], { claims: before })
    expect(diff.values).toMatchObject([{ property: 'parameterCount', kind: 'revised' }])
  })

  it('starts from the last of several imports at one instant', () => {
    let claims: readonly Claim[] = first
    for (const flop of [1e24, 2e24, 3e24, 4e24, 5e24, 6e24, 7e24, 8e24]) {
      const plan = later([{ ...alpha, 'Training compute (FLOP)': String(flop) }, beta], { claims })
      claims = recorded(claims, plan)
      expect(flopOf(claims, 'alpha', '2025-04-15')).toBe(flop)
    }
    const history = historyOf(claims, { kind: 'system', id: 'alpha' as SystemId }, '2100-01-01' as Day)
    const ofCompute = history.find(({ property }) => property === 'trainingComputeFlop')?.claims ?? []
    expect(ofCompute.filter(({ supersededBy }) => supersededBy === null)).toHaveLength(1)
  })
})

describe('any sequence of files', () => {
  const name = fc.constantFrom('Alpha', 'Beta', 'Beta!', 'Gamma', 'Delta')
  const row = fc.record({
    Model: name,
    'Publication date': fc.constantFrom('', '2020-01-01', '2024-05-01'),
    'Training compute (FLOP)': fc.constantFrom('', '1e24', '1e25'),
    Organization: fc.constantFrom('', 'Acme', 'Acme,Beta Labs'),
    Confidence: fc.constantFrom('', 'Likely', 'Confident')
  })
  const rows = fc
    .uniqueArray(row, { selector: one => one.Model, minLength: 1 })
    .map(all => all.map(one => ({ ...one, Link: '' })))
  const days = ['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01']
  const sequence = fc.array(rows, { minLength: 1, maxLength: days.length })
  const importAll = (files: readonly (readonly Row[])[]) =>
    files.reduce<Claim[]>(
      (claims, file, i) => recorded(claims, planned({ claims, file: epochFile(file), on: days[i] ?? '' })),
      []
    )

  it('leaves what the last file says, and remembers what each said on its day', () => {
    fc.assert(
      fc.property(sequence, files => {
        const claims = importAll(files)
        files.forEach((file, i) => {
          const { systems } = viewOn(claims, days[i] ?? '')
          const known = [...systems.values()].map(system => [
            system.name,
            system.releasedOn ?? '',
            system.claims.get('trainingComputeFlop')?.value ?? null
          ])
          const filed = file.map(one => [
            one.Model,
            one['Publication date'],
            one['Training compute (FLOP)'] ? Number(one['Training compute (FLOP)']) : null
          ])
          expect(known.sort()).toEqual(filed.sort())
        })
      })
    )
  })

  it('depends on no order of rows, and says nothing twice', () => {
    fc.assert(
      fc.property(sequence, rows, fc.infiniteStream(fc.nat(9)), (files, last, salt) => {
        const claims = importAll(files.slice(0, 3))
        const shuffled = last
          .map(one => ({ one, key: salt.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        const plan = planned({ claims, file: epochFile(last), on: '2025-05-01' })
        expect(planned({ claims, file: epochFile(shuffled), on: '2025-05-01' }).drafts).toEqual(plan.drafts)
        const after = recorded(claims, plan)
        expect(new Set(after.map(({ id }) => id)).size).toBe(after.length)
        expect(planned({ claims: after, file: epochFile(shuffled), on: '2025-05-02' }).drafts).toEqual([])
      })
    )
  })
})
