import { fail, redirect } from '@sveltejs/kit'
import { ask, read } from '#lib/api/client.ts'
import { send } from '#lib/api/send.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const { waysIn } = await read(fetch, '/api/v1/account', {})
  const details = locals.account === null ? null : await ask(fetch, '/api/v1/account/details', {})
  return {
    title: locals.account === null ? 'Sign in' : 'Your account',
    personal: true,
    waysIn,
    details: details?.ok ? details.value : null,
    sent: url.searchParams.has('sent')
  }
}

type Event = Parameters<Actions[string]>[0]

/** Does what a form asks for and shows the account again. */
async function change(
  event: Event,
  method: 'POST' | 'PATCH' | 'DELETE',
  href: string,
  body?: object,
  then = '/account'
) {
  const changed = await send(event.fetch, method, href, body)
  if (!changed.ok) return fail(changed.error.status, { refusal: changed.error })
  redirect(303, then)
}

const fieldsOf = async ({ request }: Event) => {
  const form = await request.formData()
  return (name: string) => String(form.get(name) ?? '')
}

const passkey = (id: string) => `/api/v1/account/passkeys/${encodeURIComponent(id)}`

export const actions: Actions = {
  async link(event) {
    const field = await fieldsOf(event)
    return change(event, 'POST', '/api/v1/account/links', { email: field('email') }, '/account?sent')
  },
  async rename(event) {
    const field = await fieldsOf(event)
    return change(event, 'PATCH', '/api/v1/account', { name: field('name') })
  },
  async renamePasskey(event) {
    const field = await fieldsOf(event)
    return change(event, 'PATCH', passkey(field('id')), { name: field('name') })
  },
  async removePasskey(event) {
    const field = await fieldsOf(event)
    return change(event, 'DELETE', passkey(field('id')))
  },
  async endSession(event) {
    const field = await fieldsOf(event)
    return change(event, 'DELETE', `/api/v1/account/sessions/${encodeURIComponent(field('id'))}`)
  },
  signOut: event => change(event, 'DELETE', '/api/v1/account/session'),
  signOutEverywhere: event => change(event, 'DELETE', '/api/v1/account/sessions')
}
