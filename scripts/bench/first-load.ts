/**
 * How many bytes cross the wire before the register's page stands, in a real browser with an empty cache?
 */
import { chromium } from 'playwright-core'
import { serverArguments } from '../bring/places.mjs'
import { count, type Measurement } from './measurement.ts'
import { serve } from './served.ts'

export async function firstLoad(frownDir: string, chromiumPath: string): Promise<Measurement[]> {
  const server = await serve(serverArguments, '/register', { FROWN_DIR: frownDir, DATABASE_URL: '' })
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-background-networking']
  })
  try {
    const page = await browser.newPage()
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const types = new Map<string, string>()
    const bytes = new Map<string, number>()
    session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const type = types.get(requestId) ?? 'Other'
      bytes.set(type, (bytes.get(type) ?? 0) + encodedDataLength)
    })
    await page.goto(`${server.origin}/register`, { waitUntil: 'networkidle' })
    const total = [...bytes.values()].reduce((sum, value) => sum + value, 0)
    const parts = [...bytes].sort((a, b) => b[1] - a[1]).map(([type, value]) => `${type} ${count(value / 1000)}`)
    return [
      {
        what: 'First load of the register page, compressed, fonts and headers included',
        measured: `${count(total / 1000)} KB`,
        bar: '≤ 150 KB',
        beside: `KB by kind: ${parts.join(', ')}`
      }
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}
