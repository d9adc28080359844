import type { Instant } from '@frown/core/register'

/** The clock of the machine; everything below main takes it as a parameter. */
export const machineClock = (): Instant => new Date().toISOString() as Instant
