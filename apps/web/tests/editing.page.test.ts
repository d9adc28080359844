import { parseHTML } from 'linkedom'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitAs } from './signed-in.ts'
import { expectSoundPage, overflow, type Site, startSite, themes, widths } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site?.stop())

const editor = { role: 'editor' } as const
const openai = { role: 'spokesperson', groupId: 'openai' } as const
const noScripts = { scripts: false } as const

const main = async (page: Page): Promise<string> => ((await page.textContent('main')) ?? '').replace(/\s+/g, ' ')
const api = async (path: string) => (await fetch(`${site.url}/api/v1/register${path}`)).json()
const live = async (id: string, property: string) => {
  const { properties } = (await api(`/systems/${id}`)) as {
    properties: { property: string; value: unknown; status: string; reply: string | null; claimId: string }[]
  }
  return properties.find(one => one.property === property) ?? null
}
const versionOf = async () => ((await api('/known-days')) as { registerVersion: number }).registerVersion

async function fillSource(page: Page, url = 'https://example.org/report') {
  await page.fill('#field-url', url)
  await page.fill('#field-title', 'A report')
  await page.fill('#field-publisher', 'Example')
}
const preview = (page: Page) => page.getByRole('button', { name: 'Show what will change' }).click()
const write = (page: Page) => page.getByRole('button', { name: 'Write it' }).click()

