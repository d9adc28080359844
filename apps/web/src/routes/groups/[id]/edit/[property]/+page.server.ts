import { editActions, loadEdit } from '#lib/register/edit/edit.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = event => loadEdit(event, 'group')
export const actions: Actions = editActions('group')
