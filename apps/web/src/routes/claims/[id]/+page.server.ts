import { ask, read } from '#lib/api/client.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, setHeaders }) => {
  const told = await read(fetch, '/api/v1/register/claims/{id}', { id: params.id })
  const [logged, log] = await Promise.all([
    told.entry === null ? null : ask(fetch, '/api/v1/log/entries/{index}', { index: told.entry }),
    ask(fetch, '/api/v1/log', {})
  ])
  // The proof leads to the newest checkpoint, which another append replaces.
  setHeaders({ 'cache-control': 'no-store' })
  return {
    title: `A claim: ${told.label} of ${told.subjectName}`,
    description: `What the register says of ${told.subjectName}, who says so, and the proof that it was recorded.`,
    told,
    logged: logged?.ok ? logged.value : null,
    keys: log.ok ? log.value.keys : []
  }
}
