import { loadBeliefs } from '#lib/forecast/beliefs.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const { about, versions } = await loadBeliefs(fetch, url)
  return {
    title: 'How the forecast answers',
    description:
      'The race in equations: what is assumed, what is guessed, how it did on past years, and where it could be badly wrong.',
    versions,
    graded: (['measured', 'judged', 'guess'] as const).map(grade => ({
      grade,
      parameters: about.filter(parameter => parameter.grade === grade).map(({ name, label }) => ({ name, label }))
    }))
  }
}
