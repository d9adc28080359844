/**
 * Which values does each row change, and which claims say so? Gathered subject by subject during one import.
 */
import { sameValue } from '../changes.ts'
import type { Claim, ClaimDraft, ClaimValue, Source, SourceTier, Subject, SystemId } from '../claim.ts'
import { type Day, dayOf, type Instant } from '../day.ts'
import { type Property, properties, propertyNames } from '../property.ts'
import { usualTier } from '../usual-tier.ts'
import { type Held, liveClaimsOf, liveOf } from './claim-heads.ts'
import { type EpochFile, type EpochRecord, epochSource } from './epoch-file.ts'
import { filedValues } from './filed-values.ts'
import type { groupDrafts } from './group-drafts.ts'
import type { ImportDiff, ImportPlan } from './import-diff.ts'
import { groupsOf, type KnownGroups } from './known-groups.ts'
import { isHeldByPeople, restsOn } from './match-systems.ts'

/** What a person has decided that the file may take over from people: a system, by id or name, and a property of it. */
export interface Overruling {
  readonly system: string
  readonly property: string
}

interface DraftingRequest {
  readonly file: EpochFile
  readonly recordedAt: Instant
  readonly overruled: readonly Overruling[]
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }

export class ImportDrafting {
  private readonly request: DraftingRequest
  private readonly known: KnownGroups
  private readonly day: Day
  private readonly obeyed = new Set<Overruling>()
  private readonly drafts: ClaimDraft[] = []
  private readonly diff: Writable<ImportDiff>

  constructor(request: DraftingRequest, known: KnownGroups) {
    this.request = request
    this.known = known
    this.day = dayOf(request.recordedAt)
    this.diff = {
      dataset: request.file.dataset,
      rows: request.file.records.length,
      addedGroups: [],
      addedSystems: [],
      withdrawnSystems: [],
      renamed: [],
      redated: [],
      values: [],
      reassessed: [],
      sameRuns: [],
      disagreements: [],
      heldByPeople: [],
      notes: [...request.file.notes]
    }
  }

  plan(): ImportPlan {
    const order = new Map(propertyNames.map((property, i) => [property, i]))
    const key = (draft: ClaimDraft) => `${draft.subject.kind} ${draft.subject.id}`
    this.drafts.sort((a, b) => compare(key(a), key(b)) || (order.get(a.property) ?? 0) - (order.get(b.property) ?? 0))
    for (const changes of [this.diff.addedSystems, this.diff.withdrawnSystems, this.diff.renamed, this.diff.redated])
      (changes as { id: SystemId }[]).sort((a, b) => compare(a.id, b.id))
    for (const changes of [this.diff.values, this.diff.reassessed, this.diff.disagreements, this.diff.heldByPeople])
      (changes as { id: SystemId; property: Property }[]).sort(
        (a, b) => compare(a.id, b.id) || (order.get(a.property) ?? 0) - (order.get(b.property) ?? 0)
      )
    this.diff.notes.sort((a, b) => a.row - b.row)
    return { diff: this.diff, drafts: this.drafts }
  }

  groups(found: ReturnType<typeof groupDrafts>) {
    this.diff.addedGroups.push(...found.added)
    for (const { id, property, value, validFrom, supersedes } of found.drafts)
      this.assert({ kind: 'group', id }, property, value, validFrom, supersedes, {
        tier: 'secondary',
        derivedFrom: null
      })
  }

