/**
 * The script of an empty page on which a test audits logs; what the test calls is `log`.
 */
import { logRuns } from './log-runs.ts'

declare global {
  var frownLog: { readonly runs: () => Promise<string[]> }
}
globalThis.frownLog = { runs: logRuns }
