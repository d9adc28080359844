import { describe, expect, it } from 'vitest'
import { Charts } from './charts.server.ts'

describe('a drawing', () => {
  const page = '<p>before</p><div class="plot" data-src="/a/chart.fragment?x=1&amp;y=$1"></div><p>after</p>'

  it('stands in its place, as it is', () => {
    const charts = new Charts()
    charts.add('/a/chart.fragment?x=1&y=$1', '<svg>$& $1</svg>')
    expect(charts.putInto(page)).toBe(page.replace('></div>', () => '><svg>$& $1</svg></div>'))
  })

  it('of another address leaves the place empty', () => {
    const charts = new Charts()
    charts.add('/b/chart.fragment', '<svg/>')
    expect(charts.putInto(page)).toBe(page)
  })
})
