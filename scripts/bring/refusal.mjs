/**
 * How the scripts speak: one line for each thing done, and a sentence with the remedy when it cannot be done.
 *
 * Everything goes to stderr, so that what a command reports on stdout stays clean.
 */

/** Something the scripts cannot do, in words for people. */
export class Refusal extends Error {
  constructor(what, remedy) {
    super(what)
    this.remedy = remedy
  }
}

export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Runs `main`; a refusal is told in two lines and ends with `exitCode`, any other fault in one (with its trace when FROWN_DEBUG is set). */
export async function orRefuse(main, exitCode = 1) {
  try {
    await main()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    if (error instanceof Refusal && error.remedy) say(error.remedy)
    if (process.env.FROWN_DEBUG && error instanceof Error) say(error.stack ?? '')
    process.exit(exitCode)
  }
}
