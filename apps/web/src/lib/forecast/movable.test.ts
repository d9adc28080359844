import { parameterNames } from '@frown/core/simulation'
import { describe, expect, it } from 'vitest'
import { mayNames, movableOf, readMovable, writeMovable } from './movable.ts'

const about = parameterNames.map(name => ({
  name,
  grade: name === 'returns' ? ('measured' as const) : name === 'catchUp' ? ('judged' as const) : ('guess' as const)
}))
const read = (query: string) => readMovable(new URLSearchParams(query), about)

describe('beliefs that may move', () => {
  it.each([
    { may: 'usual', isIn: ['returns', 'catchUp', 'scaleUpLabour'], isOut: ['lnThresholdFlop'] },
    { may: 'all', isIn: ['returns', 'lnThresholdFlop'], isOut: [] },
    { may: 'unmeasured', isIn: ['catchUp', 'scaleUpLabour'], isOut: ['returns', 'lnThresholdFlop'] },
    { may: 'guesses', isIn: ['scaleUpLabour'], isOut: ['returns', 'catchUp', 'lnThresholdFlop'] }
  ] as const)('$may', ({ may, isIn, isOut }) => {
    const { names } = movableOf(may, about)
    for (const name of isIn) expect(names).toContain(name)
    for (const name of isOut) expect(names).not.toContain(name)
  })

  it.each(Object.keys(mayNames))('%s is read as it was written', may => {
    const movable = movableOf(may as keyof typeof mayNames, about, ['scaleUpLabour', 'returns'])
    const written = Object.entries(writeMovable(movable)).flatMap(([name, value]) => (value ? [[name, value]] : []))
    expect(readMovable(new URLSearchParams(written), about)).toEqual({ movable, faults: [] })
  })

  it('are read from a form, which names each by itself, in the order of the model', () => {
    expect(read('may=own&move=scaleUpLabour&move=returns').movable.names).toEqual(['returns', 'scaleUpLabour'])
  })

  it.each([
    { query: 'may=everything', says: 'may is “everything”' },
    { query: 'may=own', says: 'move names no belief' },
    { query: 'may=own&move=luck', says: 'move names “luck”, which is no parameter.' },
    { query: `may=${'x'.repeat(5000)}`, says: 'which is none of' }
  ])('where $says, all but the threshold may', ({ query, says }) => {
    const { movable, faults } = read(query)
    expect(faults.join(' ')).toContain(says)
    expect(movable).toEqual(movableOf('usual', about))
  })
})
