import { read } from '#lib/api/client.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, setHeaders, url }) => {
  const log = await read(fetch, '/api/v1/log', {})
  // The checkpoint changes with every append.
  setHeaders({ 'cache-control': 'no-store' })
  return {
    title: 'The log',
    description:
      'Every claim of this register is an entry of a signed log that only grows: how much it holds, and how to check it.',
    log,
    address: `${url.origin}/log`
  }
}
