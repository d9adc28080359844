import { expect, it } from 'vitest'
import { suggested } from './refuse-unknown.server.ts'

it.each([
  { remedy: 'Perhaps: GPT-4o, gpt-4o-mini, o1.', are: ['GPT-4o', 'gpt-4o-mini', 'o1'] },
  { remedy: 'Perhaps: GLaM.', are: ['GLaM'] },
  { remedy: 'Write it as 2025-12-31.', are: [] },
  { remedy: undefined, are: [] }
])('"$remedy" suggests $are', ({ remedy, are }) => expect(suggested(remedy)).toEqual(are))
