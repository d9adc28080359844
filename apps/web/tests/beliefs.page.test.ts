import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSoundPage, overflow, type Site, startSite, themes, type Visit, widths } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site?.stop())

const believe = '/forecast/believe?delay=0.25'
const twoBeliefs = '/forecast/two-beliefs'
const several = `${twoBeliefs}?refuse=1&q.scaleUpLabour=uniform,0.5,0.9&q.backfillShare=uniform,0,0.2&q.transferShare=uniform,0,0.1`
const longMs = 120_000

/** A visit whose answer stands; without scripts it looks again as the page says. */
async function visitAnswered(path: string, looks: Parameters<Site['visit']>[1] = {}): Promise<Visit> {
  const visit = await site.visit(path, looks)
  await visit.page.locator('.headline').waitFor({ timeout: longMs })
  await visit.page.locator('.status progress').waitFor({ state: 'detached', timeout: longMs })
  return visit
}

describe.each([
  { path: believe, what: 'a change that is enough' },
  { path: '/forecast/believe', what: 'a wish that no belief makes true' },
  { path: '/forecast/believe?delay=0.25&may=own&move=scaleUpLabour', what: 'one belief that moves alone' },
  { path: twoBeliefs, what: 'two beliefs' },
  { path: several, what: 'two beliefs that differ in several parts' }
])('$what', ({ path }) => {
  it(
    'is sound at both widths, light and dark',
    async () => {
      const visit = await visitAnswered(path)
      for (const width of widths) {
        await visit.page.setViewportSize({ width, height: 800 })
        for (const theme of themes) {
          await visit.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
          await expectSoundPage({ ...visit, theme })
        }
      }
    },
    longMs
  )

  it(
    'has its answer without scripts, the same digits as a browser works out by itself',
    async () => {
      const { page, problems } = await visitAnswered(path, { scripts: false })
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 })
        expect(await overflow(page)).toBe(0)
      }
      expect(problems).toEqual([])
      const said = await page.textContent('.answer')
      const tables = await page.locator('main table').allTextContents()
      // Another room first, so that the address is changed there and the answer worked out here.
      const scripted = await visitAnswered(path.replace(/(\?|$)/, '?refuse=0.31&').replace('&refuse=1', ''))
      const slider = scripted.page.locator('#refuse')
      const wanted = new URL(path, site.url).searchParams.get('refuse') ?? '0.2'
      await slider.fill(wanted)
      await scripted.page.waitForTimeout(600)
      await scripted.page.locator('.status').waitFor({ state: 'detached', timeout: longMs })
      expect(await scripted.page.textContent('.answer')).toBe(said)
      expect(await scripted.page.locator('main table').allTextContents()).toEqual(tables)
      expect(scripted.problems).toEqual([])
    },
    2 * longMs
  )
})

describe('what would have to be believed', () => {
  it('says it in a sentence, each belief with its grade, its shift and its evidence', async () => {
    const { page } = await visitAnswered(believe, { scripts: false })
    expect(await page.textContent('.headline')).toMatch(
      /^A change of \d(\.\d)? standard deviations in all would do it: .* sd higher.*\. If 20% of the researchers of the 7 leading groups refuse, .*, the middle of all draws is then 0\.2\d years\.$/
    )
    const panels = page.locator('.panel')
    expect(await panels.count()).toBeGreaterThan(1)
    for (const text of await panels.allTextContents())
      expect(text).toMatch(
        /: [\d.]+ sd (higher|lower)[\s\S]*Believed, (measured|judged|a guess): [\s\S]*Needed: [\s\S]*(Measured|Judged|A guess)\. \S/
      )
    expect((await page.textContent('figure details .words'))?.length).toBeGreaterThan(60)
  })

  it('says how far they get where no values within their ranges do', async () => {
    const { page } = await visitAnswered('/forecast/believe', { scripts: false })
    expect(await page.textContent('.headline')).toMatch(
      /^No values of these beliefs within 3 standard deviations of each make it 5 years, .* The furthest found, with \d+ of them moved at once, is 3\.\d years\.$/
    )
    expect(await page.textContent('main')).toContain('None of the 22 that may move does it alone')
  })

  it('says where nothing has to change, and draws nothing', async () => {
    const { page } = await visitAnswered('/forecast/believe?refuse=1&delay=0.5', { scripts: false })
    expect(await page.textContent('.headline')).toMatch(/^Nothing else: /)
    expect(await page.locator('main figure').count()).toBe(0)
  })

  it('takes the choice of beliefs by the form, without scripts', async () => {
    const { page } = await visitAnswered(believe, { scripts: false })
    await page.selectOption('#may', 'guesses')
    await page.click('.levers button')
    await page.locator('.headline').waitFor({ timeout: longMs })
    const { searchParams } = new URL(page.url())
    expect([searchParams.get('may'), searchParams.get('delay')]).toEqual(['guesses', '0.25'])
    expect(await page.inputValue('#may')).toBe('guesses')
    for (const heading of await page.locator('.panel').allTextContents()) expect(heading).toContain('A guess.')
  })

  it(
    'follows a key, shows how far it is, may be stopped, and goes on',
    async () => {
      const { page, problems } = await visitAnswered(believe)
      await page.focus('#delay')
      await page.keyboard.press('ArrowRight')
      await page.locator('.status progress').waitFor()
      expect(new URL(page.url()).searchParams.get('delay')).toBe('0.5')
      expect(await page.textContent('.status')).toContain('What stands here answers the question before.')
      await page.getByRole('button', { name: 'Stop' }).press('Enter')
      expect(await page.textContent('.status')).toContain('Stopped.')
      await page.getByRole('button', { name: 'Work it out' }).press('Enter')
      await page.locator('.headline', { hasText: /is then 0\.5\d* years/ }).waitFor({ timeout: longMs })
      expect(problems).toEqual([])
    },
    longMs
  )

  it('offers the explorer near to it, and says that it is not the same', async () => {
    const { page } = await visitAnswered(believe, { scripts: false })
    const link = page.getByRole('link', { name: 'The explorer with the moved beliefs fixed' })
    const { pathname, searchParams } = new URL((await link.getAttribute('href')) ?? '', site.url)
    expect(pathname).toBe('/forecast')
    expect([...searchParams.keys()].filter(name => name.startsWith('p.')).length).toBeGreaterThan(1)
    expect([...searchParams].every(([name, value]) => !name.startsWith('p.') || value.startsWith('constant,'))).toBe(
      true
    )
    expect(await page.textContent('main')).toContain('is near to it and not the same')
  })
})

