/**
 * Which system does a person mean by this name?
 */
import { distance } from 'fastest-levenshtein'
import { fail, ok, type Result } from '../shared/index.ts'
import type { SystemId } from './claim.ts'
import type { RegisterView, System } from './view.ts'

/** By exact id, else by name ignoring case. Errors: register/unknown-system, register/ambiguous-system. */
export function findSystem(view: RegisterView, idOrName: string): Result<System> {
  const byId = view.systems.get(idOrName as SystemId)
  if (byId) return ok(byId)
  const wanted = idOrName.trim().toLowerCase()
  const named = [...view.systems.values()].filter(system => system.name.toLowerCase() === wanted)
  if (named.length > 1)
    return fail({
      code: 'register/ambiguous-system',
      detail: `${named.length} systems are named "${idOrName}" as known on ${view.knownOn}.`,
      remedy: `Give its id: ${named.map(system => system.id).join(', ')}.`
    })
  const [only] = named
  if (only) return ok(only)
  const near = closest(
    wanted,
    [...view.systems.values()].flatMap(system => [system.name, system.id])
  )
  return fail({
    code: 'register/unknown-system',
    detail: `No system has the id or name "${idOrName}" as known on ${view.knownOn}.`,
    ...(near.length > 0 ? { remedy: `Perhaps: ${near.join(', ')}.` } : {})
  })
}

/** The `count` texts nearest to `wanted`: those that contain it, then by edit distance. */
export function closest(wanted: string, texts: readonly string[], count = 3): string[] {
  const low = wanted.toLowerCase()
  return [...new Set(texts)]
    .map(text => ({ text, far: text.toLowerCase().includes(low) ? 0 : distance(low, text.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || a.text.length - b.text.length)
    .slice(0, count)
    .map(({ text }) => text)
}
