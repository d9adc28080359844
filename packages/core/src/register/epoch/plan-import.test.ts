import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registerAsOf } from '../as-of.ts'
import type { Claim, GroupId, SystemId } from '../claim.ts'
import { makeClaim } from '../claim-id.ts'
import type { Day } from '../day.ts'
import { historyOf } from '../history.ts'
import { epochFile, instant, largeScaleFile, planned, type Row, recorded } from './epoch.fixture.ts'
import { isEmptyDiff } from './import-diff.ts'
import type { ListedGroup } from './known-groups.ts'
import { planImport } from './plan-import.ts'

const alpha: Row = { Model: 'Alpha', Link: 'https://example.org/alpha' }
const beta: Row = {
  Model: 'Beta',
  Link: 'https://example.org/beta',
  Organization: 'Beta Labs',
  'Publication date': '2023-01-10'
}
const first = recorded([], planned({ claims: [], file: epochFile([alpha, beta]), on: '2025-02-24' }))
const later = (rows: readonly Row[], more: Partial<Parameters<typeof planned>[0]> = {}) =>
  planned({ claims: first, file: epochFile(rows), on: '2025-04-15', ...more })
const view = (claims: readonly Claim[], knownOn: string, trueOn = '2100-01-01') =>
  registerAsOf(claims, { knownOn: knownOn as Day, trueOn: trueOn as Day })
const flopOf = (claims: readonly Claim[], id: string, knownOn: string) =>
  view(claims, knownOn)
    .systems.get(id as SystemId)
    ?.claims.get('trainingComputeFlop')?.value ?? null
const refused = (
  request: Partial<Parameters<typeof planImport>[0]> & { file: Parameters<typeof planImport>[0]['file'] }
) => {
  const plan = planImport({ claims: first, recordedAt: instant('2025-04-15'), createGroups: true, ...request })
  if (plan.ok) throw new Error('The import was not refused.')
  expect(plan).not.toHaveProperty('value')
  return plan.error
}

