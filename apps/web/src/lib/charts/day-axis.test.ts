import { describe, expect, it } from 'vitest'
import { dateOf, dayTicks, shownSpan } from './day-axis.server.ts'

const years = (from: string, to: string) => (dateOf(to).getTime() - dateOf(from).getTime()) / 31_557_600_000
const stepYears = (interval: string) =>
  interval === 'year' ? 1 : Number(/^(\d+) years$/.exec(interval)?.[1] ?? 1 / 12)

describe('a time axis', () => {
  it.each([
    { from: '2024-01-01', to: '2024-06-01' },
    { from: '2010-01-01', to: '2026-12-31' },
    { from: '1950-01-01', to: '2026-12-31' },
    { from: '1500-01-01', to: '2026-12-31' },
    { from: '0001-01-01', to: '9999-12-31' }
  ])('from $from to $to has few marks', ({ from, to }) => {
    expect(years(from, to) / stepYears(dayTicks(from, to).interval)).toBeLessThan(14)
  })

  it.each([
    { why: 'nothing', asked: {}, from: '2010-01-01', to: '2026-12-31' },
    { why: 'nothing late in the year', asked: {}, trueOn: '2026-11-23', from: '2010-01-01', to: '2027-03-31' },
    { why: 'the last days', asked: {}, trueOn: '9999-12-31', from: '2010-01-01', to: '9999-12-31' },
    { why: 'a start', asked: { releasedFrom: '1990-05-05' }, from: '1990-05-05', to: '2026-12-31' },
    { why: 'a start to come', asked: { releasedFrom: '9999-01-01' }, from: '9999-01-01', to: '9999-12-31' },
    { why: 'an end before 2010', asked: { releasedTo: '2005-12-31' }, from: '1959-01-01', to: '2005-12-31' },
    { why: 'an end before all', asked: { releasedTo: '0001-06-01' }, days: [], from: '0001-01-01', to: '0001-06-01' }
  ])(
    'shows what is asked for: $why',
    ({ asked, days = ['1959-07-01', '2010-03-01'], trueOn = '2026-08-15', from, to }) => {
      expect(shownSpan(days, { releasedFrom: '', releasedTo: '', ...asked }, trueOn)).toEqual({ from, to })
    }
  )
})
