import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSoundPage, overflow, type Site, startSite, themes, type Visit, widths } from './site.ts'

const frownMain = fileURLToPath(new URL('../../cli/src/main.ts', import.meta.url))
const run = promisify(execFile)

let site: Site
beforeAll(async () => {
  // A name, since browsers bind passkeys to no number.
  site = await startSite({ HOST: 'localhost' })
})
afterAll(() => site?.stop())

const frown = async (...args: string[]): Promise<string> =>
  (await run(process.execPath, [frownMain, ...args], { env: { ...process.env, FROWN_DIR: site.folder } })).stdout.trim()

const pathOf = (link: string): string => link.slice(new URL(link).origin.length)

/** The address of a one-time link, as the command line asks for it, without the time that a process takes. */
async function invite(email: string): Promise<string> {
  const { operatorToken } = JSON.parse(readFileSync(join(site.folder, 'frown.lock'), 'utf8'))
  const response = await fetch(`${site.url}/api/v1/accounts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${operatorToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ email, role: 'editor' })
  })
  return pathOf(((await response.json()) as { link: string }).link)
}

async function signIn(email: string, looks: Parameters<Site['visit']>[1] = {}, link?: string): Promise<Visit> {
  const visit = await site.visit(link ?? (await invite(email)), looks)
  await visit.page.getByRole('button', { name: 'Sign in' }).click()
  await visit.page.waitForURL('**/account')
  return visit
}

interface Authenticator {
  readonly cdp: CDPSession
  readonly authenticatorId: string
}

/** A device with a lock, which its user opens; or a key without one. */
async function authenticatorOf(page: Page, hasLock = true): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: hasLock ? 'internal' : 'usb',
      hasResidentKey: hasLock,
      hasUserVerification: hasLock,
      isUserVerified: hasLock,
      automaticPresenceSimulation: true
    }
  })
  return { cdp, authenticatorId }
}

const main = async (page: Page): Promise<string> => ((await page.textContent('main')) ?? '').replace(/\s+/g, ' ')

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name of the device').fill(name)
  const reloaded = page.waitForResponse(
    response => response.url().endsWith('/api/v1/account/passkeys') && response.ok()
  )
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await reloaded
  await page.locator('li strong', { hasText: name }).waitFor()
}

describe('an account', () => {
  it('is invited, opened by its link, given a passkey, signed in with it, and loses it', async () => {
    const link = pathOf(await frown('invite', 'whole@people.example', '--role', 'editor'))
    const { page, problems } = await signIn('whole@people.example', {}, link)
    await authenticatorOf(page)
    expect(await main(page)).toContain('Editor: you add claims')
    expect(await page.locator('header').textContent()).toContain('Account')
    await addPasskey(page, 'Laptop')
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(await page.locator('header').textContent()).toContain('Sign in')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByRole('heading', { name: 'whole@people.example' }).waitFor()
    expect(await main(page)).toContain('Signed in with a passkey')

    await page.getByText('Rename or remove').click()
    await page.getByLabel('New name').fill('Old laptop')
    await page.getByRole('button', { name: 'Rename' }).click()
    await page.locator('strong', { hasText: 'Old laptop' }).waitFor()
    await page.getByText('Rename or remove').click()
    await page.getByRole('button', { name: 'Remove Old laptop' }).click()
    await page.getByText('None yet.').waitFor()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('The passkey was not accepted.')
    expect(problems.filter(problem => !problem.includes('status of 403'))).toEqual([])
  })

  it('works without scripts, at both widths', async () => {
    const { page, problems } = await signIn('plain@people.example', { scripts: false })
    await page.getByLabel('Name', { exact: true }).fill('Plain Person')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await page.locator('h1').textContent()).toBe('Plain Person')
    expect(await page.locator('header').textContent()).toContain('Plain Person')
    expect(await main(page)).toContain('To add a passkey takes JavaScript.')
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 })
      expect(await overflow(page)).toBe(0)
    }
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    expect(await page.locator('h1').textContent()).toBe('Sign in')
    expect(await main(page)).toContain('Passkeys need JavaScript.')
    expect(problems).toEqual([])
  })

  it('is sound at both widths, light and dark, with a passkey and two sessions', async () => {
    await signIn('sound@people.example')
    const visit = await signIn('sound@people.example')
    await authenticatorOf(visit.page)
    await addPasskey(visit.page, 'A device with a rather long name that does not end soon')
    expect(await visit.page.getByRole('button', { name: /^End/ }).count()).toBe(1)
    for (const width of widths) {
      await visit.page.setViewportSize({ width, height: 800 })
      for (const theme of themes) {
        await visit.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await expectSoundPage({ ...visit, theme })
      }
    }
  })

  it('has a name that is shown as text, however it is written', async () => {
    const { page, problems } = await signIn('stored@people.example')
    const name = `<img src=x onerror="document.title='owned'"></script><script>document.title='owned'</script>`
    await page.getByLabel('Name', { exact: true }).fill(name.slice(0, 80))
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: name.slice(0, 80) }).waitFor()
    expect(await page.title()).toBe('Your account · Frown')
    await page.goto('/methods')
    expect(await page.locator('header img').count()).toBe(0)
    expect(problems).toEqual([])
  })

  it('is known on the pages of the register, which nobody keeps then, and which are as ever for others', async () => {
    const { page } = await signIn('pages@people.example')
    const signedIn = await page.goto('/methods')
    expect(signedIn?.headers()['cache-control']).toBe('no-store')
    expect(await page.locator('header').textContent()).toContain('Account')
    const nobody = await fetch(`${site.url}/methods`)
    expect(await nobody.text()).toContain('>Sign in<')
    expect(nobody.headers.get('etag')).not.toBe(null)
  })

  it('has its new role at once, and ends at once when it is removed', async () => {
    const { page } = await signIn('role@people.example')
    await frown('accounts', 'role', 'role@people.example', 'spokesperson', '--group', 'openai')
    await page.reload()
    expect(await main(page)).toContain('Spokesperson: you contest')
    await frown('accounts', 'remove', 'role@people.example')
    await page.reload()
    expect(await page.locator('h1').textContent()).toBe('Sign in')
  })
})

describe('the page to sign in', () => {
  it.each(['/account', '/account/link', '/account/link?token=nobody'])('is sound: %s', async path => {
    const visit = await site.visit(path)
    for (const width of widths) {
      await visit.page.setViewportSize({ width, height: 800 })
      for (const theme of themes) {
        await visit.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await expectSoundPage({ ...visit, theme })
      }
    }
  })

  it('says that a link has been used, or is none', async () => {
    const link = await invite('twice@people.example')
    const { page } = await site.visit(link, { scripts: false })
    await page.getByRole('button', { name: 'Sign in' }).click()
    expect(await page.locator('h1').textContent()).toBe('twice@people.example')
    const other = await site.visit(link, { scripts: false })
    await other.page.getByRole('button', { name: 'Sign in' }).click()
    expect(await main(other.page)).toContain('This link has been used')
    const none = await site.visit('/account/link?token=none', { scripts: false })
    await none.page.getByRole('button', { name: 'Sign in' }).click()
    expect(await main(none.page)).toContain('This is no link of this server')
  })

  it('uses no link up by being looked at, and lets nobody keep it', async () => {
    const link = await invite('scanned@people.example')
    for (const method of ['GET', 'HEAD', 'GET']) {
      const response = await fetch(site.url + link, { method })
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('referrer-policy')).toBe('same-origin')
      expect(response.headers.get('set-cookie')).toBe(null)
    }
    const { page } = await site.visit(link)
    expect(await page.locator('.cite').count()).toBe(0)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'scanned@people.example' }).waitFor()
  })

  it.each(['?callbackURL=https://evil.example', '?next=//evil.example', '?redirectTo=https:evil.example'])(
    'leads nowhere else: %s',
    async query => {
      const link = await invite(`redirect${query.length}@people.example`)
      const { page } = await site.visit(`${link}&${query.slice(1)}`)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.waitForURL(`${site.url}/account`)
    }
  )

  it('says what to do where browsers take no passkeys', async () => {
    const { page } = await site.visit('/account')
    await page.addInitScript('delete globalThis.PublicKeyCredential')
    await page.reload()
    await page.getByText('This browser has no passkeys').waitFor()
    expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).count()).toBe(0)
  })
})

describe('a form of another site', () => {
  let evil: Server
  let evilUrl: string
  let html = ''
  beforeAll(async () => {
    evil = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html))
    await new Promise<void>(resolve => evil.listen(0, 'localhost', resolve))
    evilUrl = `http://localhost:${(evil.address() as AddressInfo).port}`
  })
  afterAll(() => {
    evil.closeAllConnections()
    evil.close()
  })

  it.each([
    { what: 'a form', action: '/account?/rename', enctype: 'application/x-www-form-urlencoded' },
    { what: 'a form in parts', action: '/account?/rename', enctype: 'multipart/form-data' },
    { what: 'a form as text', action: '/account?/rename', enctype: 'text/plain' },
    { what: 'a form to the API', action: '/api/v1/account/passkeys/challenge', enctype: 'text/plain' }
  ])('changes nothing by $what, though the cookie comes along', async ({ action, enctype }) => {
    const { page } = await signIn(`csrf${action.length}${enctype.length}@people.example`)
    html = `<form method="post" action="${site.url}${action}" enctype="${enctype}"><input name="name" value="Owned"></form>`
    await page.goto(evilUrl)
    const answered = page.waitForResponse(response => response.url().startsWith(site.url))
    await page.evaluate('document.forms[0].submit()')
    const response = await answered
    expect((await response.request().allHeaders()).cookie).toContain('frown-session=')
    expect(response.status()).toBe(403)
    await page.waitForURL(url => url.origin === site.url)
    await page.goto(`${site.url}/account`)
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('')
  })

  it('gets no passkey that this site accepts, though it relays the challenge', async () => {
    const { page } = await signIn('phished@people.example')
    await authenticatorOf(page)
    await addPasskey(page, 'Key')
    const asked = await fetch(`${site.url}/api/v1/account/session/passkey/challenge`, {
      method: 'POST',
      headers: { origin: site.url }
    })
    const { options } = (await asked.json()) as { options: object }
    html = '<p>Looks just like Frown</p>'
    await page.goto(evilUrl)
    const credential = await page.evaluate(signing(options))
    const cookie = (asked.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    expect(await judged(credential, cookie)).toEqual([403, 'account/passkey-refused'])
    await page.goto(`${site.url}/account`)
    expect(await main(page)).toContain('A passkey was refused')
  })

  it('gets no passkey at all from another host', async () => {
    const { page } = await signIn('host@people.example')
    await authenticatorOf(page)
    await addPasskey(page, 'Key')
    const asked = await fetch(`${site.url}/api/v1/account/session/passkey/challenge`, {
      method: 'POST',
      headers: { origin: site.url }
    })
    const { options } = (await asked.json()) as { options: object }
    await page.goto(evilUrl.replace('localhost', 'other.localhost'))
    expect(await page.evaluate(`${signing(options)}.catch(error => error.name)`)).toMatch(
      /SecurityError|NotAllowedError/
    )
  })
})

