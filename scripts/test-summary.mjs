// The one line a run of the tests ends on, from vitest's JSON report and its exit code.

/** Counts tests; a file that fails to load counts as one failed, and so does a run that fails with every test passed. */
export function countTests(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const unloaded = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0
  ).length
  const failed = report.numFailedTests + unloaded
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests
  }
}

export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** A run in which nothing ran is no success. */
export function isSuccess({ passed, failed }) {
  return failed === 0 && passed > 0
}
