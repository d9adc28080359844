/**
 * Brings one edit by a person into the register: planned on what holds now, written in one transaction or not at all.
 */
import { randomBytes } from 'node:crypto'
import {
  dayOf,
  type Edit,
  type EditPlan,
  type GroupId,
  type Instant,
  type Move,
  makeClaim,
  makeEnteredClaim,
  moves,
  type Person,
  planEdit,
  registerAsOf
} from '@frown/core/register'
import { fail, ok, type Result } from '@frown/core/shared'
import type { Ledger } from './ledger.ts'
import type { RegisterStore } from './store.ts'

export interface GivenEdit {
  readonly edit: Edit
  readonly by: Person & { readonly id: string }
  readonly now: Instant
  /** Only say what would change. */
  readonly dryRun: boolean
}

export interface EditOutcome {
  readonly plan: EditPlan
  readonly moves: readonly Move[]
  /** Ids of the claims written; none in a dry run. */
  readonly claims: readonly string[]
  readonly registerVersion: number
}

const attempts = 3
const moving: ReadonlySet<string> = new Set(['name', 'trainingComputeFlop', 'releasedOn', 'developedBy', 'sameRunAs'])

/** Errors: those of planEdit and append; store/changed only after several attempts. */
export async function editRegister(
  store: RegisterStore,
  ledger: Ledger,
  { edit, by, now, dryRun }: GivenEdit
): Promise<Result<EditOutcome>> {
  for (let attempt = 1; ; attempt++) {
    await ledger.refresh()
    const { claims, version, viewOf } = ledger.current
    const asOf = { knownOn: dayOf(now), trueOn: dayOf(now) }
    const view = viewOf(asOf)
    const planned = planEdit({ claims, view, edit, by, now })
    if (!planned.ok) return planned
    const plan = planned.value
    if (dryRun) {
      const after = () => registerAsOf([...claims, ...plan.changes.map(change => makeClaim(change.after))], asOf)
      const moved = plan.changes.some(change => moving.has(change.after.property))
      return ok({
        plan,
        moves: moved ? moves(view, after(), developers(plan, view)) : [],
        claims: [],
        registerVersion: version
      })
    }
    const entered = plan.changes.map(({ after }) => makeEnteredClaim(after, randomBytes(16).toString('hex')))
    const appended = await store.append(entered, version, by.id)
    if (appended.ok) {
      await ledger.refresh()
      return ok({ plan, moves: [], claims: entered.map(({ id }) => id), registerVersion: appended.value })
    }
    if (appended.error.code !== 'store/changed' || attempt === attempts) return fail(appended.error)
  }
}

/** Whoever developed the system before or after. */
function developers({ subject, changes }: EditPlan, view: ReturnType<typeof registerAsOf>): GroupId[] {
  const named = changes
    .flatMap(({ before, after }) => [before, after])
    .flatMap(claim => (claim?.property === 'developedBy' ? (claim.value ?? []) : []))
  const held = subject.kind === 'system' ? (view.systems.get(subject.id)?.developedBy ?? []) : []
  return [...held, ...(named as GroupId[])]
}
