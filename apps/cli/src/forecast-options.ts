/**
 * What may follow the flags of forecasts. A value of the wrong form is refused here, before any store is opened.
 */
import { readFileSync } from 'node:fs'
import { type Command, Option } from 'commander'
import type { components } from './api/schema.ts'
import { countOption, dayOption, flopOption, idsOption, jsonOption } from './options.ts'
import { misuse } from './refusal.ts'

export type Scenario = components['schemas']['ScenarioInput']
export type Race = components['schemas']['RaceInput']
type Population = 'leading' | 'everyone' | string[]

const flagOf = (flags: string): string => flags.split(' ')[0] ?? flags

/** `20%` or `0.2`. */
export function shareOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(text => {
    const percent = /^(\d+(?:\.\d+)?)%$/.exec(text)?.[1]
    const share =
      percent === undefined ? (/^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN) : Number(percent) / 100
    if (!(share >= 0 && share <= 1))
      throw misuse(`"${text}" is not a share`, flagOf(flags), 'Write one such as 20% or 0.2, from 0% to 100%')
    return share
  })
}

export function numberOption(flags: string, description: string, least: number, most: number): Option {
  return new Option(flags, description).argParser(text => {
    const value = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
    if (!(value >= least && value <= most))
      throw misuse(`"${text}" is not a number from ${least} to ${most}`, flagOf(flags), 'Write one such as 5 or 0.5')
    return value
  })
}

const wholeOption = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(text => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
    if (!(value <= 0xffffffff))
      throw misuse(`"${text}" is not a seed`, flagOf(flags), 'Write a whole number from 0 to 4294967295')
    return value
  })

/** What `addRaceOptions` and `addScenarioOptions` give. */
export interface ForecastOptions {
  readonly refuse?: number
  readonly who?: readonly string[]
  readonly ramp?: number
  readonly investors?: number
  readonly close?: readonly string[]
  readonly cap?: number
  readonly small?: number
  readonly delay: number
  readonly threshold?: number
  readonly horizon?: number
  readonly draws?: number
  readonly seed?: number
  readonly start?: string
  readonly knownOn?: string
  readonly parameters?: string
  readonly json?: boolean
}

/** Which race, how many draws of it, which delay counts. */
export function addRaceOptions(command: Command): Command {
  return command
    .addOption(numberOption('--delay <years>', 'the delay that counts', 0, 200).default(5))
    .addOption(
      flopOption('--threshold <flop>', 'effective compute that counts as crossing (default: as believed, 1e29–1e35)')
    )
    .addOption(dayOption('--start <day>', 'day on which the race starts (default: today)'))
    .addOption(dayOption('--known-on <day>', 'what the register knew on that day (default: today)'))
    .addOption(numberOption('--horizon <years>', 'how far the race is followed (default: 40)', 1, 200))
    .option('--parameters <file>', 'beliefs of your own: a JSON object of distributions by name, or a whole set')
    .addOption(countOption('--draws <n>', 'draws of the parameters'))
    .addOption(wholeOption('--seed <s>', 'seed of the draws (default: 1)'))
    .addOption(jsonOption())
}

/** What is done about the race. */
export function addScenarioOptions(command: Command): Command {
  return command
    .addOption(
      idsOption('--who <groups...>', 'who is asked: leading, everyone, or ids of groups').default(undefined, 'leading')
    )
    .addOption(numberOption('--ramp <years>', 'years over which they leave; 0: at once (default: 1)', 0, 200))
    .addOption(numberOption('--investors <share>', 'how far investors follow those who refuse, 0–1', 0, 1))
    .addOption(idsOption('--close <groups...>', 'groups that close at the start'))
    .addOption(
      flopOption(
        '--cap <flop>',
        'a cap on training runs of the leading groups, evaded by a factor of 2 that grows by a third a year'
      )
    )
    .addOption(numberOption('--small <share>', 'part of spending growth that small models take, −1 to 1', -1, 1))
}

export const refuseOption = (): Option =>
  shareOption('--refuse <share>', 'share of their researchers that refuses, such as 20%')

/** `leading`, `everyone`, or ids. */
export function populationOf(who: readonly string[] | undefined): Population {
  const [first = 'leading', ...others] = who ?? []
  if (others.length === 0 && (first === 'leading' || first === 'everyone')) return first
  return [first, ...others]
}

export function scenarioOf(options: ForecastOptions, share = options.refuse): Scenario {
  const { who, ramp = 1, investors, close, cap, small } = options
  return {
    ...(share !== undefined && { refusal: { who: populationOf(who), share, startYears: 0, rampYears: ramp } }),
    ...(investors !== undefined && { investorFrown: investors }),
    ...(close && { shutdown: { who: [...close], startYears: 0 } }),
    ...(cap !== undefined && {
      cap: { flop: cap, startYears: 0, covered: 'leading' as const, evasion: 2, evasionGrowth: 0.3 }
    }),
    ...(small !== undefined && { smallModels: { substitution: small, startYears: 0, rampYears: 2 } })
  }
}

export function raceOf({ threshold, start, knownOn, horizon, seed, parameters }: ForecastOptions): Race {
  return {
    ...(start && { startOn: start }),
    ...(knownOn && { knownOn }),
    ...(threshold !== undefined && { thresholdFlop: threshold }),
    ...(horizon !== undefined && { horizonYears: horizon }),
    ...(seed !== undefined && { seed }),
    ...(parameters !== undefined && { parameters: parametersIn(parameters) })
  } as Race
}

/** A file's beliefs: `{name: distribution}`, by itself or under `parameters`, or a list there of `{name, distribution}`. */
export function parametersIn(file: string): NonNullable<Race['parameters']> {
  const content = jsonIn(file)
  const listed = (content as { parameters?: unknown }).parameters
  if (!Array.isArray(listed)) return (listed ?? content) as NonNullable<Race['parameters']>
  return Object.fromEntries(
    listed.map((entry: unknown, index) => {
      const { name, distribution } = (entry ?? {}) as { name?: unknown; distribution?: unknown }
      if (typeof name !== 'string' || distribution === undefined)
        throw misuse(`Entry ${index + 1} has no name or no distribution`, file, 'Give each {"name", "distribution"}')
      return [name, distribution]
    })
  ) as NonNullable<Race['parameters']>
}

/** The object in a JSON file; `-` is standard input. */
export function jsonIn(file: string): object {
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const why =
      code === 'ENOENT'
        ? 'There is no such file'
        : code === 'EISDIR'
          ? 'This is a directory, not a file'
          : String((error as Error).message)
    throw misuse(why, file)
  }
  try {
    const content: unknown = JSON.parse(text)
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content
  } catch (error) {
    throw misuse(`This is not JSON: ${(error as Error).message}`, file)
  }
  throw misuse('This is JSON, but no object', file)
}
