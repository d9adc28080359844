import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks'
import { ask } from '#lib/api/client.ts'
import { Charts } from '#lib/charts/charts.server.ts'

/**
 * Pages read the public API and nothing else; here such a request skips the network. It bears the reader's cookie,
 * and of a form the origin that the reader's browser said; what cookies the API sets go to the reader.
 */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const api = event.platform?.req.frownApi
  if (!api || !new URL(request.url).pathname.startsWith('/api/')) return fetch(request)
  for (const name of ['cookie', 'origin']) {
    const value = event.request.headers.get(name)
    if (value !== null) request.headers.set(name, value)
  }
  const response = await api(request)
  event.locals.setCookies.push(...response.headers.getSetCookie())
  return response
}

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.charts = new Charts()
  event.locals.account = null
  event.locals.setCookies = []
  if (event.request.headers.has('cookie')) {
    const asked = await ask(event.fetch, '/api/v1/account', {})
    event.locals.account = asked.ok ? asked.value.account : null
  }
  const response = await resolve(event, {
    preload: ({ type }) => type === 'js' || type === 'css' || type === 'font',
    transformPageChunk: ({ html }) => event.locals.charts.putInto(html)
  })
  for (const cookie of event.locals.setCookies) response.headers.append('set-cookie', cookie)
  return response
}

/** A fault of ours goes to the server's log; the page names it, so that a reader can too. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return error
  const id = event.platform?.req.frownFault?.(error)
  return {
    message: 'The server failed; the fault is ours.',
    ...(id && { remedy: `If it does so again, tell the operator of this server the id of this request: ${id}.` })
  }
}
