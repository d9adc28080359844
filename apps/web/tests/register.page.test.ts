import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSoundPage, overflow, type Site, startSite, themes, widths } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site?.stop())

const everyLook = widths.flatMap(width => themes.map(theme => ({ width, theme })))

describe.each([
  { path: '/', what: 'the start page' },
  { path: '/register', what: 'the register' },
  { path: '/register?minFlop=1e25', what: 'the register with its intervals drawn' },
  { path: '/register?query=nothing+is+called+this', what: 'the empty register' },
  { path: '/register?knownOn=2025-03-01&trueOn=2024-12-31', what: 'the register as known in March 2025' }
])('$what', ({ path }) => {
  it.each(everyLook)('is sound at $width px, $theme', async ({ width, theme }) => {
    await expectSoundPage(await site.visit(path, { width, theme }))
  })

  it.each(widths)('holds its content without scripts at %i px', async width => {
    const { page, problems } = await site.visit(path, { width, scripts: false })
    expect(await page.locator('h1').count()).toBe(1)
    expect(await overflow(page)).toBe(0)
    expect(problems).toEqual([])
  })
})

describe('without scripts', () => {
  it('draws the chart and lists the systems', async () => {
    const { page } = await site.visit('/register', { scripts: false })
    expect(await page.locator('.plot [data-s]').count()).toBeGreaterThan(400)
    expect(await page.locator('tbody tr').count()).toBe(50)
  })

  it('filters by its form, and keeps the days', async () => {
    const { page } = await site.visit('/register?knownOn=2025-03-01&trueOn=2024-12-31', { scripts: false })
    await page.selectOption('#min-flop', '1e25')
    await page.click('.filters button')
    const { searchParams } = new URL(page.url())
    expect(searchParams.get('minFlop')).toBe('1e25')
    expect(searchParams.get('knownOn')).toBe('2025-03-01')
    expect(await page.locator('tbody tr').count()).toBe(16)
    expect(await page.locator('.count').textContent()).toContain('16 systems')
  })

  it('changes the known day by its form', async () => {
    const { page } = await site.visit('/register?minFlop=1e25&knownOn=2025-03-01&trueOn=2024-12-31', { scripts: false })
    await page.click('.known-on summary')
    await page.fill('#known-on', '2026-08-01')
    await page.click('.known-on button')
    expect(await page.locator('tbody tr').count()).toBe(12)
  })

  it('sorts and turns pages by links', async () => {
    const { page } = await site.visit('/register', { scripts: false })
    await page.getByRole('link', { name: 'Training compute, FLOP' }).click()
    expect(new URL(page.url()).searchParams.get('sort')).toBe('trainingComputeFlop')
    const largest = await page.locator('tbody th').first().textContent()
    await page.getByRole('link', { name: 'Next 50' }).click()
    expect(await page.locator('tbody th').first().textContent()).not.toBe(largest)
    expect(await page.locator('.pages').textContent()).toContain('Rows 51 to 100')
  })
})

