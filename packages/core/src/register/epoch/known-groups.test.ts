import { describe, expect, it } from 'vitest'
import type { GroupId, SystemId } from '../claim.ts'
import { makeClaim } from '../claim-id.ts'
import { alpha, beta, epochFile, planned, refused, viewOn } from './epoch.fixture.ts'
import type { ListedGroup } from './known-groups.ts'

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
    const { groups, systems } = viewOn(claims, '2025-02-24')
    expect(systems.get('alpha' as SystemId)?.developedBy).toEqual(['google-deepmind'])
    expect(groups.get('google-deepmind' as GroupId)).toMatchObject({
      partOf: 'google',
      country: 'United Kingdom',
      alsoKnownAs: ['DeepMind']
    })
    expect(groups.get('google' as GroupId)?.name).toBe('Google')
  })
})
