/**
 * What a forecast starts from, as the API gives it on the page's two days.
 */
import type { ParameterName } from '@frown/core/simulation'
import { type Answer, asOfParams, read } from '#lib/api/client.ts'
import type { Beliefs } from './figures.ts'

export interface LoadedBeliefs extends Beliefs {
  readonly starts: Answer<'/api/v1/forecast/groups'>['items']
  readonly about: Answer<'/api/v1/forecast/parameters'>['parameters']
  readonly versions: { readonly register: number; readonly beliefs: string; readonly kernel: string }
  readonly asOf: { readonly knownOn: string; readonly trueOn: string }
}

export async function loadBeliefs(fetch: typeof globalThis.fetch, url: URL): Promise<LoadedBeliefs> {
  const { knownOn, trueOn } = asOfParams(url)
  const [field, shipped] = await Promise.all([
    read(fetch, '/api/v1/forecast/groups', { knownOn, startOn: trueOn }),
    read(fetch, '/api/v1/forecast/parameters', {})
  ])
  return {
    groups: field.items.map(({ group }) => group),
    parameters: Object.fromEntries(
      shipped.parameters.map(({ name, distribution }) => [name, distribution])
    ) as unknown as Record<ParameterName, never>,
    starts: field.items,
    about: shipped.parameters,
    versions: { register: field.registerVersion, beliefs: shipped.version, kernel: shipped.kernelVersion },
    asOf: field.asOf
  }
}
