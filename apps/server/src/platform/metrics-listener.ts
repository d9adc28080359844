/**
 * Tells what `Meters` counted, on a port of its own: whoever reads the pages does not reach it.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Meters } from './meters.ts'

export interface MetricsListener {
  readonly port: number
  close(): Promise<void>
}

const headers = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }

/** Rejects where the address is taken or not this machine's. */
export async function listenForMetrics(
  { registry }: Meters,
  at: { readonly host: string; readonly port: number }
): Promise<MetricsListener> {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404, { ...headers, 'content-type': 'text/plain' }).end('Metrics are at /metrics.\n')
      return
    }
    try {
      const text = await registry.metrics()
      response.writeHead(200, { ...headers, 'content-type': registry.contentType }).end(text)
    } catch {
      response.writeHead(500, { ...headers, 'content-type': 'text/plain' }).end('The metrics cannot be told.\n')
    }
  })
  server.listen(at.port, at.host)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close()
      server.closeAllConnections()
    }
  }
}