  system(id: SystemId, record: EpochRecord, held: Held | undefined, detailed: boolean) {
    const { file } = this.request
    const filed = filedValues(record, groupsOf(record, this.known), file, detailed, held)
    const name = record.name
    const wasLive = liveOf(held, 'name')
    const withdrawn = wasLive ? null : held?.get('name')
    if (withdrawn && this.isHeld(withdrawn, id, name)) {
      this.noteHeld(withdrawn, id, name, name)
      return
    }
    const released = this.textAfter('releasedOn', record.releasedOn, held, name) as Day | null
    const validFrom = released ?? wasLive?.validFrom ?? this.day
    const link = this.textAfter('link', record.links[0] ?? null, held, name)
    if (!wasLive) this.diff.addedSystems.push({ id, name })
    for (const property of propertyNames) {
      const live = liveOf(held, property)
      const now = filed.get(property)
      const head = held?.get(property) ?? null
      if (head && !withdrawn && this.isHeld(head, id, name)) {
        const saysOtherwise = now
          ? !sameValue(head.value, now.value)
          : live !== null && restsOn(file.dataset, live) && file.speaksOf.has(property)
        if (saysOtherwise) this.noteHeld(head, id, name, now?.value ?? null)
        continue
      }
      if (!now) {
        if (!live || !restsOn(file.dataset, live)) continue
        if (file.speaksOf.has(property)) {
          this.noteValue(id, name, property, live.value, null, wasLive !== null)
          this.withdraw(live)
        } else if (live.validFrom !== validFrom) this.reassert(live, validFrom, live.confidence, live.source.tier, link)
        continue
      }
      if (!live || (this.mayWrite(live) && !sameValue(live.value, now.value))) {
        this.noteValue(id, name, property, live?.value ?? null, now.value, wasLive !== null)
        this.assert({ kind: 'system', id }, property, now.value, validFrom, head, {
          tier: now.tier ?? usualTier(property),
          derivedFrom: link,
          confidence: now.confidence
        })
      } else if (!this.mayWrite(live)) {
        if (!sameValue(live.value, now.value) && live.value !== null)
          this.diff.disagreements.push({
            id,
            name,
            property,
            registered: live.value,
            filed: now.value,
            ratio: ratioOf(property, live.value, now.value)
          })
      } else {
        const tier = now.tier ?? live.source.tier
        const isReassessed =
          live.confidence !== now.confidence || live.source.tier !== tier || !restsOn(file.dataset, live)
        if (isReassessed) this.diff.reassessed.push({ id, name, property, from: live.confidence, to: now.confidence })
        if (isReassessed || live.validFrom !== validFrom) this.reassert(live, validFrom, now.confidence, tier, link)
      }
    }
  }

  /** Withdraws what this dataset says of a system; its name stays while another source still speaks of it. */
  gone(id: SystemId, held: Held | undefined) {
    const live = liveClaimsOf(held)
    const { dataset } = this.request.file
    const name = String(liveOf(held, 'name')?.value ?? id)
    const stays = (claim: Claim) => !restsOn(dataset, claim) || this.isHeld(claim, id, name)
    const others = live.some(stays)
    if (!others) this.diff.withdrawnSystems.push({ id, name })
    for (const claim of live) {
      if (restsOn(dataset, claim) && stays(claim)) this.noteHeld(claim, id, name, null)
      if (stays(claim) || (others && claim.property === 'name')) continue
      if (others) this.noteValue(id, name, claim.property, claim.value, null, true)
      this.withdraw(claim)
    }
  }

  sameRun(id: SystemId, name: string, as: SystemId, held: Held | undefined) {
    if (liveOf(held, 'sameRunAs')?.value === as) return
    const validFrom = this.drafts.find(one => one.subject.id === id && one.property === 'name')?.validFrom
    this.diff.sameRuns.push({ id, name, as })
    this.assert(
      { kind: 'system', id },
      'sameRunAs',
      as,
      validFrom ?? liveOf(held, 'name')?.validFrom ?? this.day,
      held?.get('sameRunAs') ?? null,
      { tier: 'secondary', derivedFrom: null }
    )
  }

  /** What was to be overruled and is not there, or is not held by people. */
  unmet(): Overruling | null {
    return this.request.overruled.find(overruling => !this.obeyed.has(overruling)) ?? null
  }

  /** Whether people hold the claim, and no person has said that the file may take it over. */
  private isHeld(claim: Claim, id: SystemId, name: string): boolean {
    if (!isHeldByPeople(claim)) return false
    const overruling = this.request.overruled.find(
      ({ system, property }) => property === claim.property && (system === id || system === name)
    )
    if (overruling) this.obeyed.add(overruling)
    return !overruling
  }

