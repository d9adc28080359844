/**
 * What may follow a flag. A value of the wrong form is refused here, before any store is opened.
 */
import { parseDay, parseInstant } from '@frown/core/register'
import { Option } from 'commander'
import { misuse } from './refusal.ts'

const flagOf = (flags: string): string => flags.split(' ')[0] ?? flags

export function dayOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(text => {
    if (parseDay(text) === undefined) {
      throw misuse(`"${text}" is not a day`, flagOf(flags), 'Write a day of the calendar as YYYY-MM-DD')
    }
    return text
  })
}

export function instantOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(text => {
    const instant = parseInstant(text)
    if (instant === undefined) {
      throw misuse(`"${text}" is not an instant`, flagOf(flags), 'Write YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ')
    }
    return instant
  })
}

export function flopOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(text => {
    const flop = /^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
    if (!Number.isFinite(flop)) {
      throw misuse(`"${text}" is not an amount of computing`, flagOf(flags), 'Write a number of FLOP, such as 1e25')
    }
    return flop
  })
}

export function countOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(text => {
    const count = /^\d+$/.test(text) ? Number(text) : 0
    if (!Number.isSafeInteger(count) || count < 1) {
      throw misuse(`"${text}" is not a count`, flagOf(flags), 'Write a whole number above zero')
    }
    return count
  })
}

/** `openai,anthropic xai` and repeated flags all say the same. */
export function idsOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text, before: readonly string[] | undefined) => {
    const ids = text
      .split(',')
      .map(id => id.trim())
      .filter(id => id !== '')
    if (ids.length === 0) throw misuse(`"${text}" names no group`, flagOf(flags), 'Write one or more ids')
    return [...(before ?? []), ...ids]
  })
}

export const knownOnOption = (): Option =>
  dayOption('--known-on <day>', 'what this register knew on that day (default: today)')
export const trueOnOption = (): Option =>
  dayOption('--true-on <day>', 'what was true of the world on that day (default: today)')
export const jsonOption = (): Option => new Option('--json', 'one JSON document on standard output')

/** What `knownOnOption` and `trueOnOption` give. */
export interface AsOfOptions {
  readonly knownOn?: string
  readonly trueOn?: string
}
