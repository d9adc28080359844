import { readFileSync } from 'node:fs'
import { errorCodes } from '@frown/core/shared'
import { describe, expect, it } from 'vitest'
import { statusOf } from './problem.ts'

describe('docs/errors.md', () => {
  it('lists exactly the registered codes, each with its meaning and status', () => {
    const text = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8')
    const listed = [...text.matchAll(/^\| `([\w/-]+)` \| (\d{3}) \| (.+) \|$/gm)].map(([, code, status, meaning]) => [
      code,
      Number(status),
      meaning
    ])
    const registered = Object.entries(errorCodes).map(([code, meaning]) => [
      code,
      statusOf[code as keyof typeof statusOf],
      meaning
    ])
    expect(listed).toEqual(registered)
  })
})
