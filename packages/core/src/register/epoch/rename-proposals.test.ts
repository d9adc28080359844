import { describe, expect, it } from 'vitest'
import { linkKey } from './rename-proposals.ts'
import { subjectSlug } from './subject-slug.ts'

describe('two spellings of one address', () => {
  it.each([
    ['https://arxiv.org/abs/2303.08774', 'http://www.arxiv.org/pdf/2303.08774v2.pdf'],
    ['https://x.ai/blog/grok-3', 'https://x.ai/blog/grok-3/'],
    ['https://example.org/a#part', 'https://Example.org/a']
  ])('%s is %s', (a, b) => expect(linkKey(a)).toBe(linkKey(b)))

  it.each([
    ['https://arxiv.org/abs/2303.08774', 'https://arxiv.org/abs/2303.08775'],
    ['https://example.org/a?id=1', 'https://example.org/a?id=2']
  ])('%s is not %s', (a, b) => expect(linkKey(a)).not.toBe(linkKey(b)))
})

describe('the id of a new subject', () => {
  it.each([
    ['GPT-4o', 'gpt-4o'],
    ['Grok-3', 'grok-3'],
    ['DALL·E 2', 'dall-e-2'],
    ['π0.6 (pi-0.6)', 'pi0-6-pi-0-6'],
    ['Xi’an Jiaotong University', 'xian-jiaotong-university'],
    ['École des Ponts ParisTech', 'ecole-des-ponts-paristech'],
    ['AT&T', 'at-and-t'],
    ['文心', 'unnamed']
  ])('of %s is %s', (name, id) => expect(subjectSlug(name, new Set())).toBe(id))

  it('is never one in use', () => {
    expect(subjectSlug('GPT 4', new Set(['gpt-4', 'gpt-4-2']))).toBe('gpt-4-3')
  })
})
