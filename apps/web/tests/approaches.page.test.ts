import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSoundPage, type Site, startSite, themes, widths } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

const looks = widths.flatMap(width => themes.map(theme => ({ width, theme })))
const compared =
  /^At these strengths and lead times, what buys most in the middle of all draws is .+, before .+\.( The two intervals overlap\.)?$/

describe('the comparison of approaches', () => {
  it.each(looks)(
    'stands at $width px in the $theme theme',
    async ({ width, theme }) => {
      const visit = await site.visit('/forecast/approaches', { width, theme })
      expect(await visit.page.textContent('h1')).toBe('Which approach?')
      await visit.page.locator('table').waitFor({ timeout: 40_000 })
      await expectSoundPage(visit)
    },
    60_000
  )

  it('says how they compare, marks what is guessed, and that loopholes come later, without JavaScript', async () => {
    const { page, problems } = await site.visit('/forecast/approaches', { scripts: false })
    expect(await page.textContent('.headline')).toMatch(compared)
    expect(await page.textContent('.page-head')).toContain('loopholes get their own search later')
    expect(await page.locator('.approaches section').count()).toBe(5)
    expect(await page.locator('tbody tr').count()).toBe(5)
    expect(await page.locator('figure svg.plot-svg').count()).toBe(3)
    expect(await page.locator('.approaches .grade.guess').allTextContents()).toEqual(Array(4).fill('a guess'))
    expect(problems).toEqual([])
  })

  it('takes another lead time from a form, and the address holds it with all else', async () => {
    const { page } = await site.visit('/forecast/approaches?draws=64&seed=3', { scripts: false })
    await page.fill('#lead-cap', '0.5')
    await page.click('.approaches button')
    await page.waitForLoadState()
    const { searchParams } = new URL(page.url())
    expect([searchParams.get('lead.cap'), searchParams.get('seed'), searchParams.get('draws')]).toEqual([
      '0.5',
      '3',
      '64'
    ])
    expect(await page.locator('tbody tr', { hasText: 'cap of' }).textContent()).toContain('0.5 years')
    expect(await page.locator('section', { hasText: 'cap of' }).locator('.grade').first().textContent()).toBe('yours')
  })

  it('leaves out what it cannot read, and says so', async () => {
    const { page } = await site.visit('/forecast/approaches?lead.cap=soon&draws=64', { scripts: false })
    expect(await page.textContent('.faults')).toContain('lead.cap is “soon”, which is no number of years from 0 to 40.')
  })

  it('opens in the explorer what the explorer can say', async () => {
    const { page } = await site.visit('/forecast/approaches?draws=64', { scripts: false })
    const links = await page
      .locator('.approaches a')
      .evaluateAll(found => found.map(link => link.getAttribute('href') ?? ''))
    expect(links).toHaveLength(4)
    for (const link of links) {
      const html = await (await fetch(new URL(link, site.url))).text()
      expect(html, link).toContain('the first crossing comes')
      expect(html, link).not.toMatch(/class="faults/)
    }
  })

  it.each(['svg', 'png', 'csv'])('gives each chart as %s', async format => {
    for (const name of ['delays', 'per-year', 'gains']) {
      const response = await fetch(`${site.url}/forecast/approaches/${name}.${format}?draws=64`)
      expect(response.status, name).toBe(200)
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(300)
    }
  })
})
