/**
 * How often has this been tried of late? In memory alone, so that no address is written anywhere.
 *
 * A window begins with the first try and ends after its time; a fuller one refuses until then.
 */
import type { Instant } from '@frown/core/register'
import { LRUCache } from 'lru-cache'

export interface Attempts {
  /** Counts one; gives for how many seconds to wait, 0: go on. */
  readonly count: (key: string) => number
}

const mostKeys = 20_000

export function attemptsOf(most: number, windowMs: number, now: () => Instant): Attempts {
  const windows = new LRUCache<string, { tries: number; endsMs: number }>({ max: mostKeys })
  return {
    count(key) {
      const nowMs = Date.parse(now())
      const held = windows.get(key)
      const isOpen = held && held.endsMs > nowMs && held.endsMs <= nowMs + windowMs
      const window = isOpen ? held : { tries: 0, endsMs: nowMs + windowMs }
      window.tries++
      windows.set(key, window)
      return window.tries > most ? Math.ceil((window.endsMs - nowMs) / 1_000) : 0
    }
  }
}

/** The part of an address that one client cannot change at will: of IPv6 its network of 64 bits. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = (plain.split('%')[0] as string).split('::')
  const groups = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const zeros = plain.includes('::') ? Math.max(0, 8 - groups.length - after.length) : 0
  return [...groups, ...Array<string>(zeros).fill('0'), ...after]
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}