describe('two beliefs', () => {
  it('start from an example, and from opposites by links', async () => {
    const { page } = await visitAnswered(twoBeliefs, { scripts: false })
    expect(await page.textContent('.answer')).toMatch(
      /this side expects a delay of 0\.09\d* years .* the other side 0\.2\d* years\.\s*Of the 0\.1\d* years by which the other side expects more .* people needed to scale up carries all/
    )
    await page.getByRole('link', { name: 'A quick take-off' }).click()
    await page.locator('.headline').waitFor({ timeout: longMs })
    expect([...new URL(page.url()).searchParams.keys()]).toEqual(['q.automationSlope', 'q.lnAutomationFlop'])
    await page.getByRole('link', { name: 'Take back AI labour per effective compute' }).click()
    await page.locator('.headline').waitFor({ timeout: longMs })
    expect([...new URL(page.url()).searchParams.keys()]).toEqual(['q.lnAutomationFlop'])
  })

  it.each([false, true])('take a belief by the form; scripts: %s', async scripts => {
    const { page } = await visitAnswered(twoBeliefs, { scripts })
    await page.selectOption('#edit', 'algorithmGrowth')
    await page.fill('#low', '1.2')
    await page.fill('#high', '1.6')
    await page.getByRole('button', { name: 'Believe this' }).press('Enter')
    await page
      .locator('.answer', { hasText: 'growth of algorithmic efficiency carries all' })
      .waitFor({ timeout: longMs })
    expect(new URL(page.url()).searchParams.get('q.algorithmGrowth')).toBe('uniform,0.182322,0.470004')
    expect(await page.textContent('.sides table')).toContain('×1.4 a year (×1.2 to ×1.6)')
  })

  it.each([false, true])('say what is wrong in a field, and change nothing; scripts: %s', async scripts => {
    const { page, problems } = await visitAnswered(twoBeliefs, { scripts })
    await page.selectOption('#edit', 'returns')
    await page.fill('#low', 'NaN')
    await page.fill('#high', '1')
    await page.getByRole('button', { name: 'Believe this' }).click()
    await page
      .locator('.faults', { hasText: 'Returns to research input: “NaN” is no number. Write it as 0.5 or 3e10.' })
      .waitFor()
    expect(await page.textContent('.answer')).toContain('people needed to scale up carries all')
    expect(problems).toEqual([])
  })

  it.each([
    { holds: '{"scaleUpLabour":{"kind":"uniform","low":0,"high":0.1}}', says: null },
    {
      holds:
        '{"format":1,"parameters":[{"name":"scaleUpLabour","distribution":{"kind":"uniform","low":0,"high":0.1}}]}',
      says: null
    },
    { holds: '<html>', says: 'The file is not JSON.' },
    { holds: '{"luck":{"kind":"constant","value":1}}', says: 'which is no parameter of this model' },
    { holds: '{"returns":{"kind":"constant","value":null}}', says: 'is not given as a distribution' }
  ])('open the file $holds', async ({ holds, says }) => {
    const { page, problems } = await visitAnswered(twoBeliefs)
    await page.setInputFiles('#set', { name: 'set.json', mimeType: 'application/json', buffer: Buffer.from(holds) })
    if (says) await page.locator('[role=alert]', { hasText: says }).waitFor()
    else {
      await page.locator('.answer', { hasText: 'expects less' }).waitFor({ timeout: longMs })
      expect(new URL(page.url()).searchParams.get('q.scaleUpLabour')).toBe('uniform,0,0.1')
    }
    expect(problems).toEqual([])
  })

  it('keep what the other side believes when the levers move, in the address and in files', async () => {
    const { page } = await visitAnswered(`${twoBeliefs}?q.scaleUpLabour=uniform,0,0.1`)
    await page.selectOption('#edit', 'catchUp')
    await page.fill('#low', '0.1')
    await page.fill('#mid', '0.2')
    await page.fill('#high', '0.3')
    await page.getByRole('button', { name: 'Believe this' }).click()
    await page.focus('#refuse')
    await page.keyboard.press('ArrowRight')
    await page.locator('.headline', { hasText: 'If 21% of' }).waitFor()
    const kept = { refuse: '0.21', 'q.catchUp': 'triangular,0.1,0.2,0.3', 'q.scaleUpLabour': 'uniform,0,0.1' }
    const queryOf = (href: string | null) => Object.fromEntries(new URL(href ?? '', site.url).searchParams)
    expect(queryOf(page.url())).toEqual(kept)
    expect(
      queryOf(await page.locator('figure').first().getByRole('link', { name: 'CSV' }).getAttribute('href'))
    ).toEqual(kept)
    expect(queryOf(await page.getByRole('link', { name: 'Change sides' }).getAttribute('href'))).toMatchObject({
      refuse: '0.21'
    })
  })

  it('change sides, and back', async () => {
    const { page } = await visitAnswered(twoBeliefs, { scripts: false })
    const said = /this side expects a delay of (\S+) years .* the other side (\S+) years/
    const [, one, other] = said.exec((await page.textContent('.headline')) ?? '') ?? []
    await page.getByRole('link', { name: 'Change sides' }).click()
    await page.locator('.headline').waitFor({ timeout: longMs })
    const [, first, second] = said.exec((await page.textContent('.headline')) ?? '') ?? []
    expect([first, second]).toEqual([other, one])
  })
})

