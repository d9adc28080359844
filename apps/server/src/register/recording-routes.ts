import {
  type Claim,
  type ClaimId,
  claimStep,
  dayOf,
  type GroupId,
  properties,
  type Recording,
  type RegisterView,
  recordings,
  withParts
} from '@frown/core/register'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { answers, type RegisterContext, readAsOf, sendCsv, wantsCsv } from './answering.ts'
import { asOfParameters, formatParameter } from './parameters.ts'
import { claimResource } from './resources.ts'
import { Recordings } from './schemas.ts'
import { everKnown, refuseUnknownGroup } from './system-routes.ts'

const stepsShown = 20
const id = z.string({ error: 'give it once' }).max(200)

const RecordingsQuery = z.strictObject({
  ...asOfParameters,
  group: id
    .optional()
    .meta({ description: 'Only what is about this group, its parts, and systems they ever developed' }),
  system: id.optional().meta({ description: 'Only what is about this system' }),
  limit: z
    .preprocess(
      text => (typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : text),
      z.int({ error: 'must be a whole number from 1 to 500' }).min(1).max(500)
    )
    .default(50),
  ...formatParameter
})

const columns = ['recordedAt', 'publisher', 'title', 'url', 'claims', 'subjects', 'kinds', 'id']

export const recordingRoutes =
  (context: RegisterContext): FastifyPluginAsyncZod =>
  async routes => {
    routes.get(
      '/recordings',
      {
        schema: {
          operationId: 'listRecordings',
          tags: ['register'],
          summary: 'What was written when: each edit, and each import as one, latest first',
          querystring: RecordingsQuery,
          response: answers(Recordings)
        }
      },
      async (request, reply) => {
        const { group, system, limit } = request.query
        const reading = readAsOf(context, request.query)
        const { view, state, asOf } = reading
        const known = state.claims.filter(({ recordedAt }) => dayOf(recordedAt) <= asOf.knownOn)
        if (group !== undefined) refuseUnknownGroup(view, group, 'group')
        const keeps = [
          ...(group === undefined ? [] : [ofGroup(view, known, group as GroupId)]),
          ...(system === undefined ? [] : [ofSystem(everKnown(view, known, system).id)])
        ]
        const all = recordings(known.filter(claim => keeps.every(keep => keep(claim))))
        const byId = new Map(known.map(claim => [claim.id, claim]))
        const names = namesOf(known)
        const items = all.slice(0, limit).map(recording => recordingResource(recording, byId, names))
        if (wantsCsv(request))
          return sendCsv(
            reply,
            'recordings',
            reading,
            columns,
            items.map(({ id, recordedAt, source, claims, subjects, kinds }) => ({
              recordedAt,
              publisher: source.publisher,
              title: source.title,
              url: source.url,
              claims,
              subjects,
              kinds: kinds.map(one => `${one.claims} ${one.kind}`),
              id
            }))
          )
        return { ...reading.answered, total: all.length, items }
      }
    )
  }

function recordingResource(
  { recordedAt, claims }: Recording,
  byId: ReadonlyMap<ClaimId, Claim>,
  names: ReadonlyMap<string, string>
) {
  const steps = claims.map(claim => {
    const before = claim.supersedes === null ? null : (byId.get(claim.supersedes) ?? null)
    return { claim, before, ...claimStep(claim, before) }
  })
  const byKind = Map.groupBy(steps, ({ kind }) => kind)
  return {
    id: claims[0].id,
    recordedAt,
    source: claims[0].source,
    claims: claims.length,
    subjects: new Set(claims.map(subjectKey)).size,
    kinds: [...byKind].map(([kind, { length }]) => ({ kind, claims: length })).sort((a, b) => b.claims - a.claims),
    steps: steps.slice(0, stepsShown).map(({ claim, before, kind, ratio }) => ({
      kind,
      ratio,
      name: names.get(subjectKey(claim)) ?? claim.subject.id,
      label: properties[claim.property].label,
      unit: properties[claim.property].unit,
      before: before && claimResource(before),
      claim: claimResource(claim)
    }))
  }
}

const subjectKey = ({ subject }: Claim): string => `${subject.kind} ${subject.id}`

/** The last name that each subject had, also of one that is gone. */
function namesOf(claims: readonly Claim[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const claim of claims)
    if (claim.property === 'name' && typeof claim.value === 'string') names.set(subjectKey(claim), claim.value)
  return names
}

const ofSystem =
  (id: string) =>
  ({ subject }: Claim): boolean =>
    subject.kind === 'system' && subject.id === id

function ofGroup(view: RegisterView, claims: readonly Claim[], group: GroupId): (claim: Claim) => boolean {
  const groups: ReadonlySet<string> = withParts(view, group)
  const systems = new Set<string>()
  for (const { subject, property, value } of claims)
    if (property === 'developedBy' && Array.isArray(value) && value.some(id => groups.has(id))) systems.add(subject.id)
  return ({ subject }) => (subject.kind === 'group' ? groups : systems).has(subject.id)
}
