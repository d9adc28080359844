import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { expectSoundPage, overflow, type Site, startSite, themes, widths } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site?.stop())

const days = 'knownOn=2026-07-31&trueOn=2026-07-31'
const shippedFile = readFileSync(new URL('../../../data/forecast/parameters.json', import.meta.url), 'utf8')
const pulled = 60_000

/** What the server wrote at the first `selector` of the page at `path`, before any script. */
const text = async (path: string, selector = 'main'): Promise<string> => {
  const { document } = parseHTML(await (await fetch(site.url + path)).text())
  return (document.querySelector(selector)?.textContent ?? '').trim().replace(/\s+/g, ' ')
}
const paramsOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)
const settled = (page: Page) => page.getByText('Pulls by 256 draws').waitFor({ timeout: pulled })

const rooms = [
  { path: `/forecast/parameters?${days}`, what: 'parameters' },
  {
    path: `/forecast/parameters?${days}&p.returns=constant,0.5&p.substitution=mixture(1:constant,0.5;1:uniform,2,3)&threshold=1e31`,
    what: 'parameters of a reader'
  },
  {
    path: `/forecast/parameters?${days}&p.returns=uniform,2,1&p.nothing=1&refuse=NaN&edit=catchUp&kind=uniform&n=NaN&n=1`,
    what: 'parameters of a broken address'
  },
  { path: `/forecast/brief?${days}`, what: 'a brief' },
  {
    path: `/forecast/brief?${days}&refuse=1&k=old&b=older&r=1&was=0.5,0.1,0.9&p.returns=constant,0.5`,
    what: 'an old brief'
  },
  {
    path: '/forecast/brief?knownOn=2026-07-31&was=%3Cscript%3E&k=%27%22&draws=1e99&p.returns=(((',
    what: 'a brief of a broken address'
  },
  { path: `/forecast/method?${days}`, what: 'the method' }
]

describe.each(rooms)('$what', ({ path }) => {
  it('is sound at both widths, light and dark', { timeout: 120_000 }, async () => {
    const visit = await site.visit(path)
    for (const width of widths) {
      await visit.page.setViewportSize({ width, height: 800 })
      for (const theme of themes) {
        await visit.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await expectSoundPage({ ...visit, theme })
      }
    }
  })

  it('holds its content without scripts, at both widths', async () => {
    const { page, problems } = await site.visit(path, { scripts: false })
    expect(await page.locator('h1').count()).toBe(1)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 })
      expect(await overflow(page)).toBe(0)
    }
    expect(problems).toEqual([])
  })
})

