import { feedResponse } from '#lib/register/feed.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = event => feedResponse(event, { of: 'changes of the register', page: '/changes' })
