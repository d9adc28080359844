/**
 * Every question that can be put to the race, as data, and the one way to have it answered.
 */
import { type FrownError, fail, ok, type Result } from '../shared/index.ts'
import {
  invalid,
  type Kernel,
  type ParameterName,
  type ParameterSet,
  type Population,
  type RaceSetup,
  type Scenario
} from '../simulation/index.ts'
import { answerScenario } from './answer.ts'
import { type Approach, compareApproaches } from './approaches.ts'
import { believe } from './believe.ts'
import { carelessGain } from './careless.ts'
import { claimAnswer, claims } from './claims.ts'
import { delayCurves } from './curve.ts'
import { frontierFan } from './fan.ts'
import { answerNorm, type Norm } from './norm-answer.ts'
import { cheapestMix, type Menu } from './portfolio.ts'
import type { Asked, Tools } from './question.ts'
import { requiredShares } from './required-share.ts'
import { sensitivityOf } from './sensitivity.ts'
import { twoBeliefs } from './two-beliefs.ts'
import { waterfall } from './waterfall.ts'
import { whoFirst } from './who-first.ts'

export type Question =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | {
      readonly kind: 'curves'
      readonly scenario: Scenario
      readonly populations: readonly Population[]
      readonly shares: readonly number[]
    }
  | {
      readonly kind: 'requiredShare'
      readonly scenario: Scenario
      readonly populations: readonly Population[]
      readonly probability: number
    }
  | { readonly kind: 'portfolio'; readonly menu: Menu; readonly probability: number }
  | { readonly kind: 'fan'; readonly scenario: Scenario; readonly shownYears: number }
  | { readonly kind: 'waterfall'; readonly scenario: Scenario }
  | { readonly kind: 'careless'; readonly scenario: Scenario }
  | { readonly kind: 'whoFirst'; readonly scenario: Scenario }
  | {
      readonly kind: 'believe'
      readonly scenario: Scenario
      readonly movable: readonly ParameterName[]
      readonly set?: ParameterSet | undefined
    }
  | { readonly kind: 'twoBeliefs'; readonly scenario: Scenario; readonly other: RaceSetup['parameters'] }
  | { readonly kind: 'sensitivity'; readonly scenario: Scenario }
  | { readonly kind: 'norm'; readonly norm: Norm; readonly who: Population; readonly scenario: Scenario }
  /** One of `claims`, by its id. */
  | { readonly kind: 'claim'; readonly id: string }
  | { readonly kind: 'approaches'; readonly approaches: readonly Approach[] }

export type QuestionKind = Question['kind']

const knownClaims = `The claims are ${claims.map(({ id }) => id).join(', ')}.`

const answers = {
  scenario: (asked, { scenario }, tools) => answerScenario(asked, scenario, tools),
  curves: (asked, { scenario, populations, shares }, tools) => delayCurves(asked, scenario, populations, shares, tools),
  requiredShare: (asked, { scenario, populations, probability }, tools) =>
    requiredShares(asked, scenario, populations, probability, tools),
  portfolio: (asked, { menu, probability }, tools) => cheapestMix(asked, menu, probability, tools),
  fan: (asked, { scenario, shownYears }, tools) => frontierFan(asked, scenario, shownYears, tools),
  waterfall: (asked, { scenario }, tools) => waterfall(asked, scenario, tools),
  careless: (asked, { scenario }, tools) => carelessGain(asked, scenario, tools),
  whoFirst: (asked, { scenario }, tools) => whoFirst(asked, scenario, tools),
  believe: (asked, { scenario, movable, set }, tools) => believe(asked, scenario, { movable, set }, tools),
  twoBeliefs: (asked, { scenario, other }, tools) => twoBeliefs(asked, scenario, other, tools),
  sensitivity: (asked, { scenario }, tools) => sensitivityOf(asked, scenario, tools),
  norm: (asked, { norm, who, scenario }, tools) => answerNorm(asked, norm, who, scenario, tools),
  claim: async (asked, { id }, tools) => {
    const claim = claims.find(known => known.id === id)
    return claim ? claimAnswer(claim, asked, tools) : fail(invalid('id', `is "${id}", which is no claim.`, knownClaims))
  },
  approaches: (asked, { approaches }, tools) => compareApproaches(asked, approaches, tools)
} as const satisfies {
  [K in QuestionKind]: (
    asked: Asked,
    question: Extract<Question, { kind: K }>,
    tools: Tools
  ) => Promise<Result<unknown, FrownError>>
}

/** What a question of this kind is answered with. */
export type AnswerTo<K extends QuestionKind> = Extract<Awaited<ReturnType<(typeof answers)[K]>>, { ok: true }>['value']

/** JSON-serialisable. Errors: forecast/invalid, forecast/unknown-group, forecast/over-budget. */
export function answerQuestion<K extends QuestionKind>(
  asked: Asked,
  question: Extract<Question, { kind: K }>,
  tools: Tools
): Promise<Result<AnswerTo<K>>> {
  const answer = answers[question.kind] as unknown as (
    asked: Asked,
    question: Question,
    tools: Tools
  ) => Promise<Result<AnswerTo<K>>>
  return answer(asked, question, tools)
}

const wouldRun = new Error('the question can be asked')

/** Whether the question can be asked, without working it out. Errors: those of `answerQuestion`. */
export async function checkQuestion(asked: Asked, question: Question, kernel: Kernel): Promise<Result<null>> {
  try {
    const sweep = () => Promise.reject(wouldRun)
    const answer = await answerQuestion(asked, question, { kernel, sweep })
    return answer.ok ? ok(null) : answer
  } catch (thrown) {
    if (thrown === wouldRun) return ok(null)
    throw thrown
  }
}
