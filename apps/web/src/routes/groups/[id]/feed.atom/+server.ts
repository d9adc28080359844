import { read } from '#lib/api/client.ts'
import { feedResponse } from '#lib/register/feed.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async event => {
  const { id, name } = await read(event.fetch, '/api/v1/register/groups/{id}', { id: event.params.id })
  return feedResponse(event, { of: `what is said of ${name} and its systems`, page: `/groups/${id}`, group: id })
}
