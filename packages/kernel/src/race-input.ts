/**
 * What a race is run with. docs/forecast.md says what each of it means and where it enters.
 */

/** In the order in which the kernel holds them. Units: docs/forecast.md, "Parameters". */
export const parameterNames = [
  'spendGrowth',
  'hardwareGrowth',
  'durationGrowth',
  'durationYears',
  'algorithmGrowth',
  'returns',
  'labourShareOfInput',
  'substitution',
  'labourGrowth',
  'automationSlope',
  'lnAutomationFlop',
  'abilitySpread',
  'abilityCorrelation',
  'backfillShare',
  'backfillQuality',
  'backfillYears',
  'transferShare',
  'transferYears',
  'complementarity',
  'catchUp',
  'lnSpendCapUsd',
  'economyGrowth',
  'investorResponse',
  'scaleUpLabour',
  'speedLimit',
  'lnThresholdFlop'
] as const
export type ParameterName = (typeof parameterNames)[number]

/** One value of each parameter: a draw. */
export type ParameterValues = Readonly<Record<ParameterName, number>>

/** Ends of an interval; equal where the value is taken as known. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** A group at the start of the race. */
export interface RaceGroup {
  /** Its largest training run so far, drawn log-uniformly from this interval. */
  readonly computeFlop: Range
  /** The cost of that run: at either end of `computeFlop` what a run of that size costs. */
  readonly runCostUsd: Range
  /** Its part of the field's research labour, in any unit: shares are made to sum to 1. */
  readonly labourShare: number
  /** 0–1: the part of its results that reaches others. */
  readonly openness: number
  /** Algorithmic efficiency against the frontier's, natural logarithm. */
  readonly lnAlgorithms: number
  /** 0–1: regard for safety, as assumed. */
  readonly care: number
}

/** What is done about the race. All lists have a place for each group; what is absent is not done. */
export interface Levers {
  readonly refusal?:
    | {
        /** 0–1, the share of each group's people that refuses. */
        readonly share: readonly number[]
        readonly startYears: number
        /** 0: all at once. */
        readonly rampYears: number
      }
    | undefined
  /** 0–1: how far investors side with those who refuse. */
  readonly investorFrown?: number | undefined
  readonly ostracism?:
    | {
        /** 0–1: how much of the others' results still reaches each group; 1: all. */
        readonly access: readonly number[]
        readonly startYears: number
      }
    | undefined
  readonly shutdown?: { readonly groups: readonly boolean[]; readonly startYears: number } | undefined
  readonly cap?:
    | {
        readonly flop: number
        readonly startYears: number
        readonly covered: readonly boolean[]
        /** At least 1: how many times the cap a run reaches that evades it. */
        readonly evasion: number
        /** Growth of `evasion`, natural logarithm per year. */
        readonly evasionGrowth: number
      }
    | undefined
  readonly smallModels?:
    | {
        /** −1 to 1: the part of spending growth that goes elsewhere; negative: demand grows instead. */
        readonly substitution: number
        readonly startYears: number
        readonly rampYears: number
      }
    | undefined
}
