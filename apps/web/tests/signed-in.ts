/** Browsers of people with a role, signed in by a one-time link as the operator gives it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Site, Visit } from './site.ts'

export interface Wanted {
  readonly role: 'reader' | 'editor' | 'reviewer' | 'spokesperson'
  readonly groupId?: string
}

let people = 0

/** The cookies of a new account of that role. */
async function cookiesOf(site: Site, { role, groupId }: Wanted) {
  const { operatorToken } = JSON.parse(readFileSync(join(site.folder, 'frown.lock'), 'utf8'))
  const post = (path: string, body: object, headers: Record<string, string>) =>
    fetch(`${site.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body)
    })
  const email = `${role}-${people++}@people.example`
  const invited = await post(
    '/accounts',
    { email, role, groupId: groupId ?? null },
    { authorization: `Bearer ${operatorToken}` }
  )
  const { link } = (await invited.json()) as { link: string }
  const token = new URL(link).searchParams.get('token')
  const signed = await post('/account/session/link', { token }, { origin: site.url })
  if (!signed.ok) throw new Error(await signed.text())
  return signed.headers.getSetCookie().map(cookie => {
    const [pair = ''] = cookie.split(';')
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: site.url }
  })
}

/** Opens `path` in a browser of its own, signed in. */
export async function visitAs(
  site: Site,
  wanted: Wanted,
  path: string,
  looks: Parameters<Site['visit']>[1] = {}
): Promise<Visit> {
  const visit = await site.visit('/correcting', looks)
  await visit.page.context().addCookies(await cookiesOf(site, wanted))
  await visit.page.goto(path)
  return visit
}
