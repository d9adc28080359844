import { describe, expect, it } from 'vitest'
import { disclosureSentence, disclosureWords, type YearShare } from './disclosure-words.ts'
import { counted, percentText } from './share-text.ts'

const year = (year: number | null, withKnownCompute: number, systems: number): YearShare => ({
  year,
  systems,
  withKnownCompute,
  share: systems === 0 ? null : withKnownCompute / systems
})

describe('the sentence on disclosure', () => {
  it.each([
    {
      why: 'compares the best year with the latest',
      years: [year(2020, 33, 50), year(2021, 62, 79), year(2026, 10, 41)],
      says: 'Of the notable systems of 2021, 78% have known training compute; of those of 2026, 24%.'
    },
    {
      why: 'passes over a latest year of few systems, and over systems without a date',
      years: [year(2021, 62, 79), year(2025, 38, 103), year(2026, 1, 4), year(null, 0, 12)],
      says: 'Of the notable systems of 2021, 78% have known training compute; of those of 2025, 37%.'
    },
    {
      why: 'does not let a year of few systems be the best',
      years: [year(1950, 1, 1), year(2021, 62, 79), year(2022, 60, 91)],
      says: 'Of the notable systems of 2021, 78% have known training compute; of those of 2022, 66%.'
    },
    {
      why: 'says so when the latest year is the best',
      years: [year(2019, 38, 68), year(2021, 62, 79)],
      says: 'Of the notable systems of 2021, 78% have known training compute: the largest share of any year so far.'
    },
    {
      why: 'compares nothing where all years are small',
      years: [year(1950, 1, 1), year(1951, 0, 2)],
      says: 'Too few systems are listed to compare one year with another.'
    }
  ])('$why', ({ years, says }) => expect(disclosureSentence(years)).toBe(says))

  it('gives the counts behind each share in words', () =>
    expect(disclosureWords([year(2009, 5, 13), year(2021, 62, 79), year(null, 0, 5)], 2010)).toBe(
      'Share of listed systems with known training compute, by year of release: 2021 78% (62 of 79).'
    ))
})

describe('a share', () => {
  it.each([
    { share: 0.784, says: '78%' },
    { share: 0, says: '0%' },
    { share: 1, says: '100%' },
    { share: 0.001, says: 'under 1%' },
    { share: 0.999, says: 'over 99%' },
    { share: null, says: 'none listed' }
  ])('$share reads "$says"', ({ share, says }) => expect(percentText(share)).toBe(says))

  it.each([
    { count: 1, says: '1 system' },
    { count: 0, says: '0 systems' },
    { count: 1036, says: '1,036 systems' }
  ])('counts $says', ({ count, says }) => expect(counted(count, 'system')).toBe(says))
})
