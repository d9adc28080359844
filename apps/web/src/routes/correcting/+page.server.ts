import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => ({
  title: 'How to correct the register',
  description: 'Who may add, correct, contest, withdraw and reply, and what a correction needs.',
  isEditor: ['editor', 'reviewer', 'operator'].includes(locals.account?.role ?? ''),
  isSpokesperson: locals.account?.role === 'spokesperson',
  groupId: locals.account?.groupId ?? null
})