describe('parameters', () => {
  it('are all there without scripts: value, grade, source, shape and pull', async () => {
    const { page } = await site.visit(`/forecast/parameters?${days}`, { scripts: false })
    expect(await page.locator('article').count()).toBe(26)
    expect(await page.locator('article .drawn svg.plot-svg[aria-label]').count()).toBe(26)
    expect(await page.locator('article .pull svg.plot-svg').count()).toBe(23)
    const scaling = page.locator('#scaleUpLabour')
    expect(await scaling.locator('.grade').textContent()).toBe('a guess')
    expect(await scaling.locator('.density-hatch').count()).toBeGreaterThan(10)
    expect(await scaling.textContent()).toContain('0.3 (90%: 0.03 to 0.57)')
    expect(await page.locator('#spendGrowth').textContent()).toMatch(
      /×2.4 a year \(90%: 2 to 2.9\).*Cottier et al. 2024/s
    )
    expect(await page.locator('#spendGrowth .density-measured').count()).toBe(1)
  })

  it('come in the order of their pull, the weightiest first', async () => {
    const { page } = await site.visit(`/forecast/parameters?${days}&order=pull`, { scripts: false })
    expect(await page.locator('article h3').first().textContent()).toBe('People needed to scale up')
  })

  it('are changed by a form without scripts, in their own numbers', async () => {
    const { page } = await site.visit(`/forecast/parameters?${days}&refuse=0.4`, { scripts: false })
    const row = page.locator('#algorithmGrowth')
    await row.locator('summary').click()
    await row.getByLabel('5% point', { exact: true }).fill('0.5')
    await row.getByLabel('95% point', { exact: true }).fill('2')
    await row.getByRole('button', { name: 'Set' }).click()
    expect(paramsOf(page)).toEqual({
      knownOn: '2026-07-31',
      trueOn: '2026-07-31',
      refuse: '0.4',
      'p.algorithmGrowth': 'ln2Over(lognormal90,0.5,2)'
    })
    expect(await page.locator('#algorithmGrowth .grade').textContent()).toBe('yours')
    await page.locator('#algorithmGrowth').getByRole('link', { name: 'Take back' }).click()
    expect(paramsOf(page)).not.toHaveProperty('p.algorithmGrowth')
  })

  it('take another kind without scripts', async () => {
    const { page } = await site.visit(`/forecast/parameters?${days}`, { scripts: false })
    const row = page.locator('#substitution')
    await row.locator('summary').click()
    await row.getByLabel('Kind').selectOption('uniform')
    await row.getByRole('button', { name: 'Set' }).click()
    expect(paramsOf(page)['p.substitution']).toMatch(/^uniform,0\.1\d*,3\.\d+$/)
  })

  it('refuse what the model cannot run with in a sentence, and change nothing', async () => {
    const { page } = await site.visit(`/forecast/parameters?${days}`)
    const row = page.locator('#backfillShare')
    await row.locator('summary').click()
    for (const [value, says] of [
      ['NaN', '“NaN” is no number'],
      ['2', 'The model runs with 0 to 1'],
      ['0.1', 'Swap them']
    ] as const) {
      await row.getByLabel('to', { exact: true }).fill(value)
      await row.getByRole('button', { name: 'Set' }).click()
      await row.getByRole('alert').filter({ hasText: says }).waitFor()
    }
    expect(paramsOf(page)).not.toHaveProperty('p.backfillShare')
  })

  it('are changed, saved, opened and taken back by keyboard and file, at the same address', {
    timeout: 120_000
  }, async () => {
    const { page, problems } = await site.visit(`/forecast/parameters?${days}`)
    const row = page.locator('#returns')
    await row.locator('summary').focus()
    await page.keyboard.press('Enter')
    await row.getByLabel('Kind').focus()
    // A kind chosen before the scripts have started changes nothing until “Set”: choose until they have.
    await vi.waitFor(
      async () => {
        await row.getByLabel('Kind').selectOption('constant')
        expect(page.url()).toMatch(/p\.returns=constant/)
      },
      { timeout: 30_000, interval: 500 }
    )
    await row.getByLabel('value', { exact: true }).fill('0.5')
    await page.keyboard.press('Enter')
    await page.waitForURL(/p\.returns=constant%2C0\.5/)
    await settled(page)
    const address = page.url()
    const citation = await page.locator('.cite a[rel=bookmark]').getAttribute('href')
    expect(new URL(citation ?? '').searchParams.get('p.returns')).toBe('constant,0.5')

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('Save as a file').click()])
    const saved = readFileSync(await download.path(), 'utf8')
    expect(JSON.parse(saved)).toMatchObject({ format: 1, parameters: [{ name: 'returns', grade: 'guess' }] })

    await page.getByRole('link', { name: 'Take all back' }).click()
    await page.waitForURL(url => !url.searchParams.has('p.returns'))
    const open = (name: string, body: string) =>
      page.setInputFiles('#set-file', { name, mimeType: 'application/json', buffer: Buffer.from(body) })
    await open('mine.json', saved)
    await page.waitForURL(address)
    await page.getByText('1 parameter differs from what ships').waitFor()
    for (const [body, says] of [
      ['<html>', 'not JSON'],
      ['{"__proto__":{"kind":"constant","value":1}}', 'no parameter of this model'],
      ['{"returns":{"kind":"uniform","low":2,"high":1}}', 'Swap them'],
      ['{"format":9,"parameters":[]}', 'format 1']
    ] as const) {
      await open('hostile.json', body)
      await page.getByText(says).waitFor()
      expect(page.url()).toBe(address)
    }
    await open('parameters.json', shippedFile)
    await page.getByText('nothing in it differs from what ships').waitFor()
    await page.waitForURL(url => !url.searchParams.has('p.returns'))
    expect(problems).toEqual([])
  })

  it('have the same pull from the browser as from the server', { timeout: 120_000 }, async () => {
    const path = `/forecast/parameters?${days}&p.returns=constant,0.5`
    const { page } = await site.visit(path)
    await settled(page)
    const here = await page.locator('#scaleUpLabour .pull svg').getAttribute('aria-label')
    const table = await (await fetch(`${site.url}${path.replace('?', '/table.csv?')}`)).text()
    const [low, high] = (/^scaleUpLabour,.*$/m.exec(table)?.[0] ?? '').split(',').slice(-2).map(Number)
    const shown = (value = 0) => String(Number(value.toPrecision(2)))
    expect(here).toContain(`the median delay is ${shown(low)} years, at its 95% point ${shown(high)} years`)
    expect(table.split('\r\n')).toHaveLength(28)
  })

  it('say what of a broken address was left out, and lead on', async () => {
    const said = await text(
      `/forecast/parameters?${days}&p.returns=uniform,2,1&p.nothing=constant,1&p.catchUp=x`,
      '.faults'
    )
    expect(said).toMatch(
      /p\.nothing is no parameter.*p\.catchUp is not written as a distribution.*Returns to research input/
    )
    expect(said).toContain('Start again with what ships')
  })
})

