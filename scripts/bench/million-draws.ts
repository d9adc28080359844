/** Run as a process of its own: a delay over a million draws in one thread, and the most memory that it took. */
import { answerScenario } from '../../packages/core/src/forecast/answer.ts'
import { usualSetup } from '../../packages/core/src/forecast/setup.fixture.ts'
import { loadKernel, sweepHere } from '../../packages/core/src/simulation/index.ts'

const kernel = await loadKernel()
const mib = () => process.resourceUsage().maxRSS / 1024
const idleMib = mib()
const start = performance.now()
const answer = await answerScenario(
  { setup: usualSetup, draws: 1_000_000, delayYears: 5 },
  { refusal: { who: 'leading', share: 0.2, startYears: 0, rampYears: 1 } },
  { kernel, sweep: sweepHere(kernel) }
)
if (!answer.ok) throw new Error(answer.error.detail)
console.log(JSON.stringify({ maxRssMib: mib(), idleMib, seconds: (performance.now() - start) / 1000 }))
