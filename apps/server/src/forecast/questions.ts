/**
 * What may be asked, each question with its form and its defaults.
 */
import { claimDraws, leverNames, usualApproaches } from '@frown/core/forecast'
import { z } from 'zod'
import { dayParameter } from '../register/parameters.ts'
import {
  Approach,
  Distribution,
  Distributions,
  Parameter,
  Population,
  Scenario,
  StartingGroup
} from './race-schemas.ts'

const number = z.number({ error: 'must be a finite number' })

/** Which race is asked about; what is left out is what ships and what the register says. */
export const Race = z
  .strictObject({
    startOn: dayParameter.optional().meta({ description: 'Day on which the race starts; today if left out' }),
    knownOn: dayParameter.optional().meta({ description: 'What the register knew on that day; today if left out' }),
    groups: z.array(StartingGroup).max(32).optional().meta({ description: 'In place of the register’s' }),
    parameters: Distributions.optional().meta({ description: 'In place of those shipped, one by one' }),
    thresholdFlop: number.optional().meta({ description: 'Fixes the threshold of effective compute, FLOP' }),
    horizonYears: number.default(40),
    seed: number.default(1)
  })
  .meta({ id: 'Race' })

const asking = (draws: number) => ({
  race: Race.prefault({}),
  draws: number.default(draws).meta({ description: 'Draws of the parameters' }),
  delayYears: number.default(5).meta({ description: 'The delay that counts' })
})

const scenario = Scenario.default({})
const fifth = {
  refusal: { who: 'leading', share: 0.2, startYears: 0, rampYears: 1 }
} as const
const refusing = Scenario.default(fifth)
const probability = number.default(0.5).meta({ description: '0–1' })
const populations = z.array(Population).min(1).max(6).default(['leading', 'everyone'])
const elevenShares = Array.from({ length: 11 }, (_, tenth) => tenth / 10)

export const questions = {
  scenario: {
    path: 'scenarios',
    summary: 'What a scenario buys: crossings without it and with it, and the delay',
    body: z.strictObject({ ...asking(10_000), scenario: refusing })
  },
  curves: {
    path: 'curves',
    summary: 'Delay against the share that refuses, for several populations',
    body: z.strictObject({
      ...asking(2_000),
      scenario,
      populations,
      shares: z.array(number).min(1).max(101).default(elevenShares)
    })
  },
  requiredShare: {
    path: 'required-shares',
    summary: 'The smallest share that must refuse for the delay, or that none suffices',
    body: z.strictObject({ ...asking(2_000), scenario, populations, probability })
  },
  portfolio: {
    path: 'portfolios',
    summary: 'The cheapest mix of levers that reaches the delay with a probability, at prices that you set',
    body: z.strictObject({
      ...asking(4_000),
      menu: z.strictObject({
        full: Scenario.meta({ description: 'What the full use (1) of each lever is' }),
        prices: z.partialRecord(z.enum(leverNames), number).meta({
          description: 'Price of the full use of each lever, in any one unit; a lever without one is not used'
        })
      }),
      probability
    })
  },
  fan: {
    path: 'fans',
    summary: 'How the frontier’s effective compute grows, without the scenario and with it',
    body: z.strictObject({
      ...asking(2_000),
      scenario: refusing,
      shownYears: number.default(15).meta({ description: 'From the start' })
    })
  },
  waterfall: {
    path: 'waterfalls',
    summary: 'From the naive expectation to the answer, one mechanism at a time',
    body: z.strictObject({ ...asking(4_000), scenario: refusing })
  },
  careless: {
    path: 'careless-gains',
    summary: 'Whether a generic careless group gains, in each group’s place in turn',
    body: z.strictObject({ ...asking(4_000), scenario: refusing })
  },
  whoFirst: {
    path: 'first-crossings',
    summary: 'Who crosses first, as far as it does not hang on what a group discloses',
    body: z.strictObject({ ...asking(2_000), scenario })
  },
  believe: {
    path: 'beliefs',
    summary: 'What you would have to believe for the scenario to buy the delay',
    body: z.strictObject({
      ...asking(4_096),
      scenario: refusing,
      movable: z.array(Parameter).max(26).optional().meta({ description: 'Beliefs that may change; all if left out' })
    })
  },
  twoBeliefs: {
    path: 'comparisons',
    summary: 'Two sets of beliefs side by side, and which of them carry the difference',
    body: z.strictObject({
      ...asking(2_048),
      scenario: refusing,
      other: z.partialRecord(Parameter, Distribution).meta({ description: 'In place of those of the race, one by one' })
    })
  },
  sensitivity: {
    path: 'sensitivities',
    summary: 'Sobol indices of the delay: which beliefs its spread rests on',
    body: z.strictObject({ ...asking(4_096), scenario: refusing })
  },
  norm: {
    path: 'norms',
    summary: 'What share refuses when each waits for others, openly and under sealed pledges, and what that buys',
    body: z.strictObject({
      ...asking(4_000),
      scenario,
      who: Population.default('leading'),
      norm: z.strictObject({
        mean: number.meta({ description: 'Mean of the share of peers that must refuse before one does' }),
        spread: number,
        seedShare: number.default(0),
        pledgingShare: number.default(1)
      })
    })
  },
  claim: {
    path: 'claims',
    summary: 'Whether a claim of the debate holds in this race, and what it turns on',
    body: z.strictObject({
      ...asking(claimDraws),
      id: z.string().max(100).meta({ description: 'Which claim, such as a-fifth-buys-five-years' })
    })
  },
  approaches: {
    path: 'approaches',
    summary: 'Culture, regulation and technology side by side, each from when it can begin',
    body: z.strictObject({
      ...asking(512),
      approaches: z
        .array(Approach)
        .min(1)
        .max(10)
        .default([...usualApproaches] as z.output<typeof Approach>[])
    })
  }
} as const