describe('with scripts', () => {
  it('filters while typing, without losing the field', async () => {
    const { page, problems } = await site.visit('/register')
    const dots = await page.locator('.plot [data-s]').count()
    await page.locator('#query').pressSequentially('openai', { delay: 40 })
    await page.waitForURL(/query=openai/)
    await expect.poll(() => page.locator('.plot [data-s]').count()).toBeLessThan(dots)
    expect(await page.evaluate('document.activeElement.id')).toBe('query')
    expect(await page.inputValue('#query')).toBe('openai')
    expect(await page.locator('tbody tr').first().textContent()).toContain('OpenAI')
    expect(problems).toEqual([])
  })

  it('chooses a span of time by drawing on the chart', async () => {
    const { page } = await site.visit('/register')
    await page.locator('.reader').scrollIntoViewIfNeeded()
    const box = await page.locator('.reader').boundingBox()
    if (!box) throw new Error('no chart')
    await page.mouse.move(box.x + box.width * 0.6, box.y + 300)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.8, box.y + 300, { steps: 4 })
    await page.mouse.up()
    await page.waitForURL(/releasedFrom=/)
    const { searchParams } = new URL(page.url())
    const [from = '', to = ''] = [searchParams.get('releasedFrom') ?? '', searchParams.get('releasedTo') ?? '']
    expect(from >= '2019-01-01' && from < to && to <= '2025-01-01').toBe(true)
    expect(await page.inputValue('#released-from')).toBe(from)
    const days = await page.locator('tbody .day').allTextContents()
    expect(days.every(day => Number(day.slice(-4)) >= 2019 && Number(day.slice(-4)) <= 2025)).toBe(true)
  })

  it('reads the chart by keyboard, with interval and source, and opens a system', async () => {
    const { page } = await site.visit('/register?minFlop=1e25')
    await page.locator('.reader').focus()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    const readout = page.locator('.readout')
    await readout.getByText('Source: Epoch AI').waitFor()
    expect(await readout.textContent()).toMatch(/FLOP \((confident|likely|speculative)\)\s*90% interval/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/systems\//)
  })

  it('says under the pointer what a mark is', async () => {
    const { page } = await site.visit('/register')
    const mark = page.locator('.plot circle[data-s]').nth(200)
    await page.locator('.reader').scrollIntoViewIfNeeded()
    const box = await mark.boundingBox()
    if (!box) throw new Error('no mark')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.locator('.readout strong').waitFor()
  })

  it('keeps a chosen theme without a cookie', async () => {
    const { page } = await site.visit('/register')
    await page.getByRole('button', { name: 'Switch between light and dark' }).click()
    await page.goto('/')
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark')
    expect(await page.context().cookies()).toEqual([])
  })
})

describe('files of the chart', () => {
  it.each([
    { format: 'svg', type: 'image/svg+xml', starts: '<svg xmlns=' },
    { format: 'png', type: 'image/png', starts: '\u0089PNG' }
  ])('come as $format', async ({ format, type, starts }) => {
    const response = await fetch(`${site.url}/register/chart.${format}?minFlop=1e25`)
    expect(response.headers.get('content-type')).toContain(type)
    expect(response.headers.get('content-disposition')).toContain(`.${format}`)
    const body = Buffer.from(await response.arrayBuffer())
    expect(body.toString('latin1').startsWith(starts)).toBe(true)
  })

  it('carry source, day and light colours, and no variable', async () => {
    const svg = await (await fetch(`${site.url}/register/chart.svg?knownOn=2025-03-01`)).text()
    expect(svg).toContain('Epoch AI, Notable AI Models, CC BY 4.0')
    expect(svg).toContain('as known on 2025-03-01')
    expect(svg).not.toContain('var(--')
  })
})

describe('the first load of the register', () => {
  it('weighs at most 150 KB compressed, fonts included, and holds the drawing once', async () => {
    const { page } = await site.visit('/register')
    const addresses = (await page.evaluate(
      "[location.href, ...performance.getEntriesByType('resource').map(entry => entry.name)]"
    )) as string[]
    const sizes = await Promise.all(
      [...new Set(addresses)].map(async address => {
        const body = Buffer.from(await (await fetch(address)).arrayBuffer())
        return address.endsWith('.woff2') ? body.length : gzipSync(body).length
      })
    )
    const html = await (await fetch(`${site.url}/register`)).text()
    expect(html.split('data-s="gpt-2').length).toBeLessThanOrEqual(6)
    expect(html.match(/class="plot-svg"/g)).toHaveLength(1)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(150_000)
  })
})

it('answers a wrong day with a sentence and a way on', async () => {
  const { page } = await site.visit('/register?knownOn=2025-13-40')
  expect(await page.locator('main').textContent()).toContain('knownOn')
  expect(await page.getByRole('link', { name: 'Search the register' }).count()).toBe(1)
})
