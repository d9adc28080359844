import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Site, startSite } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

/** Asks for exactly this path, which no client would send. */
async function askRaw(path: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(site.url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  let text = ''
  socket.on('data', chunk => {
    text += chunk.toString('latin1')
  })
  socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
  await once(socket, 'close')
  return { status: Number(text.slice(9, 12)), text }
}

const built = fileURLToPath(new URL('../build/client/_app/immutable/', import.meta.url))
const file = (folder: string, ending: string) =>
  `/_app/immutable/${folder}/${readdirSync(`${built}${folder}`).find(name => name.endsWith(ending))}`

const ofPage = /^default-src 'self'; .*script-src 'self' 'wasm-unsafe-eval' 'sha256-/
const ofFile = /^default-src 'none'; /

describe('the headers of the built site', () => {
  it.each([
    { what: 'a page', path: '/register', policy: ofPage },
    {
      what: 'a page again',
      path: '/register',
      policy: ofPage
    },
    { what: 'a page that is not there', path: '/nowhere', policy: ofPage },
    { what: 'data of a page', path: '/register/__data.json', policy: ofFile },
    { what: 'a chart', path: '/register/chart.svg', policy: ofFile },
    { what: 'a chart as a picture', path: '/register/chart.png', policy: ofFile },
    { what: 'a table', path: '/register/chart.csv', policy: ofFile },
    { what: 'a citation', path: '/cite.bib', policy: ofFile },
    { what: 'a script', path: () => file('entry', '.js'), policy: ofFile },
    { what: 'a style', path: () => file('assets', '.css'), policy: ofFile },
    { what: 'the icon', path: '/favicon.svg', policy: ofFile },
    { what: 'the theme', path: '/theme.js', policy: ofFile },
    { what: 'robots.txt', path: '/robots.txt', policy: ofFile }
  ])('are on $what', async ({ path, policy }) => {
    const response = await fetch(site.url + (typeof path === 'string' ? path : path()))
    const headers = Object.fromEntries(response.headers)
    expect(headers['content-security-policy']).toMatch(policy)
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin'
    })
    expect(headers['access-control-allow-origin']).toBeUndefined()
    await response.arrayBuffer()
  })

  it('let no page with a cookie be kept', async () => {
    const response = await fetch(`${site.url}/register`, { headers: { cookie: 'a=b' } })
    expect(response.headers.get('cache-control')).toContain('no-store')
    await response.arrayBuffer()
  })
})

describe('the page of the API’s document', () => {
  it('works under its policy and asks nobody else', async () => {
    const { page, problems } = await site.visit('/api/docs/')
    await page.getByText('Whether the server and its store answer').first().click()
    await page.getByText('Health', { exact: false }).first().waitFor()
    expect(problems).toEqual([])
  })
})

describe('a path that leads out of the site', () => {
  const up = ['../', '..%2f', '%2e%2e/', '%2e%2e%2f', '..\\', '..%5c', '%252e%252e%252f', '..%c0%af', '....//', '..;/']
  const under = ['/', '/_app/', '/_app/immutable/', '/api/docs/static/', '/register/', '/forecast/chart/']
  const prey = ['package.json', 'etc/passwd', 'proc/self/environ', 'server/index.js', 'apps/server/package.json']
  const paths = under.flatMap(place => up.flatMap(step => prey.map(name => `${place}${step.repeat(9)}${name}`)))
  const odd = [
    '/%00',
    '/favicon.svg%00.html',
    '/favicon.svg/',
    '//favicon.svg',
    '//evil.example/',
    '/\\evil.example',
    '/_app/',
    '/_app/immutable',
    '/.env',
    '/.git/config',
    '/_app/version.json%00',
    '/index.html/../../package.json',
    '/C:/windows/win.ini',
    '/proc/self/environ'
  ]

  it('gives nothing of the machine and no fault', { timeout: 120_000 }, async () => {
    for (const path of [...paths, ...odd]) {
      const { status, text } = await askRaw(path)
      expect([path, status >= 500 ? status : 'sound']).toEqual([path, 'sound'])
      expect([path, /root:.*:0:0|"private": true|FROWN_DIR=|"devDependencies"|export \{.*Server/.test(text)]).toEqual([
        path,
        false
      ])
      if (status >= 300 && status < 400)
        expect([path, text]).not.toEqual([path, expect.stringMatching(/location: (\/\/|\/\\|http)/i)])
    }
  })
})
