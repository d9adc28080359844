import { fail, redirect } from '@sveltejs/kit'
import { send } from '#lib/api/send.ts'
import type { Actions, PageServerLoad } from './$types'

/** Looking at a link uses nothing up: programs that check mail open what they find. */
export const load: PageServerLoad = ({ setHeaders, url, isDataRequest }) => {
  if (!isDataRequest) setHeaders({ 'cache-control': 'no-store' })
  return {
    title: 'Sign in with a link',
    personal: true,
    token: (url.searchParams.get('token') ?? '').slice(0, 200)
  }
}

export const actions: Actions = {
  async default({ fetch, request }) {
    const form = await request.formData()
    const used = await send(fetch, 'POST', '/api/v1/account/session/link', { token: String(form.get('token') ?? '') })
    if (!used.ok) return fail(used.error.status, { refusal: used.error })
    redirect(303, '/account')
  }
}