  private noteHeld(held: Claim, id: SystemId, name: string, filed: ClaimValue | null) {
    const { property, value: registered } = held
    this.diff.heldByPeople.push({ id, name, property, registered, filed, ratio: ratioOf(property, registered, filed) })
  }

  /**
   * A dataset answers for its own claims, the notable list also for those of the large-scale one, which has fewer
   * columns, and any for what people hold and was overruled.
   */
  private mayWrite(live: Claim | null): boolean {
    if (live === null || isHeldByPeople(live) || restsOn(this.request.file.dataset, live)) return true
    return this.request.file.dataset === 'notable' && restsOn('large-scale', live)
  }

  /** What the register will hold after this import, the file saying `filed`. */
  private textAfter(
    property: 'releasedOn' | 'link',
    filed: string | null,
    held: Held | undefined,
    name: string
  ): string | null {
    const live = liveOf(held, property)
    const stays = live && (this.isHeld(live, live.subject.id as SystemId, name) || !this.mayWrite(live))
    return stays && typeof live.value === 'string' ? live.value : filed
  }

  private noteValue(
    id: SystemId,
    name: string,
    property: Property,
    before: ClaimValue | null,
    after: ClaimValue | null,
    wasThere: boolean
  ) {
    if (!wasThere) return
    if (property === 'name') this.diff.renamed.push({ id, from: String(before), to: String(after) })
    else if (property === 'releasedOn')
      this.diff.redated.push({ id, name, from: before as Day | null, to: after as Day | null })
    else {
      const kind = before === null ? 'added' : after === null ? 'withdrawn' : 'revised'
      this.diff.values.push({ id, name, property, kind, before, after, ratio: ratioOf(property, before, after) })
    }
  }

  private assert(
    subject: Subject,
    property: Property,
    value: ClaimValue,
    validFrom: Day,
    supersedes: Claim | null,
    from: { tier: SourceTier; derivedFrom: string | null; confidence?: Claim['confidence'] }
  ) {
    this.drafts.push({
      subject,
      property,
      value,
      low: null,
      high: null,
      confidence: from.confidence ?? 'unknown',
      validFrom,
      recordedAt: this.request.recordedAt,
      source: this.source(property, from.tier, from.derivedFrom),
      status: 'asserted',
      supersedes: supersedes?.id ?? null,
      reply: null
    })
  }

  private reassert(
    live: Claim,
    validFrom: Day,
    confidence: Claim['confidence'],
    tier: SourceTier,
    link: string | null
  ) {
    if (live.value === null) return
    this.assert(live.subject, live.property, live.value, validFrom, live, { tier, derivedFrom: link, confidence })
  }

  private withdraw(live: Claim) {
    this.drafts.push({
      subject: live.subject,
      property: live.property,
      value: null,
      low: null,
      high: null,
      confidence: 'unknown',
      validFrom: live.validFrom,
      recordedAt: this.request.recordedAt,
      source: this.source(live.property, 'secondary', null),
      status: 'withdrawn',
      supersedes: live.id,
      reply: null
    })
  }

  private source(property: Property, tier: SourceTier, derivedFrom: string | null): Source {
    const source = epochSource(this.request.file.dataset, this.day)
    return ownProperties.has(property)
      ? { ...source, publisher: 'Frown', title: ownTitle, tier, derivedFrom: source.url }
      : { ...source, tier, derivedFrom }
  }
}

/** What a person of this project decided on reading the list, rather than what the list says. */
export const ownProperties: ReadonlySet<Property> = new Set(['partOf', 'sameRunAs'])
export const ownTitle = 'Reading of the list by the register'

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function ratioOf(property: Property, before: ClaimValue | null, after: ClaimValue | null): number | null {
  if (properties[property].shape !== 'count' || typeof before !== 'number' || typeof after !== 'number') return null
  return after / before
}
