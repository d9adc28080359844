import { redirect } from '@sveltejs/kit'
import { asOfHref } from '#lib/ui/links.ts'
import type { PageServerLoad } from './$types'

/** Sources stand with the methods. */
export const load: PageServerLoad = ({ url }) => redirect(307, asOfHref('/methods#sources', url))
