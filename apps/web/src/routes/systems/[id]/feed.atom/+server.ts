import { redirect } from '@sveltejs/kit'
import { read } from '#lib/api/client.ts'
import { feedResponse } from '#lib/register/feed.server.ts'
import type { RequestHandler } from './$types'

/** Also of a system that has been withdrawn, so that a feed tells of it. */
export const GET: RequestHandler = async event => {
  const { subject, name } = await read(event.fetch, '/api/v1/register/systems/{id}/history', { id: event.params.id })
  if (subject.id !== event.params.id) redirect(307, `/systems/${subject.id}/feed.atom`)
  return feedResponse(event, { of: `what is said of ${name}`, page: `/systems/${subject.id}`, system: subject.id })
}
