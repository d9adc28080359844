/**
 * Which race exactly? A request leaves much to the register and to what ships; here that is filled in and pinned, so that
 * the answer can be worked out again to the last digit.
 */
import { type StartingField, startingGroups } from '@frown/core/forecast'
import { type AsOf, dayOf } from '@frown/core/register'
import { type FrownError, fail, ok, type Result } from '@frown/core/shared'
import { checkSetup, distributionsOf, invalid, kernelVersion, type RaceSetup } from '@frown/core/simulation'
import type { z } from 'zod'
import { type Reading, type RegisterContext, readAsOf } from '../register/answering.ts'
import { shippedBeliefs } from './beliefs.ts'
import type { Race } from './questions.ts'

/** What a result rests on. */
export interface Pins {
  readonly asOf: AsOf
  readonly registerVersion: number
  readonly beliefsVersion: string
  readonly kernelVersion: string
  /** What the request gave in place of what ships. */
  readonly ownParameters: readonly string[]
  readonly ownGroups: boolean
}

export interface PinnedRace {
  readonly setup: RaceSetup
  readonly pins: Pins
}

/** Errors: forecast/invalid, forecast/unknown-group. */
export function pinRace(context: RegisterContext, race: z.output<typeof Race>): Result<PinnedRace> {
  const today = dayOf(context.now())
  for (const name of ['startOn', 'knownOn'] as const) {
    const day = race[name]
    if (day !== undefined && day > today)
      return fail(
        invalid(`race.${name}`, `is ${day}, of which nothing is known yet.`, `Give ${today} or an earlier day.`)
      )
  }
  const reading = readAsOf(context, { knownOn: race.knownOn, trueOn: race.startOn })
  const { asOf, answered } = reading
  const beliefs = shippedBeliefs()
  const shipped = distributionsOf(beliefs)
  if (!shipped.ok) throw new Error(shipped.error.detail)
  const field = race.groups ? null : registerField(reading)
  if (field && !field.ok) return fail(within('race', field.error))
  const groups = field ? field.value.starts.map(({ group }) => group) : race.groups
  const own = { ...race.parameters }
  if (race.thresholdFlop !== undefined) {
    if (!(race.thresholdFlop >= leastThresholdFlop && race.thresholdFlop <= mostThresholdFlop))
      return fail(
        invalid(
          'race.thresholdFlop',
          `is ${race.thresholdFlop}.`,
          `Give FLOP from ${leastThresholdFlop} to ${mostThresholdFlop}, such as 1e31.`
        )
      )
    // The kernel takes the logarithm, so that it is the same everywhere.
    own.lnThresholdFlop = { kind: 'logOf', of: { kind: 'constant', value: race.thresholdFlop } }
  }
  const setup = {
    groups,
    parameters: { ...shipped.value, ...own },
    horizonYears: race.horizonYears,
    seed: race.seed
  } as RaceSetup
  const checked = checkSetup(setup)
  if (!checked.ok) return fail(within('race', checked.error))
  return ok({
    setup,
    pins: {
      asOf,
      registerVersion: answered.registerVersion,
      beliefsVersion: beliefs.version,
      kernelVersion,
      ownParameters: Object.keys(own),
      ownGroups: race.groups !== undefined
    }
  })
}

/** Well within what the model runs with. */
const leastThresholdFlop = 1e9
const mostThresholdFlop = 1e100

const within = (where: string, { detail, place, ...rest }: FrownError): FrownError => ({
  ...rest,
  detail: place && detail.startsWith(place) ? `${where}.${detail}` : detail,
  place: place === undefined ? where : `${where}.${place}`
})

/** The shipped groups as the register has them on the days of the reading. Errors: forecast/invalid, forecast/unknown-group. */
export function registerField({ view, asOf }: Pick<Reading, 'view' | 'asOf'>): Result<StartingField> {
  const field = startingGroups(view, shippedBeliefs().groups)
  if (field.ok || field.error.code !== 'forecast/unknown-group') return field
  const { code, detail } = field.error
  return fail({
    code,
    detail: `${detail.replace(/\.$/, '')}, from what was known on ${asOf.knownOn}.`,
    place: 'startOn',
    remedy: 'Give later days, or groups of your own.'
  })
}
