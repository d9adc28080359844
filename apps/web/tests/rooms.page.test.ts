import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSoundPage, overflow, type Site, startSite, themes, widths } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site?.stop())

/** What the server wrote at the first `selector` of the page at `path`, before any script. */
const text = async (path: string, selector = 'main'): Promise<string> => {
  const { document } = parseHTML(await (await fetch(site.url + path)).text())
  return (document.querySelector(selector)?.textContent ?? '').trim().replace(/\s+/g, ' ')
}

describe.each([
  { path: '/disclosure', what: 'disclosure' },
  { path: '/groups', what: 'the groups' },
  { path: '/groups?query=nobody+is+called+this', what: 'no group at all' },
  { path: '/groups/openai', what: 'a group' },
  { path: '/systems/gpt-4o', what: 'a system' },
  { path: '/systems/adaptive-nlpm', what: 'a system that is gone' },
  { path: '/changes?from=2025-04-15&to=2025-12-15', what: 'the changes' },
  { path: '/changes?from=2025-04-15&to=2025-12-15&kind=renamed', what: 'the changes of one kind' },
  { path: '/changes?from=2026-08-01&to=2026-08-02', what: 'no change at all' },
  { path: '/methods', what: 'methods and sources' }
])('$what', ({ path }) => {
  it('is sound at both widths, light and dark', async () => {
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
    expect(await page.locator('.known-on, .cite').count()).toBe(2)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 })
      expect(await overflow(page)).toBe(0)
    }
    expect(problems).toEqual([])
  })
})

