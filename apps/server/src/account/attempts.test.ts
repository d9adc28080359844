import type { Instant } from '@frown/core/register'
import { describe, expect, it } from 'vitest'
import { attemptsOf, networkOf } from './attempts.ts'

describe('attempts', () => {
  let seconds = 0
  const now = () => new Date(Date.UTC(2026, 0, 1) + seconds * 1_000).toISOString() as Instant

  it('are let through until there are too many, and again after their time', () => {
    const { count } = attemptsOf(2, 60_000, now)
    expect([count('a'), count('a')]).toEqual([0, 0])
    seconds = 30
    expect([count('a'), count('b')]).toEqual([30, 0])
    seconds = 60
    expect(count('a')).toBe(0)
  })

  it('are not held back for longer than their time, though the clock is set back', () => {
    const { count } = attemptsOf(1, 60_000, now)
    seconds = 1_000_000
    count('a')
    expect(count('a')).toBe(60)
    seconds = 0
    expect(count('a')).toBe(0)
  })
})

describe('a network', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0']
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
