import { describe, expect, it } from 'vitest'
import { countTests, isSuccess, summaryLine } from './test-summary.mjs'

const file = (status: string, tests: number) => ({ status, assertionResults: Array(tests).fill({}) })
const report = (passed: number, failed: number, skipped: number, files = [file('passed', 1)]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
  numTodoTests: 0,
  testResults: files
})

describe('the line that a run of the tests ends on', () => {
  it.each([
    { why: 'all passed', given: report(7, 0, 0), code: 0, line: '7 passed, 0 failed, 0 skipped', success: true },
    { why: 'some skipped', given: report(7, 0, 2), code: 0, line: '7 passed, 0 failed, 2 skipped', success: true },
    {
      why: 'one failed',
      given: report(6, 1, 0, [file('failed', 7)]),
      code: 1,
      line: '6 passed, 1 failed, 0 skipped',
      success: false
    },
    {
      why: 'a file did not load',
      given: report(6, 0, 0, [file('failed', 0)]),
      code: 1,
      line: '6 passed, 1 failed, 0 skipped',
      success: false
    },
    {
      why: 'an error outside any test',
      given: report(6, 0, 0),
      code: 1,
      line: '6 passed, 1 failed, 0 skipped',
      success: false
    },
    { why: 'no report', given: null, code: 1, line: '0 passed, 1 failed, 0 skipped', success: false },
    { why: 'nothing ran', given: report(0, 0, 0, []), code: 0, line: '0 passed, 0 failed, 0 skipped', success: false }
  ])('$why: $line', ({ given, code, line, success }) => {
    const counts = countTests(given, code)
    expect(summaryLine(counts)).toBe(line)
    expect(isSuccess(counts)).toBe(success)
  })
})
