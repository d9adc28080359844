/**
 * What may follow the flags of forecasts. A value of the wrong form is refused here, before any store is opened.
 */

import type { FrownError } from '@frown/core/shared'
import { type Command, Option } from 'commander'
import type { components } from './api/schema.ts'
import { textOfFile } from './file-text.ts'
import { countOption, dayOption, flopOption, idsOption, jsonOption } from './options.ts'
import { misuse, Refusal, refusedWith } from './refusal.ts'

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

function numberOption(flags: string, description: string, least: number, most: number): Option {
  return new Option(flags, description).argParser(text => {
    const value = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
    if (!(value >= least && value <= most))
      throw misuse(
        `"${text}" is not a number from ${signed(least)} to ${most}`,
        flagOf(flags),
        'Write one such as 5 or 0.5'
      )
    return value
  })
}

const signed = (number: number): string => String(number).replace('-', '−')

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
    .addOption(idsOption('--who <groups...>', 'who is asked: leading, everyone, or ids of groups (default: leading)'))
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
  shareOption(
    '--refuse <share>',
    'share of their researchers that refuses (default: 20%, or none where only --close, --cap or --small is given)'
  )

const usualRefusedShare = 0.2

/** The share that refuses: as given, a fifth if nothing else is asked for, none if only something else is. */
export function refusedShare(options: ForecastOptions): number | undefined {
  const { refuse, who, ramp, investors } = options
  const isRefusal = who !== undefined || ramp !== undefined || investors !== undefined
  return refuse ?? (isElse(options) && !isRefusal ? undefined : usualRefusedShare)
}

/** Whether anything is done that needs nobody to refuse. */
export const isElse = ({ close, cap, small }: ForecastOptions): boolean =>
  close !== undefined || cap !== undefined || small !== undefined

/** `leading`, `everyone`, or ids. */
export function populationOf(who: readonly string[] | undefined): Population {
  const [first, ...others] = who ?? ['leading']
  if (others.length === 0 && (first === 'leading' || first === 'everyone')) return first
  return [...(who ?? [])]
}

/** What the options do, with the share that refuses; undefined: nobody is asked to. */
export function scenarioOf(options: ForecastOptions, share: number | undefined): Scenario {
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

/** Reads the file of `--parameters`, if there is one. */
export async function raceOf(options: ForecastOptions): Promise<Race> {
  const { threshold, start, knownOn, horizon, seed, parameters } = options
  return {
    ...(start && { startOn: start }),
    ...(knownOn && { knownOn }),
    ...(threshold !== undefined && { thresholdFlop: threshold }),
    ...(horizon !== undefined && { horizonYears: horizon }),
    ...(seed !== undefined && { seed }),
    ...(parameters !== undefined && { parameters: await parametersIn(parameters) })
  } as Race
}

/** What is asked of one scenario: the race, what the options do to it, the delay that counts. */
export async function questionOf(options: ForecastOptions) {
  const { delay: delayYears, draws } = options
  const scenario = scenarioOf(options, refusedShare(options))
  return { race: await raceOf(options), delayYears, scenario, ...(draws !== undefined && { draws }) }
}

/** A file's beliefs: `{name: distribution}`, by itself or under `parameters`, or a list there of `{name, distribution}`. */
export async function parametersIn(file: string): Promise<NonNullable<Race['parameters']>> {
  const content = await jsonIn(file)
  const listed = (content as { parameters?: unknown }).parameters
  if (!Array.isArray(listed)) return (listed ?? content) as NonNullable<Race['parameters']>
  const names = new Set<string>()
  return Object.fromEntries(
    listed.map((entry: unknown, index) => {
      const { name, distribution } = (entry ?? {}) as { name?: unknown; distribution?: unknown }
      if (typeof name !== 'string' || distribution === undefined)
        throw misuse(`Entry ${index + 1} has no name or no distribution`, file, 'Give each {"name", "distribution"}')
      if (names.has(name)) throw misuse(`"${name}" is there twice`, file, 'Give each parameter once')
      names.add(name)
      return [name, distribution]
    })
  ) as NonNullable<Race['parameters']>
}

const jsonFile = {
  bytes: 24 * 1024 * 1024,
  longer: 'longer than 24 MiB, which is more than is taken at once',
  remedy: 'Give it in parts'
}

/** The object in a JSON file; `-` is standard input. */
export async function jsonIn(file: string): Promise<object> {
  const text = await textOfFile(file, jsonFile, 'Give the path of a JSON file')
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    throw misuse(
      `This is not JSON: ${(error as Error).message}`,
      file,
      'A JSON object is wanted; --help shows its form'
    )
  }
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content
  const what = Array.isArray(content) ? 'a list' : content === null ? 'null' : `a ${typeof content}`
  throw misuse(`This is ${what}`, file, 'A JSON object is wanted; --help shows its form')
}

const flagOfPlace: readonly (readonly [RegExp, string])[] = [
  [/^race\.startOn$/, '--start'],
  [/^race\.knownOn$/, '--known-on'],
  [/^race\.horizonYears$/, '--horizon'],
  [/^race\.seed$/, '--seed'],
  [/^race\.thresholdFlop$/, '--threshold'],
  [/^delayYears$/, '--delay'],
  [/\.refusal\.who|^populations/, '--who'],
  [/\.refusal\.share$|^shares/, '--refuse'],
  [/\.refusal\.rampYears$/, '--ramp'],
  [/\.investorFrown$/, '--investors'],
  [/\.shutdown/, '--close'],
  [/\.cap/, '--cap'],
  [/\.smallModels/, '--small'],
  [/^menu\.prices/, '--price']
]

/** Does `work`; the API names places of its body, and here they are flags, or places in the file of `--parameters`. */
export async function inFlags(options: ForecastOptions, work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (thrown) {
    const error = refusedWith(thrown)
    throw error?.place === undefined ? thrown : new Refusal(flagged(error, error.place, options))
  }
}

function flagged(error: FrownError, place: string, { parameters, start, knownOn }: ForecastOptions): FrownError {
  const [, belief] = /^race\.parameters\.(.*)$/.exec(place) ?? []
  const flag =
    place === 'race.startOn' && start === undefined && knownOn !== undefined
      ? '--known-on'
      : flagOfPlace.find(([pattern]) => pattern.test(place))?.[1]
  if (belief !== undefined && parameters !== undefined) return placed(error, place, belief, parameters)
  return flag === undefined ? error : placed(error, place, flag, flag)
}

/** The error with `place` called `name` in its sentence, and told as being at `where`. */
export const placed = (error: FrownError, place: string, name: string, where: string): FrownError => ({
  ...error,
  detail: error.detail.startsWith(place) ? `${name}${error.detail.slice(place.length)}` : error.detail,
  place: where
})
