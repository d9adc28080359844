import { loadKernel } from '@frown/kernel'
import { expect, it } from 'vitest'
import { leversOf, type Scenario } from './scenario.ts'
import { constants, smallGroups, smallSetup } from './small-race.fixture.ts'
import { runPart } from './sweep.ts'
import { columnAt, type RequiredSharePlan } from './sweep-plan.ts'

const kernel = await loadKernel()
const levers = (scenario: Scenario) => {
  const found = leversOf(scenario, smallGroups)
  if (!found.ok) throw new Error(found.error.detail)
  return found.value
}
const refusing = (share: number, who: 'leading' | 'everyone' = 'everyone') =>
  levers({ refusal: { who, share, startYears: 0, rampYears: 1 } })

function required(change: Partial<RequiredSharePlan> = {}) {
  const plan: RequiredSharePlan = {
    kind: 'requiredShare',
    setup: smallSetup,
    draws: 40,
    levers: refusing(1),
    delayYears: 0.5,
    ...change
  }
  const [, baseline, share, notMonotone, mostDelay] = runPart(kernel, plan, 0, plan.draws) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array
  ]
  return { baseline, share, notMonotone, mostDelay }
}

/** Years of delay of each draw when the share of everyone refuses. */
function delays(share: number, setup = smallSetup, who: 'leading' | 'everyone' = 'everyone'): Float64Array {
  const scenarios = [{}, refusing(share, who)]
  const columns = runPart(kernel, { kind: 'crossing', setup, draws: 40, scenarios }, 0, 40)
  const base = columns[columnAt(0, 'first')] as Float64Array
  return (columns[columnAt(1, 'first')] as Float64Array).map((years, d) => years - (base[d] as number))
}

it('is the share at which the delay is reached: just above it is, just below it is not', () => {
  const { share, notMonotone } = required()
  expect([...notMonotone].every(flag => flag === 0)).toBe(true)
  for (const [d, found] of share.entries()) {
    expect(found).toBeLessThan(1)
    expect(delays(found)[d]).toBeGreaterThanOrEqual(0.5)
    expect(delays(found - 2e-3)[d]).toBeLessThan(0.5)
  }
})

it('is unreachable where even all of those asked do not suffice, and says what they buy', () => {
  const { share, mostDelay } = required({ delayYears: 30, levers: refusing(1, 'leading') })
  expect([...share].every(found => found === Number.POSITIVE_INFINITY)).toBe(true)
  expect(mostDelay).toEqual(delays(1, smallSetup, 'leading'))
})

it('is nothing where the baseline itself does not cross', () => {
  const setup = { ...smallSetup, horizonYears: 3, parameters: constants({ lnThresholdFlop: 80 }) }
  const { share, baseline, mostDelay } = required({ setup, draws: 4 })
  expect([...baseline]).toEqual(Array(4).fill(Number.POSITIVE_INFINITY))
  expect([...share].every(Number.isNaN)).toBe(true)
  expect([...mostDelay].every(Number.isNaN)).toBe(true)
})

it('counts a censored scenario as far as the horizon goes', () => {
  const setup = { ...smallSetup, horizonYears: 6, parameters: constants({ lnThresholdFlop: 68 }) }
  const { share, baseline } = required({ setup, draws: 2, delayYears: 0.5 })
  expect(baseline[0]).toBeLessThan(5.5)
  expect(share[0]).toBeLessThan(1)
  expect(required({ setup, draws: 2, delayYears: 6 - (baseline[0] as number) + 0.01 }).share[0]).toBe(
    Number.POSITIVE_INFINITY
  )
})

it('is the first on a 1% grid where more refusal can mean less delay, and says so', () => {
  // Leavers of both groups go to the open community, which publishes all that it finds.
  const setup = {
    ...smallSetup,
    parameters: constants({
      transferShare: 1,
      scaleUpLabour: 0.6,
      abilityCorrelation: -0.5,
      returns: 0.9,
      lnThresholdFlop: 72
    })
  }
  const curve = Array.from({ length: 100 }, (_, step) => delays((step + 1) / 100, setup, 'leading')[0] as number)
  const most = Math.max(...curve)
  const wish = most * 0.9
  expect(curve.at(-1)).toBeLessThan(most)
  const { share, notMonotone } = required({ setup, draws: 1, levers: refusing(1, 'leading'), delayYears: wish })
  expect(notMonotone[0]).toBe(1)
  expect(share[0]).toBe((curve.findIndex(delay => delay >= wish) + 1) / 100)
})
