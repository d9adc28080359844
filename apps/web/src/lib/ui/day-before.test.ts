import { expect, it } from 'vitest'
import { dayBefore } from './day-before.ts'

it.each([
  { day: '2026-01-01', before: '2025-12-31' },
  { day: '2024-03-01', before: '2024-02-29' }
])('the day before $day is $before', ({ day, before }) => expect(dayBefore(day)).toBe(before))
