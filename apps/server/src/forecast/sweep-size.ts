/**
 * How much work a sweep is, and with which program it must be done.
 */
import { kernelVersion, type SweepPlan } from '@frown/core/simulation'
import packageFile from '../../package.json' with { type: 'json' }

/** Processes of one version give the same bits. */
export const sweepVersion = `${packageFile.version}-${kernelVersion}`

/** A required share is looked for eleven times, then halved in on. */
const runsOfRequiredShare = 20

export const runsPerDraw = (plan: SweepPlan): number =>
  plan.kind === 'crossing' ? plan.scenarios.length : runsOfRequiredShare
