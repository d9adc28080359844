import { registerAsOf } from '../as-of.ts'
import type { Claim, ClaimId, Subject } from '../claim.ts'
import { makeEnteredClaim } from '../claim-id.ts'
import { groupClaims, groupId, systemClaims, systemId } from '../claims.fixture.ts'
import { dayOf, type Instant } from '../day.ts'
import type { Property } from '../property.ts'
import type { Edit, EditPlan, Person, Statement, WrittenSource } from './edit.ts'
import { planEdit } from './plan-edit.ts'

export const now = '2026-03-01T12:00:00.000Z' as Instant
export const editor: Person = { role: 'editor', groupId: null }
export const spokesperson: Person = { role: 'spokesperson', groupId: groupId('acme') }
export const alpha: Subject = { kind: 'system', id: systemId('alpha') }
export const acme: Subject = { kind: 'group', id: groupId('acme') }

export const written: WrittenSource = {
  url: 'https://example.org/report',
  title: 'A report',
  publisher: 'Example',
  publishedOn: '2026-02-01',
  accessedOn: '2026-03-01',
  tier: 'primary',
  derivedFrom: null,
  licence: null
}

/** Acme with Alpha, of which compute is known; Bureau with Beta; Acme Labs is part of Acme. */
export const register: readonly Claim[] = [
  ...groupClaims('acme', { alsoKnownAs: ['Acme AI'] }),
  ...groupClaims('acme-labs', { partOf: 'acme' }),
  ...groupClaims('bureau'),
  ...systemClaims('alpha', { trainingComputeFlop: 1e25, domain: ['Language'] }),
  ...systemClaims('beta', { developedBy: ['bureau'] })
]

const viewOf = (claims: readonly Claim[], at: Instant) =>
  registerAsOf(claims, { knownOn: dayOf(at), trueOn: dayOf(at) })

export const liveOf = (claims: readonly Claim[], { kind, id }: Subject, property: Property): Claim | null =>
  (kind === 'group' ? viewOf(claims, now).groups.get(id) : viewOf(claims, now).systems.get(id))?.claims.get(property) ??
  null

export const flopOf = (claims: readonly Claim[]): Claim | null => liveOf(claims, alpha, 'trainingComputeFlop')

/** A statement on Alpha's compute of what the register shows now, with what is given instead. */
export const statement = (claims: readonly Claim[], rest: Partial<Statement> = {}): Statement => {
  const { subject = alpha, property = 'trainingComputeFlop' } = rest
  const live = liveOf(claims, subject, property)
  return {
    kind: live ? 'supersede' : 'add',
    subject,
    property,
    expected: live?.id ?? null,
    value: '2e25',
    low: null,
    high: null,
    confidence: 'likely',
    validFrom: '2024-05-01',
    source: written,
    ...rest
  }
}

export const doubt = (
  claims: readonly Claim[],
  kind: 'contest' | 'reply',
  reply: string | null,
  subject: Subject = alpha
): Edit => {
  const property = subject.kind === 'system' ? 'trainingComputeFlop' : 'name'
  return { kind, subject, property, expected: liveOf(claims, subject, property)?.id ?? null, reply }
}

export const withdrawal = (claims: readonly Claim[], property: Property, subject: Subject = alpha): Edit => ({
  kind: 'withdraw',
  subject,
  property,
  expected: liveOf(claims, subject, property)?.id ?? null,
  source: written
})

export const undoOf = (claim: Claim | null): Edit => ({ kind: 'undo', claim: claim?.id as ClaimId })

const planned = (claims: readonly Claim[], edit: Edit, by: Person, at = now) =>
  planEdit({ claims, view: viewOf(claims, at), edit, by, now: at })

export function planOf(claims: readonly Claim[], edit: Edit, by = editor): EditPlan {
  const plan = planned(claims, edit, by)
  if (!plan.ok) throw new Error(`${plan.error.code}: ${plan.error.detail}`)
  return plan.value
}

export function refusal(claims: readonly Claim[], edit: Edit, by = editor) {
  const plan = planned(claims, edit, by)
  if (plan.ok) throw new Error('not refused')
  return plan.error
}

let entered = 0

/** The register after the edit. */
export const edited = (claims: readonly Claim[], edit: Edit, by = editor): Claim[] => [
  ...claims,
  ...planOf(claims, edit, by).changes.map(({ after }) => makeEnteredClaim(after, String(entered++)))
]
