/** The yardstick: Fastify answering a body of the same size from memory, and nothing else. */
import Fastify from 'fastify'

const body = JSON.stringify({ items: 'x'.repeat(Number(process.env.BODY_BYTES ?? 1000)) })
const app = Fastify()
app.get('/', (_request, reply) => reply.type('application/json; charset=utf-8').send(body))
await app.listen({ host: process.env.HOST ?? '127.0.0.1', port: Number(process.env.PORT) })
process.on('SIGTERM', () => app.close())
