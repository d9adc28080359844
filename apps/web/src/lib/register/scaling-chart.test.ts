import { DOMParser } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { type ScalingPoint, scalingChart, scalingDomain } from './scaling-chart.server.ts'

const point = (given: Partial<ScalingPoint>): ScalingPoint => ({
  id: 'gpt-4',
  name: 'GPT-4',
  groups: 'OpenAI',
  releasedOn: '2023-03-15',
  flop: 2.1e25,
  low: 2.1e24,
  high: 2.1e26,
  confidence: 'likely',
  mark: 's1',
  ...given
})
const points = [
  point({}),
  point({ id: 'b', name: 'B & <C>', confidence: 'confident', mark: 's0' }),
  point({ id: 'd', confidence: 'speculative' }),
  point({ id: 'e', confidence: 'unknown', low: null, high: null })
]
const all = { points, from: '2020-01-01', to: '2026-12-31', band: [], label: 'A chart' }
const drawn = (intervals: boolean) => scalingChart({ ...all, intervals })
const parsed = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml')

describe('the scaling chart', () => {
  it('draws every system once, its shape by confidence', () => {
    const svg = parsed(drawn(false))
    expect(svg.querySelectorAll('[data-s]')).toHaveLength(4)
    expect(svg.querySelectorAll('g.hollow > circle')).toHaveLength(1)
    expect(svg.querySelectorAll('g.filled > circle')).toHaveLength(1)
    expect([...svg.querySelectorAll('use')].map(use => use.getAttribute('href')).sort()).toEqual([
      '#speculative',
      '#unknown'
    ])
  })

  it.each([
    'B & <C>',
    '</title><svg onload=alert(1)>',
    '</title><script>alert(1)</script>',
    '&lt;/title&gt;&lt;b&gt;',
    ']]> "quoted"'
  ])('writes the name %s as text', name => {
    const svg = scalingChart({ ...all, points: [point({ name })], intervals: false })
    expect(svg).not.toMatch(/<(script|svg onload|b|C)\b/)
    expect(parsed(svg).querySelector('circle > title')?.textContent.split('\n')[0]).toBe(name)
  })

  it('draws an interval for each system that has one, when asked', () => {
    expect(parsed(drawn(true)).querySelectorAll('g.whisker > line')).toHaveLength(3)
    expect(parsed(drawn(false)).querySelectorAll('.whisker')).toHaveLength(0)
  })

  it('names the thresholds that lie within it', () => {
    const text = parsed(drawn(true)).documentElement.textContent
    expect(text).toContain('systemic risk')
    expect(text).toContain('California')
  })

  it('is well-formed and holds no style that the site would block', () => {
    const svg = drawn(true)
    expect(svg).toContain('<title>B &amp; &lt;C')
    expect(svg).not.toMatch(/<style|style=|&(?!(amp|lt|gt|quot);)/)
  })

  it('places time as a share of the width', () => {
    const at = parsed(drawn(false)).querySelector('circle')?.getAttribute('cx') ?? ''
    expect(at).toMatch(/^\d+(\.\d+)?%$/)
    expect(Number.parseFloat(at)).toBeCloseTo(45.7, 0)
  })

  it('leaves room for intervals that it draws', () => {
    expect(scalingDomain(points, true)[1]).toBeGreaterThan(2.1e26)
    expect(scalingDomain(points, true)[0]).toBeLessThan(2.1e24)
  })
})
