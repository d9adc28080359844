/**
 * The backup of a server that is at work, for its operator alone.
 *
 * It is made on disk first, in a file without a name: a slow reader holds up neither the store nor anyone else.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '@frown/core/register'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Database } from '../platform/database.ts'
import { requireOperator } from '../platform/operator.ts'
import { refusals } from '../platform/problem.ts'
import { fileFault, writeBackup } from './make-backup.ts'

export interface BackupSource {
  readonly database: Database
  /** Where there is room for one backup. */
  readonly directory: string
}

export const backupRoutes =
  (
    { database, directory }: BackupSource,
    { now, operatorToken }: { readonly now: () => Instant; readonly operatorToken: string | undefined }
  ): FastifyPluginAsyncZod =>
  async routes => {
    routes.get(
      '/backup',
      {
        onRequest: requireOperator(operatorToken),
        schema: {
          operationId: 'readBackup',
          tags: ['server'],
          summary: 'All of the register in one file, as npx frown restore takes it',
          security: [{ operator: [] }],
          querystring: z.strictObject({}),
          response: {
            200: { description: 'The file', content: { 'application/gzip': { schema: z.string() } } },
            ...refusals
          }
        }
      },
      async (_request, reply) => {
        const file = await nameless(directory)
        try {
          await writeBackup(database, file, { now })
          const { size } = await file.stat()
          reply
            .header('content-type', 'application/gzip')
            .header('content-length', size)
            .header('content-disposition', `attachment; filename="frown-${now().slice(0, 10)}.backup"`)
            .header('cache-control', 'no-store')
          return reply.send(file.createReadStream({ start: 0, autoClose: true }) as never)
        } catch (error) {
          await file.close().catch(() => undefined)
          throw fileFault(error, 'FROWN_DIR') ?? error
        }
      }
    )
  }

/** Goes away with its last reader, whatever becomes of this process. */
async function nameless(directory: string) {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    const path = join(directory, `backup.${randomBytes(6).toString('hex')}.part`)
    const file = await open(path, 'wx+', 0o600)
    await rm(path)
    return file
  } catch (error) {
    throw fileFault(error, 'FROWN_DIR') ?? error
  }
}
