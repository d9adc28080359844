import { loadNew, subjectActions } from '#lib/register/edit/edit.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = event => loadNew(event, 'system')
export const actions: Actions = subjectActions('system')
