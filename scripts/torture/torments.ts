/** The torments there are, by name. */
import { disk } from './disk.ts'
import { kill } from './kill.ts'
import { malformed } from './malformed.ts'
import { postgres } from './postgres.ts'
import { rollback } from './rollback.ts'
import type { Torment } from './torment.ts'

export const torments: Readonly<Record<string, Torment>> = { malformed, rollback, disk, postgres, kill }