describe('planning a first import', () => {
  it('adds systems and their developers, with source and confidence', () => {
    const system = view(first, '2025-02-24').systems.get('alpha' as SystemId)
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
      view(first, '2025-02-24')
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
    expect(view(without, '2025-04-15').systems.has('alpha' as SystemId)).toBe(false)
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
    expect(view(claims, '2025-04-15', '2024-06-01').systems.has('alpha' as SystemId)).toBe(false)
    expect(view(claims, '2025-04-15', '2024-07-01').systems.get('alpha' as SystemId)?.claims.size).toBe(
      view(first, '2025-02-24').systems.get('alpha' as SystemId)?.claims.size
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
      view(claims, '2025-04-15')
        .groups.get('acme' as GroupId)
        ?.claims.get('name')?.validFrom
    ).toBe('2020-01-01')
    expect(
      view(claims, '2025-02-24')
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
})

describe('a system that is called otherwise now', () => {
  const renamed = { ...alpha, Model: 'Alpha (Mar 2024)' }
  const sibling = { ...alpha, Model: 'Alpha (Jun 2024)' }

  it('is proposed by its link, never read as a withdrawal', () => {
    const error = refused({ file: epochFile([renamed, beta]) })
    expect(error).toMatchObject({
      code: 'import/unconfirmed-renames',
      remedy: expect.stringContaining('--rename "Alpha=Alpha (Mar 2024)"')
    })
    expect(error.remedy).toContain('--not-renamed "Alpha"')
  })

  it('keeps its id when a person confirms it', () => {
    const plan = later([renamed, beta], {
      confirmed: { renames: [{ from: 'Alpha', to: 'Alpha (Mar 2024)' }], notRenamed: [], sameRuns: [] }
    })
    expect(plan.diff.renamed).toEqual([{ id: 'alpha', from: 'Alpha', to: 'Alpha (Mar 2024)' }])
    expect(plan.drafts).toHaveLength(1)
    const claims = recorded(first, plan)
    expect(view(claims, '2025-04-15').systems.get('alpha' as SystemId)?.name).toBe('Alpha (Mar 2024)')
    expect(isEmptyDiff(planned({ claims, file: epochFile([renamed, beta]), on: '2025-05-01' }).diff)).toBe(true)
  })

  it('is withdrawn when a person says that it is another', () => {
    const plan = later([renamed, beta], { confirmed: { renames: [], notRenamed: ['Alpha'], sameRuns: [] } })
    expect(plan.diff.withdrawnSystems).toEqual([{ id: 'alpha', name: 'Alpha' }])
    expect(plan.diff.addedSystems).toEqual([{ id: 'alpha-mar-2024', name: 'Alpha (Mar 2024)' }])
  })

  it('may be split in two that came out of one run', () => {
    const error = refused({ file: epochFile([sibling, renamed, beta]) })
    expect(error.detail).toContain('these share its link')
    expect(error.remedy).toContain('--same-run')
    const plan = later([sibling, renamed, beta], {
      confirmed: {
        renames: [{ from: 'Alpha', to: 'Alpha (Mar 2024)' }],
        notRenamed: [],
        sameRuns: [{ name: 'Alpha (Jun 2024)', as: 'Alpha (Mar 2024)' }]
      }
    })
    expect(plan.diff.sameRuns).toEqual([{ id: 'alpha-jun-2024', name: 'Alpha (Jun 2024)', as: 'alpha' }])
    const claims = recorded(first, plan)
    expect(view(claims, '2025-04-15').systems.get('alpha-jun-2024' as SystemId)?.sameRunAs).toBe('alpha')
  })

  it('ranks what agrees in day and compute first', () => {
    const other = {
      ...alpha,
      Model: 'Alpha (a copy)',
      'Publication date': '2024-09-01',
      'Training compute (FLOP)': '7e23'
    }
    expect(refused({ file: epochFile([other, renamed, beta]) }).remedy).toContain('--rename "Alpha=Alpha (Mar 2024)"')
  })

  it.each([
    { why: 'a new name that the file lacks', from: 'Alpha', to: 'Gamma' },
    { why: 'an old name that the register lacks', from: 'Gamma', to: 'Alpha (Mar 2024)' },
    { why: 'an old name that the file still has', from: 'Beta', to: 'Alpha (Mar 2024)' }
  ])('refuses to confirm $why', ({ from, to }) => {
    const confirmed = { renames: [{ from, to }], notRenamed: ['Alpha'], sameRuns: [] }
    expect(refused({ file: epochFile([renamed, beta]), confirmed })).toMatchObject({ code: 'input/invalid' })
  })
})

describe('organisations', () => {
  const listed: ListedGroup[] = [
    { id: 'google' as GroupId, name: 'Google', alsoKnownAs: [], country: 'United States', partOf: null },
    {
      id: 'google-deepmind' as GroupId,
      name: 'Google DeepMind',
      alsoKnownAs: ['DeepMind'],
      country: 'United Kingdom',
      partOf: 'google' as GroupId
    }
  ]

  it('stop the import where they are not known, with the closest known names', () => {
    const error = refused({ file: epochFile([alpha, { ...beta, Organization: 'Beta Lab,Acme' }]), createGroups: false })
    expect(error).toMatchObject({
      code: 'import/unknown-groups',
      detail: expect.stringMatching(/"Beta Lab" \(row 3; closest known: .*Beta Labs/)
    })
    expect(error.remedy).toContain('--create-groups')
  })

  it('are known by any of their names and bring their parent with them', () => {
    const { drafts } = planned({
      claims: [],
      file: epochFile([{ ...alpha, Organization: 'deepmind' }]),
      on: '2025-02-24',
      groups: listed,
      createGroups: false
    })
    const claims = drafts.map(makeClaim)
    const { groups, systems } = view(claims, '2025-02-24')
    expect(systems.get('alpha' as SystemId)?.developedBy).toEqual(['google-deepmind'])
    expect(groups.get('google-deepmind' as GroupId)).toMatchObject({
      partOf: 'google',
      country: 'United Kingdom',
      alsoKnownAs: ['DeepMind']
    })
    expect(groups.get('google' as GroupId)?.name).toBe('Google')
  })
})

describe('the list of large-scale models', () => {
  const filed: Row[] = [
    { ...alpha, 'Training compute (FLOP)': '4e25', Parameters: '' },
    { Model: 'Gamma', Link: 'https://example.org/gamma' }
  ]
  const plan = planned({ claims: first, file: largeScaleFile(filed), on: '2025-06-01' })

  it('withdraws nothing of the notable ones', () => {
    expect(plan.drafts.filter(({ status }) => status === 'withdrawn')).toEqual([])
    expect(plan.diff.withdrawnSystems).toEqual([])
  })

  it('adds what the register has not, and reports where it disagrees', () => {
    expect(plan.diff.addedSystems).toEqual([{ id: 'gamma', name: 'Gamma' }])
    expect(plan.diff.disagreements).toEqual([
      { id: 'alpha', name: 'Alpha', property: 'trainingComputeFlop', registered: 1e25, filed: 4e25, ratio: 4 }
    ])
    expect(plan.drafts.every(({ subject }) => subject.id === 'gamma' || subject.kind === 'group')).toBe(true)
  })

  it('takes back only its own when a row leaves it', () => {
    const claims = recorded(first, plan)
    const next = planned({ claims, file: largeScaleFile([{ Model: 'Delta', Link: '' }]), on: '2025-07-01' })
    expect(next.diff.withdrawnSystems).toEqual([{ id: 'gamma', name: 'Gamma' }])
    expect(
      next.drafts.filter(({ status }) => status === 'withdrawn').every(({ subject }) => subject.id === 'gamma')
    ).toBe(true)
  })

  it('gives way to the notable list, which then answers for the system', () => {
    const claims = recorded(first, plan)
    const rows = [alpha, beta, { Model: 'Gamma', Link: 'https://example.org/gamma', 'Training compute (FLOP)': '2e25' }]
    const notable = planned({ claims, file: epochFile(rows), on: '2025-08-01' })
    expect(notable.diff.values).toContainEqual(
      expect.objectContaining({ id: 'gamma', property: 'trainingComputeFlop', kind: 'revised', ratio: 2 })
    )
    const after = recorded(claims, notable)
    const gamma = view(after, '2025-08-01').systems.get('gamma' as SystemId)
    expect([...(gamma?.claims.values() ?? [])].every(({ source }) => source.title === 'Notable AI Models')).toBe(true)
    expect(planned({ claims: after, file: epochFile(rows), on: '2025-08-02' }).drafts).toEqual([])
  })
})

describe('any sequence of files', () => {
  const name = fc.constantFrom('Alpha', 'Beta', 'Gamma', 'Delta')
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
          const { systems } = view(claims, days[i] ?? '')
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