describe('a brief', () => {
  const delayOf = (path: string) => text(path, 'table tbody tr td')

  it('has the digits of the explorer, and its link keeps them', { timeout: 120_000 }, async () => {
    const path = `/forecast/brief?${days}&refuse=0.5`
    expect(await text(path, 'h1')).toBe(await text(`/forecast?${days}&refuse=0.5`, '.headline'))
    const { page } = await site.visit(path, { scripts: false })
    const link = (await page.locator('.brief a[rel=bookmark]').getAttribute('href')) ?? ''
    const { searchParams } = new URL(link, site.url)
    for (const name of ['knownOn', 'trueOn', 'draws', 'seed', 'k', 'b', 'was'])
      expect(searchParams.has(name)).toBe(true)
    expect(await text(link, '.since')).toContain('The digits are the same.')
    expect(await text(link, 'h1')).toBe(await text(path, 'h1'))
    expect(await page.locator('.cite a[rel=bookmark]').getAttribute('href')).toBe(site.url + link)
    expect(await page.locator('.brief pre').textContent()).toContain(`Kernel ${searchParams.get('k')}`)
    const file = await page.locator('.brief a[download]').getAttribute('href')
    const entry = await (await fetch(new URL(file ?? '', site.url))).text()
    expect(entry).toBe(await page.locator('.brief pre').textContent())
  })

  it('opened when all has moved on, shows old beside new', async () => {
    const said = await text(
      '/forecast/brief?knownOn=2025-12-15&trueOn=2025-12-15&draws=500&seed=1&k=old&b=older&r=1&was=0.5,0.1,0.9',
      '.since'
    )
    expect(said).toContain('The digits are not the same.')
    expect(said).toContain('The kernel that works the race out is another: old then')
    expect(said).toContain('The beliefs that ship are others: older then')
    expect(said).toMatch(/As cited\s?0\.5 years \(90%: 0\.1 to 0\.9\)/)
    expect(said).toMatch(/as known on 15 December 2025\s?0\.\d+ years.*as known today\s?0\.\d+ years/)
  })

  it('is one page of paper, even from the dark', async () => {
    for (const format of ['A4', 'Letter'] as const) {
      const { page } = await site.visit(`/forecast/brief?${days}`, { theme: 'dark' })
      const pdf = (await page.pdf({ format })).toString('latin1')
      expect(/\/Count (\d+)/.exec(pdf)?.[1]).toBe('1')
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('header.no-print').isVisible()).toBe(false)
      expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('light')
    }
  })

  it('names what differs from what ships', async () => {
    const said = await text(
      `/forecast/brief?${days}&draws=500&p.returns=constant,0.5&threshold=1e31&g.openai.openness=0.9`,
      'section[aria-labelledby=assumed]'
    )
    expect(said).toContain('Returns to research input: 0.5 elasticity in place of 0.42 (90%: 0.2 to 0.9).')
    expect(said).toContain('1e31 FLOP')
    expect(said).toContain('OpenAI: openness 0.9 in place of')
  })

  it('says what it could not read and still answers', async () => {
    const path = `/forecast/brief?${days}&draws=500&was=1,2&k=%3Cb%3E&refuse=2`
    expect(await text(path, '.faults')).toMatch(/refuse is “2”.*names no kernel.*no median/)
    expect(await delayOf(path)).toMatch(/years \(90%/)
  })
})

it('the foot of every page of the forecast cites what decides its digits', async () => {
  const { page } = await site.visit('/forecast/parameters?refuse=0.4&p.returns=constant,0.5', { scripts: false })
  const cited = new URL((await page.locator('.cite a[rel=bookmark]').getAttribute('href')) ?? '').searchParams
  expect(Object.fromEntries(cited)).toMatchObject({
    refuse: '0.4',
    'p.returns': 'constant,0.5',
    draws: '2000',
    seed: '1',
    k: expect.stringMatching(/^\w{16}$/),
    b: expect.stringMatching(/^\w+$/),
    knownOn: expect.any(String),
    trueOn: expect.any(String)
  })
})

it('from the home page to a link that can be cited is a walk of less than a minute', { timeout: 90_000 }, async () => {
  const began = performance.now()
  const { page, problems } = await site.visit('/')
  await page.getByRole('link', { name: 'Change what is done and believed' }).click()
  await page.locator('.headline').waitFor()
  await page.getByRole('navigation', { name: 'Forecast' }).getByRole('link', { name: 'Brief' }).click()
  const link = await page.locator('.brief a[rel=bookmark]').getAttribute('href')
  expect(performance.now() - began).toBeLessThan(60_000)
  expect(link).toMatch(/^\/forecast\/brief\?.*was=/)
  expect(problems).toEqual([])
})