describe('a passkey', () => {
  const challenged = async () => {
    const asked = await fetch(`${site.url}/api/v1/account/session/passkey/challenge`, {
      method: 'POST',
      headers: { origin: site.url }
    })
    const cookie = (asked.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    return { ...((await asked.json()) as { options: object }), cookie }
  }

  it('signs in once with what it signed, and not without its user being verified', async () => {
    const { page } = await signIn('key@people.example')
    const { cdp, authenticatorId } = await authenticatorOf(page)
    await addPasskey(page, 'Key')
    const first = await challenged()
    const credential = await page.evaluate(signing(first.options))
    expect(await judged(credential, first.cookie)).toEqual([200, undefined])
    expect(await judged(credential, first.cookie)).toEqual([403, 'account/passkey-refused'])

    const replayed = await challenged()
    expect(await judged(credential, replayed.cookie)).toEqual([403, 'account/passkey-refused'])

    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    const unverified = await challenged()
    const careless = await page.evaluate(signing({ ...unverified.options, userVerification: 'discouraged' }))
    expect(await judged(careless, unverified.cookie)).toEqual([403, 'account/passkey-refused'])
  })

  it('is not added without its user being verified, nor to the account of another', async () => {
    const one = await signIn('one@people.example')
    const { cdp, authenticatorId } = await authenticatorOf(one.page, false)
    const asking = `fetch('/api/v1/account/passkeys/challenge', { method: 'POST' }).then(answer => answer.json())`
    const making = (change: string) => `${asking}.then(async ({ options }) => {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
      ${change}
      return (await navigator.credentials.create({ publicKey })).toJSON()
    })`
    const adding = (credential: unknown) => `fetch('/api/v1/account/passkeys', {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Key', credential: ${JSON.stringify(credential)} })
    }).then(answer => answer.json()).then(({ code }) => code)`
    const careless = await one.page.evaluate(
      making(
        "publicKey.authenticatorSelection.userVerification = 'discouraged'; publicKey.authenticatorSelection.residentKey = 'discouraged'; publicKey.authenticatorSelection.requireResidentKey = false"
      )
    )
    expect(await one.page.evaluate(adding(careless))).toBe('account/passkey-refused')
    await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
    await authenticatorOf(one.page)
    const made = await one.page.evaluate(making(''))
    const two = await signIn('two@people.example')
    expect(await two.page.evaluate(adding(made))).toBe('account/passkey-refused')
  })
})

/** A script that signs `options` with what the browser's authenticator has. */
const signing = (options: object) => `navigator.credentials
  .get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(${JSON.stringify(options)}) })
  .then(credential => credential.toJSON())`

/** How the server judges a credential that comes with a challenge's cookie, and says that it comes from its own page. */
async function judged(credential: unknown, cookie: string): Promise<[number, string | undefined]> {
  const response = await fetch(`${site.url}/api/v1/account/session/passkey`, {
    method: 'POST',
    headers: { origin: site.url, cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ credential })
  })
  return [response.status, ((await response.json()) as { code?: string }).code]
}
