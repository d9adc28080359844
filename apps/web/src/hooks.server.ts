import type { Handle, HandleFetch } from '@sveltejs/kit/hooks'
import { Charts } from '#lib/charts/charts.server.ts'

/** Pages read the public API and nothing else; here such a request skips the network. */
export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
  const api = event.platform?.req.frownApi
  return api && new URL(request.url).pathname.startsWith('/api/') ? api(request) : fetch(request)
}

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.charts = new Charts()
  const response = await resolve(event, {
    preload: ({ type }) => type === 'js' || type === 'css' || type === 'font',
    transformPageChunk: ({ html }) => event.locals.charts.putInto(html)
  })
  return isUnfinished(response) ? new Response(response.body, { ...kept(response), status: 202 }) : response
}

/** A page whose answer is still being worked out says `no-store`; what serves it keeps pages of status 200. */
const isUnfinished = ({ status, headers }: Response): boolean =>
  status === 200 &&
  headers.get('cache-control') === 'no-store' &&
  headers.get('content-type')?.startsWith('text/html') === true
const kept = ({ headers }: Response) => ({ headers: new Headers([...headers].filter(([name]) => name !== 'etag')) })
