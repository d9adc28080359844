/**
 * The newest checkpoint that this directory has seen, in a file beside the store.
 *
 * Written aside, flushed and renamed: whoever reads it sees all of one or of the other.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

export interface CheckpointFile {
  /** null: none yet. */
  read(): string | null
  write(note: string): void
}

export function checkpointFile(path: string): CheckpointFile {
  let aside = 0
  return {
    read() {
      try {
        return readFileSync(path, 'utf8')
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      }
    },
    write(note) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      const next = `${path}.${process.pid}.${aside++}`
      const file = openSync(next, 'w', 0o600)
      try {
        writeSync(file, note)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      renameSync(next, path)
    }
  }
}
