import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSoundPage, type Site, startSite, themes, widths } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

const looks = widths.flatMap(width => themes.map(theme => ({ width, theme })))
const claimOf = async (system: string, property: string): Promise<string> => {
  const { properties } = await (await fetch(`${site.url}/api/v1/register/systems/${system}`)).json()
  return properties.find((held: { property: string }) => held.property === property).claimId
}

describe('the log', () => {
  it.each(looks)('stands at $width px in the $theme theme', async ({ width, theme }) => {
    const visit = await site.visit('/log', { width, theme })
    expect(await visit.page.textContent('h1')).toBe('The log')
    await expectSoundPage(visit)
  })

  it('says what it holds and what it does not show, without JavaScript', async () => {
    const { page, problems } = await site.visit('/log', { scripts: false })
    expect(await page.textContent('dl')).toMatch(/13,099/)
    const signed = await (await fetch(`${site.url}/log/checkpoint`)).text()
    expect(await page.locator('pre').first().textContent()).toBe(signed)
    expect(await page.textContent('#limits')).toContain('does not show')
    expect(problems).toEqual([])
  })
})

describe('a claim', () => {
  it.each(looks)('stands at $width px in the $theme theme', async ({ width, theme }) => {
    const visit = await site.visit(`/claims/${await claimOf('gpt-4', 'trainingComputeFlop')}`, { width, theme })
    expect(await visit.page.textContent('h1')).toBe('Training compute')
    await expectSoundPage(visit)
  })

  it('is reached from the history of its system', async () => {
    const { page } = await site.visit('/systems/gpt-4', { scripts: false })
    await page.locator('a', { hasText: 'This claim and its proof' }).first().click()
    expect(new URL(page.url()).pathname).toMatch(/^\/claims\/[0-9a-f]{32}$/)
    expect(await page.textContent('main')).toContain('is entry')
  })

  it('is proved in the browser by keyboard', async () => {
    const { page, problems } = await site.visit(`/claims/${await claimOf('gpt-4', 'trainingComputeFlop')}`)
    await page.getByRole('button', { name: 'Check the proof' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('It holds: the signed log of 13099 entries has this claim.').waitFor()
    expect(await page.locator('[role=status] li').allTextContents()).toHaveLength(4)
    expect(problems).toEqual([])
  })

  it('is shown not to be proved when the server tells other hashes', async () => {
    const { page } = await site.visit('/systems/gpt-4')
    await page.route('**/__data.json*', async route => {
      const response = await route.fetch()
      const forged = (await response.text()).replaceAll(/"[\w+/]{43}="/g, `"${'A'.repeat(43)}="`)
      await route.fulfill({ response, body: forged })
    })
    await page.locator('a', { hasText: 'This claim and its proof' }).first().click()
    await page.getByRole('button', { name: 'Check the proof' }).click()
    await page.getByText('It does not hold.').waitFor()
    expect(await page.locator('[role=status] li').last().textContent()).toMatch(/^No/)
  })

  it('that is not there says so', async () => {
    const { page } = await site.visit(`/claims/${'0'.repeat(32)}`, { scripts: false })
    expect(await page.textContent('main')).toContain('The register holds no claim')
  })
})
