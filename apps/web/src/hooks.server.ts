import type { Handle, HandleFetch } from '@sveltejs/kit/hooks'
import { Charts } from '#lib/charts/charts.server.ts'

/** Pages read the public API and nothing else; here such a request skips the network. */
export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
  const api = event.platform?.req.frownApi
  return api && new URL(request.url).pathname.startsWith('/api/') ? api(request) : fetch(request)
}

export const handle: Handle = ({ event, resolve }) => {
  event.locals.charts = new Charts()
  return resolve(event, {
    preload: ({ type }) => type === 'js' || type === 'css' || type === 'font',
    transformPageChunk: ({ html }) => event.locals.charts.putInto(html)
  })
}
