/**
 * Where the host puts what a chunk needs and finds what came out. A row has a number for every draw of the chunk.
 *
 * The host knows this through `src/layout.ts`, which reads the exported addresses.
 */
export const mostDraws: i32 = 256
export const mostGroups: i32 = 16
export const parameterCount: i32 = 26

const row: usize = 256 * 8

/** Rows: one a parameter, in the order of `Parameter`. */
export const parameters: usize = memory.data(26 * 256 * 8, 16)
/** Rows, one a group: ln FLOP of its largest run at the start, ln USD of that run's cost. */
export const lnCompute: usize = memory.data(16 * 256 * 8, 16)
export const lnCost: usize = memory.data(16 * 256 * 8, 16)
/** Row: what each draw's refusing shares are multiplied with. */
export const shareScale: usize = memory.data(256 * 8, 16)

/** One number a group. */
export const labourShare: usize = memory.data(16 * 8, 16)
export const openness: usize = memory.data(16 * 8, 16)
export const lnAlgorithms: usize = memory.data(16 * 8, 16)
export const care: usize = memory.data(16 * 8, 16)
/** Levers, one number a group; `closes` and `covered` are 0 or 1. */
export const refusingShare: usize = memory.data(16 * 8, 16)
export const access: usize = memory.data(16 * 8, 16)
export const closes: usize = memory.data(16 * 8, 16)
export const covered: usize = memory.data(16 * 8, 16)
/** Levers of the whole field, in the order of `FieldLever`. */
export const fieldLevers: usize = memory.data(16 * 8, 16)

/** Rows, one a group: years from the start to its crossing; ∞: not within the horizon. */
export const crossingYears: usize = memory.data(16 * 256 * 8, 16)
/** Row: years from the start until the speed limit first bound; ∞: never. */
export const limitedYears: usize = memory.data(256 * 8, 16)

/** Rows, one a sample in time: ln of the largest effective compute of any group that is not shut; −∞ where all are. */
export const lnFrontier: usize = memory.data(201 * 256 * 8, 16)

/** Distributions as numbers (distribution.ts), where each variable's begins, and its seed and shift. */
export const programs: usize = memory.data(2048 * 8, 16)
export const programAt: usize = memory.data(42 * 4, 16)
export const seeds: usize = memory.data(42 * 4, 16)
export const shifts: usize = memory.data(42 * 8, 16)
/** Per group: ends of the interval of its largest run (FLOP) and of its cost (USD). */
export const groupIntervals: usize = memory.data(16 * 4 * 8, 16)

export enum Parameter {
  spendGrowth, hardwareGrowth, durationGrowth, durationYears, algorithmGrowth, returns, labourShareOfInput,
  substitution, labourGrowth, automationSlope, lnAutomationFlop, abilitySpread, abilityCorrelation, backfillShare,
  backfillQuality, backfillYears, transferShare, transferYears, complementarity, catchUp, lnSpendCapUsd,
  economyGrowth, investorResponse, scaleUpLabour, speedLimit, lnThresholdFlop
}

export enum FieldLever {
  refuses, refusalStartYears, refusalRampYears, investorFrown, accessStartYears, shutdownStartYears,
  caps, lnCapFlop, capStartYears, capEvasionGrowth, smallSubstitution, smallStartYears, smallRampYears
}

// @ts-ignore: decorator
@inline export function rowAt(rows: usize, index: i32): usize { return rows + <usize>index * row }
// @ts-ignore: decorator
@inline export function groupNumber(numbers: usize, group: i32): f64 { return load<f64>(numbers + (<usize>group << 3)) }
// @ts-ignore: decorator
@inline export function fieldLever(which: FieldLever): f64 { return load<f64>(fieldLevers + (<usize>which << 3)) }
