import { expect, it } from 'vitest'
import { ratioText } from './ratio-text.ts'

it.each([
  { ratio: 2.1, says: '× 2.1' },
  { ratio: 0.25, says: '÷ 4' },
  { ratio: 1.0125, says: '× 1.012' },
  { ratio: 31.4, says: '× 31' },
  { ratio: 1, says: '× 1' },
  { ratio: 123_456, says: '× 120,000' }
])('a ratio of $ratio reads "$says"', ({ ratio, says }) => expect(ratioText(ratio)).toBe(says))
