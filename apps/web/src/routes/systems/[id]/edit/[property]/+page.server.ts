import { editActions, loadEdit } from '#lib/register/edit/edit.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = event => loadEdit(event, 'system')
export const actions: Actions = editActions('system')