describe('what cannot be read', () => {
  it.each([
    {
      path: '/forecast/believe?refuse=lots&may=nothing&p.returns=uniform,9,1',
      says: ['refuse is “lots”', 'may is “nothing”', 'has low 9 above high 1']
    },
    {
      path: `/forecast/believe?who=${'x'.repeat(3000)}&delay=1e999`,
      says: ['names no group of this race', 'delay is “1e999”']
    },
    {
      path: '/forecast/two-beliefs?q.luck=constant,1&q.returns=%3Cscript%3E',
      says: ['q.luck is no parameter', 'q.returns is not written as a distribution']
    },
    { path: '/forecast/two-beliefs?q.transferShare=constant,7', says: ['Leavers that go to another group is 7.'] }
  ])(
    'is named and left out, with a way on: $path',
    async ({ path, says }) => {
      const { page, problems } = await visitAnswered(path, { scripts: false })
      const faults = await page.textContent('.faults')
      for (const sentence of says) expect(faults).toContain(sentence)
      expect(await page.getByRole('link', { name: 'Start again with what is usual' }).count()).toBe(1)
      expect(problems).toEqual([])
    },
    longMs
  )

  it.each(['/forecast/believe/luck.svg', '/forecast/two-beliefs/luck.csv'])('%s is not there', async path => {
    expect((await fetch(site.url + path)).status).toBe(404)
  })

  it('where a browser starts no worker, it says so, and offers the server', async () => {
    const { page } = await visitAnswered(twoBeliefs)
    await page.evaluate('window.Worker = class { constructor() { throw new Error("forbidden") } }')
    await page.focus('#refuse')
    await page.keyboard.press('ArrowRight')
    await page.locator('.status', { hasText: 'This browser did not start' }).waitFor()
    expect(await page.textContent('.headline')).toContain('If 20% of')
    await page.getByRole('link', { name: 'Have the server work it out' }).click()
    await page.locator('.headline', { hasText: 'If 21% of' }).waitFor()
  })
})

it.each([
  {
    path: believe.replace('believe', 'believe/shifts.FORMAT'),
    name: 'frown-believe-shifts',
    first: 'parameter,unit,grade,shiftDeviations'
  },
  { path: `${twoBeliefs}/parts.FORMAT`, name: 'frown-two-beliefs-parts', first: 'part,parameter,carriesMedianYears' },
  { path: `${twoBeliefs}/expected.FORMAT`, name: 'frown-two-beliefs-expected', first: 'side,structure,p05' }
])(
  '$name comes as SVG, PNG and CSV',
  async ({ path, name, first }) => {
    const begins = { svg: '<svg', png: '\u0089PNG', csv: first }
    for (const [format, start] of Object.entries(begins)) {
      const response = await fetch(site.url + path.replace('FORMAT', format))
      expect(response.status).toBe(200)
      expect(response.headers.get('content-disposition')).toContain(`${name}.${format}`)
      expect(
        Buffer.from(await response.arrayBuffer())
          .toString('latin1')
          .startsWith(start)
      ).toBe(true)
    }
  },
  longMs
)
