/**
 * Which race exactly? A request leaves much to the register and to what ships; here that is filled in and pinned, so that
 * the answer can be worked out again to the last digit.
 */
import { type Start, startingGroups } from '@frown/core/forecast'
import type { AsOf } from '@frown/core/register'
import { fail, ok, type Result } from '@frown/core/shared'
import {
  checkSetup,
  distributionsOf,
  invalid,
  kernelVersion,
  type RaceSetup,
  type StartingGroup
} from '@frown/core/simulation'
import type { z } from 'zod'
import { type RegisterContext, readAsOf } from '../register/answering.ts'
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
  const { asOf, answered } = readAsOf(context, { knownOn: race.knownOn, trueOn: race.startOn })
  const beliefs = shippedBeliefs()
  const shipped = distributionsOf(beliefs)
  if (!shipped.ok) throw new Error(shipped.error.detail)
  const groups = race.groups ? ok<readonly StartingGroup[]>(race.groups) : registerGroups(context, asOf)
  if (!groups.ok) return groups
  const own = { ...race.parameters }
  if (race.thresholdFlop !== undefined) {
    if (!(race.thresholdFlop > 0))
      return fail(invalid('race.thresholdFlop', `is ${race.thresholdFlop}.`, 'Give a number of FLOP, such as 1e31.'))
    // The kernel takes the logarithm, so that it is the same everywhere.
    own.lnThresholdFlop = { kind: 'logOf', of: { kind: 'constant', value: race.thresholdFlop } }
  }
  const setup = {
    groups: groups.value,
    parameters: { ...shipped.value, ...own },
    horizonYears: race.horizonYears,
    seed: race.seed
  } as RaceSetup
  const checked = checkSetup(setup)
  if (!checked.ok) return checked
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

function registerGroups(context: RegisterContext, asOf: AsOf): Result<readonly StartingGroup[]> {
  const starts = registerStarts(context, asOf)
  return starts.ok ? ok(starts.value.map(({ group }) => group)) : starts
}

/** The shipped groups as the register has them on these days. */
export function registerStarts(context: RegisterContext, asOf: AsOf): Result<readonly Start[]> {
  const { view } = readAsOf(context, asOf)
  const field = startingGroups(view, shippedBeliefs().groups)
  return field.ok ? ok(field.value.starts) : field
}
