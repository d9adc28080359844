import { makeSigningKey } from '@frown/crypto/log'
import type { Database } from '../platform/database.ts'
import type { CheckpointFile } from './checkpoint-file.ts'
import { type Log, openLog } from './log.ts'

export const testKey = makeSigningKey('test.example/log', new Uint8Array(32).fill(7))

/** The log of `database`, signed with the key of tests. */
export const testLog = (database: Database, remembered: CheckpointFile | null = null): Log =>
  openLog(database.db, { name: testKey.name, keys: [testKey], remembered })

/** A file that is kept in memory, as what outlives a database. */
export function checkpointInMemory(): CheckpointFile & { note: string | null } {
  return {
    note: null,
    read() {
      return this.note
    },
    write(note) {
      this.note = note
    }
  }
}
