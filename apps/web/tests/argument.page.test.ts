import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSoundPage, type Site, startSite, themes, widths } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
  await settle()
}, 120_000)
afterAll(() => site.stop())

/** Whoever comes first waits for the work; this looks again until all is there. */
async function settle(): Promise<void> {
  const answered = await fetch(`${site.url}/forecast/argument`)
  if ((await answered.text()).includes('reload in a moment')) return settle()
}

const looks = widths.flatMap(width => themes.map(theme => ({ width, theme })))
const settled = '.tally:not(:has-text("worked out"))'
const verdicts = /^(Holds|Holds in part|Does not hold|Turns on .+)$/

describe('the argument', () => {
  it.each(looks)('stands at $width px in the $theme theme', async ({ width, theme }) => {
    const visit = await site.visit('/forecast/argument', { width, theme })
    expect(await visit.page.textContent('h1')).toBe('The argument')
    await expectSoundPage(visit)
  })

  it('gives every claim a verdict, an interval, a chart and what is left out, without JavaScript', async () => {
    await settle()
    const { page, problems } = await site.visit('/forecast/argument', { scripts: false })
    const articles = page.locator('article')
    expect(await articles.count()).toBe(18)
    expect(await page.locator('tbody a').count()).toBe(18)
    for (const article of await articles.all()) {
      expect((await article.locator('.verdict').textContent())?.trim()).toMatch(verdicts)
      const said = (await article.textContent()) ?? ''
      expect(said).toMatch(/in the middle of all draws; nine in ten lie between/)
      expect(said).toContain('Left out:')
      expect(await article.locator('figure svg.plot-svg').count()).toBe(1)
      expect(await article.locator('figure svg.plot-svg').getAttribute('aria-label')).toContain(
        'Median and 90% interval'
      )
    }
    expect(problems).toEqual([])
  })

  it('names no group outside of the links', async () => {
    const { page } = await site.visit('/forecast/argument', { scripts: false })
    expect((await page.locator('article').allTextContents()).join(' ')).not.toMatch(
      /OpenAI|Anthropic|DeepMind|Meta|xAI|DeepSeek/
    )
    const examples = await page.locator('article a:has-text("close")').allTextContents()
    expect(examples.length).toBeGreaterThan(2)
    for (const text of examples.filter(text => !text.startsWith('Every')))
      expect(text).toMatch(/one example of \d+ choices/)
  })

  it('opens every run in the explorer without a fault', async () => {
    const { page } = await site.visit('/forecast/argument', { scripts: false })
    const links = await page
      .locator('article .links a')
      .evaluateAll(found => found.map(link => link.getAttribute('href') ?? ''))
    expect(links.length).toBeGreaterThan(35)
    for (const link of new Set(links)) {
      const quick = new URL(link, site.url)
      quick.searchParams.set('draws', '50')
      const response = await fetch(quick)
      const html = await response.text()
      expect(response.status, link).toBe(200)
      expect(html, link).toContain('the first crossing comes')
      expect(html, link).not.toMatch(/class="faults/)
    }
  }, 120_000)

  it('follows the beliefs in its address, and keeps them in its links', async () => {
    const search = '?draws=64&p.scaleUpLabour=constant,0'
    const { page } = await site.visit(`/forecast/argument${search}`)
    await page.locator(settled).waitFor({ timeout: 80_000 })
    expect(await page.textContent('.page-head')).toContain('This address changes 1 of what ships.')
    const link = page.locator('#a-fifth-buys-five-years .links a').first()
    const { searchParams } = new URL((await link.getAttribute('href')) ?? '', site.url)
    expect(Object.fromEntries(searchParams)).toEqual({ draws: '64', 'p.scaleUpLabour': 'constant,0' })
    expect(await page.textContent('#a-fifth-buys-five-years')).not.toContain('People needed to scale up')
  }, 100_000)

  it('says what it cannot read, and what cannot be asked', async () => {
    const visit = await site.visit('/forecast/argument?seed=x&draws=64', { scripts: false })
    expect(await visit.page.textContent('.faults')).toContain('seed is “x”')
  })

  it.each(['svg', 'png', 'csv'])('gives each chart as %s', async format => {
    await settle()
    const { page } = await site.visit('/forecast/argument', { scripts: false })
    const links = await page
      .locator(`article a:text-is("${format.toUpperCase()}")`)
      .evaluateAll(found => found.map(link => link.getAttribute('href') ?? ''))
    expect(links).toHaveLength(18)
    for (const link of links) {
      const response = await fetch(new URL(link, site.url))
      expect(response.status, link).toBe(200)
      expect(response.headers.get('content-type')).toMatch({ svg: /svg/, png: /png/, csv: /csv/ }[format] as RegExp)
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(300)
    }
  })
})

it('shows what is there, says what is not, and fills it in by itself', async () => {
  const { page, problems } = await site.visit('/forecast/method')
  // Another seed, so that nothing has been worked out; within the site the page does not wait.
  await page.goto('/forecast/parameters?seed=4321')
  await page.click('nav[aria-label="Forecast"] a:text-is("The argument")')
  await page.locator('h1:text-is("The argument")').waitFor()
  await page.locator('text=Being worked out; reload in a moment.').first().waitFor()
  await page.locator(settled).waitFor({ timeout: 80_000 })
  expect(await page.locator('article .verdict').count()).toBe(18)
  expect(problems).toEqual([])
}, 100_000)
