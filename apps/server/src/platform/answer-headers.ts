/**
 * What every answer tells the browser that gets it, before anything else is known of it.
 *
 * Written to the raw response first, so that nothing leaves without it: pages, files, redirects, refusals, and what a
 * cache gives. Pages and the API's document put their own content policy in its place.
 */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'

const denied = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Of a file that is opened by itself: a chart has styles in it, a worker runs the kernel. */
const filePolicies = {
  document: `${denied}; style-src 'unsafe-inline'; img-src data:; font-src data:`,
  program: `${denied}; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'`
}

const features = [
  'accelerometer',
  'camera',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb'
]

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': [
    ...features.map(feature => `${feature}=()`),
    'publickey-credentials-get=(self)',
    'publickey-credentials-create=(self)'
  ].join(', ')
} as const

/** Where any page of any site may read: what is the same for everybody. */
const publicFacts = ['/api/v1/register/', '/api/v1/forecast/', '/api/v1/health', '/api/v1/openapi.json', '/log/']

const oneYearSeconds = 31_536_000

/** The first headers of the answer to a request; `isHttps`: readers reach this server by https. */
export function headersOf(
  { method, url = '/', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  isHttps: boolean
): OutgoingHttpHeaders {
  const isPersonal = headers.cookie !== undefined || headers.authorization !== undefined
  return {
    ...always,
    ...(isHttps && { 'strict-transport-security': `max-age=${oneYearSeconds}` }),
    ...(publicFacts.some(prefix => url.startsWith(prefix))
      ? factsHeaders(method)
      : { 'cross-origin-resource-policy': 'same-origin' }),
    ...(url.startsWith('/api/')
      ? { 'content-security-policy': denied, 'referrer-policy': 'no-referrer' }
      : // Without any referrer a browser would not say either from where a form was sent.
        {
          'content-security-policy': filePolicies[url.startsWith('/_app/') ? 'program' : 'document'],
          'referrer-policy': 'same-origin'
        }),
    ...(isPersonal && !url.startsWith('/_app/') && { 'cache-control': 'no-store' })
  }
}

const factsHeaders = (method: string | undefined): OutgoingHttpHeaders => ({
  'cross-origin-resource-policy': 'cross-origin',
  ...((method === 'GET' || method === 'HEAD') && { 'access-control-allow-origin': '*' })
})

export function putHeaders(request: IncomingMessage, response: ServerResponse, isHttps: boolean): void {
  for (const [name, value] of Object.entries(headersOf(request, isHttps)))
    if (value !== undefined) response.setHeader(name, value)
}