describe('disclosure', () => {
  it.each([
    {
      knownOn: '2026-08-01',
      says: 'Of the notable systems of 2021, 78% have known training compute; of those of 2026, 24%.'
    },
    {
      knownOn: '2025-03-01',
      says: 'Of the notable systems of 2021, 80% have known training compute; of those of 2024, 65%.'
    }
  ])('says what was known on $knownOn', async ({ knownOn, says }) => {
    expect(await text(`/disclosure?knownOn=${knownOn}`, 'h1')).toBe(says)
  })

  it('draws a column for each year and its share, without scripts', async () => {
    const { page } = await site.visit('/disclosure', { scripts: false })
    expect(await page.locator('.plot .count-all rect').count()).toBeGreaterThan(15)
    expect(await page.locator('.plot .dot-solid circle').count()).toBeGreaterThan(15)
  })

  it('sorts its groups by links, and says of few systems that they are few', async () => {
    const { page } = await site.visit('/disclosure?groups=all', { scripts: false })
    const groups = page.getByRole('table', { name: 'by group' })
    expect(await groups.locator('tbody tr').first().textContent()).toContain('Google')
    expect(await groups.locator('tbody tr').last().textContent()).toContain('few')
    await groups.getByRole('link', { name: 'Group', exact: true }).click()
    expect(new URL(page.url()).searchParams.get('groups')).toBe('all')
    expect(await page.getByRole('table', { name: 'by group' }).locator('tbody tr').first().textContent()).toContain(
      '01.AI'
    )
  })

  it.each(['svg', 'png'])('comes as %s', async format => {
    const response = await fetch(`${site.url}/disclosure/chart.${format}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toContain(`frown-disclosure.${format}`)
  })

  it('comes as CSV', async () => {
    const { page } = await site.visit('/disclosure')
    const href = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
    const response = await fetch(new URL(href ?? '', site.url))
    expect(response.headers.get('content-type')).toContain('text/csv')
    expect(await response.text()).toMatch(/year,2021,,79,62,/)
  })
})

describe('groups', () => {
  it('are found by another name, without scripts', async () => {
    const { page } = await site.visit('/groups?knownOn=2026-08-01', { scripts: false })
    await page.fill('#query', 'facebook')
    await page.getByRole('button', { name: 'Search' }).click()
    expect(new URL(page.url()).searchParams.get('knownOn')).toBe('2026-08-01')
    expect(await page.locator('tbody tr').first().textContent()).toContain('Meta AI')
  })

  it('are turned page by page', async () => {
    const { page } = await site.visit('/groups', { scripts: false })
    await page.getByRole('link', { name: 'Next page' }).click()
    expect(await page.locator('caption').textContent()).toContain('page 2 of')
  })
})

describe('a group', () => {
  it('has its largest run as an interval, with the reason', async () => {
    const said = await text('/groups/openai?knownOn=2026-08-01')
    expect(said).toMatch(/between 3\.8 × 1026 FLOP and 5 × 1026 FLOP/)
    expect(said).toContain('It is an interval because the training compute of 44 of its systems is not known')
  })

  it('says another thing as known on another day', async () => {
    const said = await text('/groups/openai?knownOn=2025-03-01')
    expect(said).not.toContain('3.8 × 1026')
    expect(said).toContain('What changed since')
  })

  it('has no upper end where it leads the field', async () => {
    expect(await text('/groups/xai')).toMatch(/at least 5 × 1026 FLOP/)
  })

  it('tells when compute was withdrawn from its systems', async () => {
    const steps = await text('/groups/openai', 'section[aria-labelledby=history]')
    expect(steps).toMatch(/15 December 2025 47 systems.*Compute withdrawn:.*GPT-4o.*15 April 2025 40 systems/)
  })

  it('leads to its changes alone, and they are fewer', async () => {
    const { page } = await site.visit('/groups/openai', { scripts: false })
    await page.getByRole('link', { name: 'All changes since 15 April 2025' }).click()
    const count = Number(/([\d,]+) changes/.exec((await page.locator('.lead').textContent()) ?? '')?.[1])
    expect(await page.locator('h1').textContent()).toBe('What changed: OpenAI')
    expect(count).toBeGreaterThan(10)
    expect(count).toBeLessThan(300)
  })

  it('shows both ways what is part of what', async () => {
    expect(await text('/groups/google', '.facts')).toContain('Google DeepMind')
    expect(await text('/groups/google-deepmind', '.facts')).toMatch(/Part of\s*Google/)
  })
})

describe('GPT-4o', () => {
  it('has a history: its compute asserted, then withdrawn', async () => {
    const history = await text('/systems/gpt-4o', '.property:has(#history-trainingComputeFlop)')
    expect(history).toMatch(/24 February 2025 asserted 3\.8 × 1025 FLOP.*15 December 2025 withdrawn/)
  })

  it.each([
    { knownOn: '2025-03-01', says: '3.8 × 1025 FLOP' },
    { knownOn: '2026-08-01', says: 'not known' }
  ])('says "$says" as known on $knownOn', async ({ knownOn, says }) => {
    expect(await text(`/systems/gpt-4o?knownOn=${knownOn}`, '.big')).toContain(says)
  })

  it('takes another known day by the control, without scripts', async () => {
    const { page } = await site.visit('/systems/gpt-4o', { scripts: false })
    await page.click('.known-on summary')
    await page.fill('#known-on', '2025-03-01')
    await page.click('.known-on button')
    expect(await page.locator('.big').textContent()).toContain('3.8')
  })

  it('is found by its name too', async () => {
    const { page } = await site.visit('/systems/GPT-4o?knownOn=2025-03-01')
    expect(page.url()).toBe(`${site.url}/systems/gpt-4o?knownOn=2025-03-01`)
  })

  it('was not known before the first day, and says when it was', async () => {
    expect(await text('/systems/gpt-4o?knownOn=2024-12-31')).toContain(
      'Not known on 31 December 2024: the register first recorded it on 24 February 2025.'
    )
  })

  it('was not out before its release, and says so', async () => {
    expect(await text('/systems/gpt-4o?trueOn=2024-01-01')).toContain('Not yet released on 1 January 2024')
  })
})

describe('a system', () => {
  it('that is gone says so, with its history and a way back', async () => {
    const { page } = await site.visit('/systems/adaptive-nlpm', { scripts: false })
    expect(await page.locator('.lead').textContent()).toContain('No longer listed')
    expect(await page.locator('.property').count()).toBeGreaterThan(1)
    await page.getByRole('link', { name: 'See it as it was known the day before' }).click()
    expect(await page.locator('#properties').count()).toBe(1)
  })

  it('of a shared run names the other, both ways', async () => {
    expect(await text('/systems/gpt-4-jun-2023')).toContain('Same training run as GPT-4 (Mar 2023)')
    expect(await text('/systems/gpt-4')).toContain('Same training run as GPT-4 (Jun 2023)')
  })

  it('names a source for every property', async () => {
    const { page } = await site.visit('/systems/deepseek-v3', { scripts: false })
    const rows = page.locator('.properties .row')
    expect(await rows.count()).toBeGreaterThan(8)
    expect(await rows.locator('.said', { hasText: 'Epoch AI' }).count()).toBe(await rows.count())
  })
})

describe('changes', () => {
  it('are compared by the form, without scripts', async () => {
    const { page } = await site.visit('/changes', { scripts: false })
    await page.selectOption('#from', '2025-04-15')
    await page.selectOption('#to', '2025-12-15')
    await page.getByRole('button', { name: 'Compare' }).first().click()
    const { searchParams } = new URL(page.url())
    expect([searchParams.get('from'), searchParams.get('to')]).toEqual(['2025-04-15', '2025-12-15'])
    expect(await page.locator('.lead').textContent()).toContain('on 15 April 2025 and on 15 December 2025')
  })

  it('take any two days', async () => {
    const { page } = await site.visit('/changes?kind=withdrawn', { scripts: false })
    await page.getByText('Compare any two days').click()
    await page.fill('#other-from', '2025-05-01')
    await page.fill('#other-to', '2026-01-01')
    await page.getByRole('button', { name: 'Compare' }).last().click()
    const { searchParams } = new URL(page.url())
    expect(Object.fromEntries(searchParams)).toEqual({ kind: 'withdrawn', from: '2025-05-01', to: '2026-01-01' })
    expect(await page.locator('tbody').textContent()).toContain('GPT-4o')
  })

  it('are filtered by kind and by property, with the ratio of what was revised', async () => {
    const { page } = await site.visit('/changes?from=2025-04-15&to=2025-12-15', { scripts: false })
    await page.locator('.filters').getByRole('link', { name: 'revised' }).click()
    await page.locator('.filters').getByRole('link', { name: 'Training compute', exact: true }).click()
    expect(await page.locator('main h2').filter({ hasText: 'Revised' }).count()).toBe(1)
    expect(await page.locator('tbody tr').first().textContent()).toMatch(/[×÷]\s[\d.,]+/)
    const properties = await page.locator('tbody tr td:nth-child(2)').allTextContents()
    expect(new Set(properties.map(property => property.trim()))).toEqual(new Set(['Training compute']))
  })

  it('are turned page by page within a kind', async () => {
    const { page } = await site.visit('/changes?from=2025-04-15&to=2025-12-15&kind=revised', { scripts: false })
    expect(await page.locator('tbody tr').count()).toBe(100)
    await page.getByRole('link', { name: 'Next page' }).click()
    expect(await page.locator('main').textContent()).toContain('Page 2 of')
  })

  it('come the right way round when asked for backwards', async () => {
    expect(await text('/changes?from=2025-12-15&to=2025-04-15', '.lead')).toContain(
      'on 15 April 2025 and on 15 December 2025'
    )
  })

  it('that are none name the days on which there are some', async () => {
    expect(await text('/changes?from=2026-08-01&to=2026-08-02', '.empty')).toContain('31 July 2026')
  })
})

describe('methods', () => {
  it('count every recorded day and credit the source', async () => {
    const said = await text('/methods')
    for (const day of ['24 February 2025', '15 April 2025', '15 December 2025', '15 May 2026', '31 July 2026'])
      expect(said).toContain(day)
    expect(said).toContain('CC BY 4.0')
  })

  it('give the trend that register and command line give', async () => {
    expect(await text('/methods?knownOn=2025-04-30')).toMatch(
      /4\.68 times a year, 90% interval 4\.23 to 5\.19, R2 0\.60, 407 runs/
    )
  })

  it('offer downloads that come', async () => {
    const { page } = await site.visit('/methods?knownOn=2025-03-01', { scripts: false })
    const links = await page.locator('#downloads a[download], #downloads a[href^="/api"]').all()
    expect(links.length).toBeGreaterThan(10)
    for (const link of links) {
      const response = await fetch(new URL((await link.getAttribute('href')) ?? '', site.url))
      expect(response.status).toBe(200)
    }
  })

  it('are where sources are asked for', async () => {
    const { page } = await site.visit('/sources?knownOn=2025-03-01')
    expect(page.url()).toBe(`${site.url}/methods?knownOn=2025-03-01#sources`)
  })
})

describe('citing', () => {
  it('pins the days, in the link and in a .bib file', async () => {
    const { page } = await site.visit('/groups/openai?knownOn=2025-03-01&trueOn=2025-03-01', { scripts: false })
    const bookmark = await page.locator('a[rel=bookmark]').getAttribute('href')
    expect(bookmark).toBe(`${site.url}/groups/openai?knownOn=2025-03-01&trueOn=2025-03-01`)
    await page.getByText('BibTeX', { exact: true }).click()
    const file = await page.getByRole('link', { name: '.bib' }).getAttribute('href')
    const entry = await (await fetch(new URL(file ?? '', site.url))).text()
    expect(entry).toContain('@misc{frown-groups-openai-2025-03-01,')
    expect(entry).toContain(`\\url{${bookmark}}`)
  })

  it('leads an old link to what changed since', async () => {
    const { page } = await site.visit('/groups/openai?knownOn=2025-04-15', { scripts: false })
    await page.locator('.cite').getByRole('link', { name: 'What changed since' }).click()
    const { searchParams } = new URL(page.url())
    expect(Object.fromEntries(searchParams)).toEqual({ from: '2025-04-15', to: '2026-07-31', group: 'openai' })
    expect(await page.locator('h1').textContent()).toContain('OpenAI')
  })

  it('refuses an address elsewhere', async () => {
    const response = await fetch(`${site.url}/cite.bib?page=//evil.example/%3FknownOn=2025-03-01&title=x`)
    expect(response.status).toBe(400)
  })
})

describe('what cannot be shown', () => {
  it.each([
    { path: '/systems/gpt-9', status: 404, way: 'GPT-4 (Mar 2023)' },
    { path: '/groups/opnai', status: 404, way: 'OpenAI' },
    { path: '/changes?group=opnai', status: 404, way: 'openai' },
    { path: '/groups/openai?knownOn=2025-13-40', status: 400, way: 'knownOn' },
    { path: '/changes?from=yesterday', status: 400, way: 'from' },
    { path: '/disclosure?trueOn=1', status: 400, way: 'trueOn' }
  ])('$path is answered with $status, a sentence and a way on', async ({ path, status, way }) => {
    expect((await fetch(site.url + path)).status).toBe(status)
    const said = await text(path)
    expect(said).toContain(way)
    expect(said).toContain('Search the register')
  })

  it('suggests links that lead there', async () => {
    const { page } = await site.visit('/groups/opnai', { scripts: false })
    await page.getByRole('link', { name: 'OpenAI', exact: true }).click()
    expect(await page.locator('h1').textContent()).toBe('OpenAI')
  })
})