describe('who may not edit', () => {
  it('sees no way to, and how it is done', async () => {
    for (const path of ['/systems/gpt-4o', '/groups/openai']) {
      const { page } = await site.visit(path)
      expect(await page.locator('a[href*="/edit/"], form[method=post]').count()).toBe(0)
      await page.getByRole('link', { name: 'How to correct this' }).first().click()
      await page.getByRole('heading', { name: 'How to correct the register' }).waitFor()
      await page.getByRole('link', { name: 'Sign in' }).last().waitFor()
    }
  })

  it('is told so at the address of the form', async () => {
    const { page } = await site.visit('/systems/gpt-4o/edit/trainingComputeFlop')
    expect(await main(page)).toContain('Only who has signed in may edit.')
    const reader = await visitAs(site, { role: 'reader' }, '/systems/gpt-4o/edit/trainingComputeFlop')
    expect(await main(reader.page)).toContain('Your account may not correct this.')
    const foreign = await visitAs(site, openai, '/systems/gemini-1-0-ultra/edit/name?do=contest')
    expect(await main(foreign.page)).toContain('Your account may not contest this.')
  })

  it('writes nothing by a form from elsewhere', async () => {
    const version = await versionOf()
    const { page } = await visitAs(site, editor, '/systems/gpt-4o')
    const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const sent = await fetch(`${site.url}/systems/gpt-4o/edit/trainingComputeFlop?/write&do=contest`, {
      method: 'POST',
      headers: { cookie: cookies, origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: `expected=${(await live('gpt-4o', 'trainingComputeFlop'))?.claimId ?? ''}`
    })
    expect(sent.status).toBe(403)
    expect(await versionOf()).toBe(version)
  })
})

describe.each([{ scripts: true }, { scripts: false }])('a correction, scripts: $scripts', looks => {
  it('is shown before it is written, said when it is, and undone', async () => {
    const id = looks.scripts ? 'gpt-4' : 'gpt-3-175b-davinci'
    const before = await live(id, 'trainingComputeFlop')
    const { page, problems } = await visitAs(site, editor, `/systems/${id}`, looks)
    await page.getByRole('link', { name: 'Correct training compute' }).click()
    await page.fill('#field-value', '3.3 × 10^25')
    await fillSource(page)
    const version = await versionOf()
    await preview(page)
    await page.getByRole('heading', { name: 'What will change' }).waitFor()
    expect(await main(page)).toMatch(/Training compute of .*: revised, × /)
    expect(await main(page)).toContain('3.3 × 1025 FLOP')
    expect(await versionOf()).toBe(version)
    await page.getByRole('button', { name: 'Back to the form' }).click()
    expect(await page.inputValue('#field-value')).toBe('3.3 × 10^25')
    expect(await page.inputValue('#field-publisher')).toBe('Example')
    await preview(page)
    await write(page)
    await page.getByText('Recorded: training compute.').waitFor()
    expect(await live(id, 'trainingComputeFlop')).toMatchObject({ value: 3.3e25 })
    await page.locator('.recorded').getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('heading', { name: 'What will change' }).waitFor()
    await write(page)
    await page.getByText('Recorded: training compute.').waitFor()
    expect(await live(id, 'trainingComputeFlop')).toMatchObject({ value: before?.value })
    expect(problems).toEqual([])
  })

  it('that is refused says where and why, and keeps what was written', async () => {
    const { page } = await visitAs(site, editor, '/systems/gpt-4/edit/trainingComputeFlop', looks)
    await page.fill('#field-value', '1,5e25')
    await fillSource(page)
    await preview(page)
    const refused = page.getByRole('alert')
    await refused.waitFor()
    expect(await refused.textContent()).toContain('"1,5e25" is not a positive number')
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert')
    const field = page.locator('#field-value')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(
      await page.locator(`#${(await field.getAttribute('aria-describedby'))?.split(' ')[1]}`).textContent()
    ).toContain('a point parts the decimals')
    expect(await field.inputValue()).toBe('1,5e25')
    await refused.getByRole('link', { name: 'Go to the field' }).click()
    await page.keyboard.type('x')
    await field.fill('1.5e25')
    await page.fill('#field-url', 'javascript:alert(1)')
    await preview(page)
    expect(await page.getByRole('alert').textContent()).toContain('no address on the web')
  })
})

describe('two at once', () => {
  it.each([{ scripts: true }, { scripts: false }])(
    'the second is shown what holds now, keeps the form and goes on, scripts: $scripts',
    async looks => {
      const path = '/systems/palm-540b/edit/trainingComputeFlop'
      const first = await visitAs(site, editor, path, looks)
      const second = await visitAs(site, { role: 'reviewer' }, path, looks)
      const value = looks.scripts ? '2.6e24' : '2.7e24'
      const other = looks.scripts ? '2.2e24' : '2.3e24'
      await second.page.fill('#field-value', other)
      await fillSource(second.page)
      await second.page.fill('#field-licence', 'CC BY 4.0')
      await preview(second.page)
      await second.page.getByRole('heading', { name: 'What will change' }).waitFor()

      await first.page.fill('#field-value', value)
      await fillSource(first.page)
      await preview(first.page)
      await write(first.page)
      await first.page.getByText('Recorded: training compute.').waitFor()

      await write(second.page)
      const told = second.page.getByText('Meanwhile the register was changed.')
      await told.waitFor()
      expect(await live('palm-540b', 'trainingComputeFlop')).toMatchObject({ value: Number(value) })
      expect(await second.page.locator('.held').textContent()).toContain(value.slice(0, 3))
      expect(await main(second.page)).toContain(`You wrote: ${other}`)
      expect(await second.page.inputValue('#field-value')).toBe(other)
      expect(await second.page.inputValue('#field-licence')).toBe('CC BY 4.0')
      await preview(second.page)
      await write(second.page)
      await second.page.getByText('Recorded: training compute.').waitFor()
      expect(await live('palm-540b', 'trainingComputeFlop')).toMatchObject({ value: Number(other) })
    }
  )
})

describe('a group', () => {
  it('contests in its own words, beside the value wherever it is shown, and takes them back', async () => {
    const { page } = await visitAs(site, openai, '/systems/gpt-4', noScripts)
    expect(await page.getByRole('link', { name: /^(Correct|Withdraw)/ }).count()).toBe(0)
    await page.getByRole('link', { name: 'Contest training compute' }).click()
    const property = 'trainingComputeFlop'
    await page.fill('#field-reply', 'Half of it.\n<b>At most</b> "a third".')
    await preview(page)
    await write(page)
    await page.getByText('Recorded').first().waitFor()
    expect(await live('gpt-4', property)).toMatchObject({
      status: 'contested',
      reply: 'Half of it.\n<b>At most</b> "a third".'
    })

    const anyone = await site.visit('/systems/gpt-4')
    const words = anyone.page.locator('.properties .words')
    expect(await words.textContent()).toBe('Half of it.\n<b>At most</b> "a third".')
    const size = (selector: string) =>
      anyone.page
        .locator(selector)
        .first()
        .evaluate(element => getComputedStyle(element as never).fontSize)
    expect(await size('.properties .words')).toBe(await size('.properties .value'))
    expect(await anyone.page.locator('#history ~ * .words').count()).toBeGreaterThan(0)
    const changes = await site.visit('/changes?group=openai')
    expect(await main(changes.page)).toContain('Half of it.')
    await expectSoundPage(anyone)

    await page.goto(`/systems/gpt-4/edit/${property}?do=reply`)
    expect(await page.inputValue('#field-reply')).toContain('Half of it.')
    await page.fill('#field-reply', '')
    await preview(page)
    await write(page)
    await page.getByText('Recorded').first().waitFor()
    expect(await live('gpt-4', property)).toMatchObject({ status: 'asserted', reply: null })
  })

  it('contests what is said of itself', async () => {
    const { page } = await visitAs(site, openai, '/groups/openai')
    await page.getByRole('link', { name: 'Contest country' }).click()
    await page.fill('#field-reply', 'Of the world.')
    await preview(page)
    await write(page)
    await page.getByText('Recorded: country.').waitFor()
    expect(await page.locator('.page-head .words').textContent()).toBe('Of the world.')
  })
})

describe('a new system', () => {
  it('is added with its group, shown with nothing run, and undone whole', async () => {
    const nasty = '<script>document.title="run"</script> $& {{1}} " & Co'
    const { page, problems } = await visitAs(site, editor, '/groups/new', noScripts)
    await page.fill('#field-values-name', 'A <i>new</i> group')
    await page.fill('#field-validFrom', '2020-01-01')
    await fillSource(page)
    await preview(page)
    await write(page)
    await page.waitForURL(/\/groups\/a-i-new-i-group/)
    await page.goto('/systems/new')
    await page.fill('#field-values-name', nasty)
    await page.fill('#field-values-releasedOn', '2026-01-05')
    await page.fill('#field-values-developedBy', 'a <i>NEW</i> group')
    await page.fill('#field-values-trainingComputeFlop', '1e26')
    await fillSource(page, 'https://example.org/?a="b&c=<d>'.replace(/["<>]/g, ''))
    await page.fill('#field-title', nasty)
    await preview(page)
    await page.getByRole('heading', { name: 'What will change' }).waitFor()
    await write(page)
    await page.waitForURL(/\/systems\/script/)
    const id = new URL(page.url()).pathname.split('/').at(-1) as string
    await page.goto(`/systems/${id}/edit/hardware`)
    await page.fill('#field-value', nasty)
    await fillSource(page)
    await preview(page)
    await write(page)
    expect(problems).toEqual([])

    for (const path of [
      `/systems/${id}`,
      '/groups/a-i-new-i-group',
      '/changes',
      '/register?query=document.title',
      '/',
      '/sources',
      '/register',
      '/groups'
    ]) {
      const anyone = await site.visit(path)
      expect(await anyone.page.title()).not.toBe('run')
      expect(await anyone.page.locator('main script').count()).toBe(0)
      expect(anyone.problems).toEqual([])
      const { document } = parseHTML(await (await fetch(site.url + path)).text())
      expect([...document.querySelectorAll('main b, main i')].map(element => element.textContent)).not.toContain('new')
    }
    const { page: own } = await site.visit(`/systems/${id}`)
    expect(await own.textContent('h1')).toBe(nasty)
    expect(await overflow(own)).toBe(0)

    const history = (await api(`/systems/${id}/history`)) as {
      properties: { property: string; claims: { id: string }[] }[]
    }
    await page.goto(`/systems/${id}`)
    await page.getByText('unchanged since first recorded').click()
    await page.locator('#history-name').locator('xpath=..').getByRole('button', { name: 'Undo' }).click()
    await write(page)
    await page.waitForURL(/recorded=/)
    expect(await main(page)).toContain('No longer listed')
    expect(history.properties.length).toBeGreaterThan(3)
  })
})

describe('the pages of editing', () => {
  const paths = [
    { path: '/correcting', as: null },
    { path: '/correcting', as: editor },
    { path: '/systems/gpt-4', as: editor },
    { path: '/groups/openai', as: editor },
    { path: '/systems/gpt-4/edit/trainingComputeFlop', as: editor },
    { path: '/systems/gpt-4/edit/trainingComputeFlop?do=withdraw', as: editor },
    { path: '/systems/gpt-4/edit/domain?do=contest', as: editor },
    { path: '/systems/gpt-4/edit/domain?do=contest', as: openai },
    { path: '/systems/new', as: editor },
    { path: '/groups/new', as: editor }
  ]
  it.each(paths)('$path is sound at both widths, light and dark ($as.role)', async ({ path, as }) => {
    const visit = as ? await visitAs(site, as, path) : await site.visit(path)
    for (const width of widths) {
      await visit.page.setViewportSize({ width, height: 800 })
      for (const theme of themes) {
        await visit.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await expectSoundPage({ ...visit, theme })
      }
    }
  })

  it('the preview and a refusal too', async () => {
    const visit = await visitAs(site, editor, '/systems/gpt-4/edit/trainingComputeFlop')
    await visit.page.fill('#field-value', 'many')
    await fillSource(visit.page)
    await preview(visit.page)
    await visit.page.getByRole('alert').waitFor()
    const looks = async () => {
      for (const width of widths) {
        await visit.page.setViewportSize({ width, height: 800 })
        // A refused form answers 422, which the console calls an error.
        await expectSoundPage({ ...visit, problems: visit.problems.filter(problem => !problem.includes('422')) })
      }
    }
    await looks()
    await visit.page.fill('#field-value', '9e25')
    await preview(visit.page)
    await visit.page.getByRole('heading', { name: 'What will change' }).waitFor()
    await looks()
  })

  it('are gone through by keyboard alone', async () => {
    const { page } = await visitAs(site, editor, '/systems/gpt-4/edit/weightsAccess')
    const value = page.locator('#field-value')
    await value.focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('API access')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.id')).toBe('field-validFrom')
    await page.locator('#field-url').focus()
    for (const text of ['https://example.org/keys', 'Keys', 'Example']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter').catch(() => undefined)
    await page.locator('#field-publisher').press('Enter')
    await page.getByRole('heading', { name: 'What will change' }).waitFor()
    await page.keyboard.press('Tab')
    let pressed = 0
    while ((await page.evaluate('document.activeElement.textContent')) !== 'Write it' && pressed++ < 12)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Recorded: access to weights.').waitFor()
  })
})
