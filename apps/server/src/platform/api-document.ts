/**
 * The API's own description: OpenAPI 3.1 made from the routes, and a page to read it, without any third party.
 */
import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'

/** The hash is that of a style element which Swagger UI makes. */
const contentPolicy =
  "default-src 'self'; style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const wordmark = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><text x="0" y="28" font-family="serif" font-size="26" font-weight="600" fill="#fff">Frown</text></svg>'
)

/** Describes every route that is added to `app` from here on. */
export function describeApi(app: FastifyInstance): void {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Frown',
        version: '1',
        description:
          'A sourced register of who scales AI systems. Every answer holds for two days: what was known on one, of the world on the other.',
        license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' }
      },
      components: { securitySchemes: { operator: { type: 'http', scheme: 'bearer' } } },
      tags: [
        { name: 'register', description: 'What is known about who scales what. Contains data of Epoch AI, CC BY 4.0.' },
        { name: 'forecast', description: 'What slows the race, and by how much' },
        { name: 'log', description: 'The transparency log: what was recorded, and the proof' },
        { name: 'account', description: 'Who is signed in' },
        { name: 'server', description: 'The server itself' }
      ]
    },
    transform: createJsonSchemaTransform({}),
    transformObject: answersOnly
  })
  app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: contentPolicy,
    logo: { type: 'image/svg+xml', content: wordmark, href: '/' },
    theme: { title: 'Frown API' },
    uiConfig: { validatorUrl: null, deepLinking: true }
  })
  app.register(async routes => {
    routes.get('/api/v1/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
      reply.header('content-type', 'application/json; charset=utf-8')
      return JSON.stringify(app.swagger(), null, 2)
    })
  })
}

type DocumentTransform = NonNullable<FastifyDynamicSwaggerOptions['transformObject']>

/** Most resources only go out: the forms in which they would come in are left away where no request has them. */
const answersOnly: DocumentTransform = document => {
  const described = createJsonSchemaTransformObject({})(document)
  const schemas = ('components' in described && described.components?.schemas) || {}
  const paths = 'paths' in described ? described.paths : {}
  const asked = new Set<string>()
  const follow = (value: unknown) => {
    for (const [, name = ''] of JSON.stringify(value ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (asked.has(name)) continue
      asked.add(name)
      follow((schemas as Record<string, unknown>)[name])
    }
  }
  follow(paths)
  for (const name of Object.keys(schemas)) if (name.endsWith('Input') && !asked.has(name)) delete schemas[name]
  return described
}
