import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSoundPage, type Site, startSite, themes, widths } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

const looks = widths.flatMap(width => themes.map(theme => ({ width, theme })))
const headline = '.headline'
/** Draws at which the explorer rests. */
const finest = /^10,000 draws\./

describe('the explorer', () => {
  it.each(looks)('stands at $width px in the $theme theme', async ({ width, theme }) => {
    const visit = await site.visit('/forecast', { width, theme })
    expect(await visit.page.textContent('h1')).toBe('What would it take?')
    await expectSoundPage(visit)
  })

  it('says in a sentence who is asked and how sure it is, and draws every chart, without JavaScript', async () => {
    const visit = await site.visit('/forecast', { scripts: false })
    const said = await visit.page.textContent(headline)
    expect(said).toMatch(
      /^If 20% of the researchers of the 7 leading groups refuse, from the start over 1 year, the first crossing comes 0\.\d+ years, about \d+ weeks, later in the middle of all draws; nine in ten lie between .* and .* years\.$/
    )
    expect(await visit.page.textContent('.answer')).toContain(
      'no share buys 5 years with an even chance: all of them refusing buys'
    )
    expect(await visit.page.locator('figure svg.plot-svg').count()).toBe(8)
    for (const words of await visit.page.locator('figure details .words').allTextContents())
      expect(words.length).toBeGreaterThan(60)
    expect(visit.problems).toEqual([])
  })

  it('answers a form without JavaScript, and the address holds it', async () => {
    const { page } = await site.visit('/forecast', { scripts: false })
    await page.selectOption('#who', 'everyone')
    await page.selectOption('#threshold', '1e30')
    await page.click('.levers button')
    await page.waitForLoadState()
    expect(new URL(page.url()).searchParams.get('who')).toBe('everyone')
    expect(await page.textContent(headline)).toContain('everyone, the open community included, refuse')
    expect(await page.inputValue('#threshold')).toBe('1e30')
  })

  it('follows a slider by keyboard, refines, and the link gives the same digits in another browser and without scripts', async () => {
    const { page, problems } = await site.visit('/forecast')
    await page.focus('#refuse')
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight')
    await page.locator(headline, { hasText: 'If 25% of the researchers' }).waitFor()
    expect(new URL(page.url()).searchParams.get('refuse')).toBe('0.25')
    await page.locator('.progress', { hasText: finest }).waitFor({ timeout: 50_000 })
    const said = await page.textContent('.answer')
    const table = await page.textContent('table')
    const link = (await page.getAttribute('a[rel=bookmark]:has-text("these digits")', 'href')) ?? ''
    expect(new URL(link, site.url).searchParams.get('draws')).toBe('10000')
    const cited = (await page.getAttribute('.cite a[rel=bookmark]', 'href')) ?? ''
    expect(new URL(cited, site.url).searchParams.get('draws')).toBe('10000')
    const other = await site.visit(link, { scripts: false })
    expect(await other.page.textContent('table')).toBe(table)
    expect(await other.page.textContent('.answer')).toBe(said)
    expect(problems).toEqual([])
  })

  it('keeps changed assumptions about a group in the address, and takes them back', async () => {
    const { page } = await site.visit('/forecast')
    await page.fill('[name="g.xai.openness"]', '0.9')
    await page.keyboard.press('Tab')
    await page.waitForFunction("location.search.includes('g.xai.openness=0.9')")
    await page.click('text=Take back all changes to groups')
    await page.waitForFunction("!location.search.includes('g.xai')")
    await page.fill('[name="g.xai.openness"]', '7')
    await page.keyboard.press('Tab')
    expect(await page.inputValue('[name="g.xai.openness"]')).toBe('0.2')
  })

  it.each(['svg', 'png', 'csv'])('gives each chart as %s', async format => {
    const { page } = await site.visit('/forecast', { scripts: false })
    const links = await page
      .locator(`figure .downloads a:text-is("${format.toUpperCase()}")`)
      .evaluateAll(found => found.map(link => link.getAttribute('href') ?? ''))
    expect(links).toHaveLength(6)
    for (const link of links) {
      const response = await fetch(new URL(link, site.url))
      expect(response.status, link).toBe(200)
      expect(response.headers.get('content-type')).toMatch({ svg: /svg/, png: /png/, csv: /csv/ }[format] as RegExp)
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(300)
    }
  })
})

describe('an address that is broken, old or hostile', () => {
  it.each([
    { search: 'refuse=2', says: 'refuse is “2”, which is no number from 0 to 1.' },
    { search: 'refuse=NaN&delay=1e99', says: 'delay is “1e99”' },
    { search: 'who=acme', says: 'who is “acme”, which names no group of this race.' },
    { search: 'p.returns=uniform,x,2', says: 'p.returns is not written as a distribution.' },
    { search: 'p.__proto__=constant,1', says: 'p.__proto__ is no parameter.' },
    { search: 'g.constructor.care=0.2', says: 'g.constructor.care is no assumption' },
    { search: 'view=sideways&draws=0.5', says: 'view is “sideways”' },
    { search: `who=${'<script>alert(1)</script>'}`, says: 'who is “<script>alert(1)</script>”' }
  ])('$search shows what is usual, and says what was left out', async ({ search, says }) => {
    const visit = await site.visit(`/forecast?${search}`)
    expect(await visit.page.textContent('.faults')).toContain(says)
    expect(await visit.page.textContent(headline)).toMatch(/^If /)
    expect(visit.problems).toEqual([])
  })

  it('a belief that the model cannot run with is refused in a sentence, with a way on', async () => {
    const visit = await site.visit('/forecast?p.returns=uniform,2,1', { scripts: false })
    expect(await visit.page.textContent('.faults')).toContain('parameters.returns')
    expect(await visit.page.locator('.faults a[href="/forecast"]').count()).toBe(1)
    expect(await visit.page.locator('form.levers').count()).toBe(1)
  })
})

it('says so where the browser runs no worker, and still shows what the server worked out', async () => {
  const visit = await site.visit('/forecast')
  await visit.page.addInitScript('delete globalThis.Worker')
  await visit.page.goto('/forecast?refuse=0.3')
  await visit.page.locator('.faults', { hasText: 'did not start the worker' }).waitFor()
  expect(await visit.page.textContent(headline)).toContain('If 30% of the researchers')
})
