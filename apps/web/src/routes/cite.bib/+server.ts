import { parseDay } from '@frown/core/register'
import { error } from '@sveltejs/kit'
import { bibtexOf } from '#lib/ui/bibtex.ts'
import type { RequestHandler } from './$types'

const longest = 6_000

/** A page of this site (`page`: its path and query, with the known day) under its `title`, as a BibTeX file. */
export const GET: RequestHandler = ({ url }) => {
  const page = url.searchParams.get('page') ?? ''
  const title = (url.searchParams.get('title') ?? '').trim().slice(0, 200) || 'Frown'
  const permalink = page.length <= longest && URL.canParse(page, url.origin) ? new URL(page, url.origin) : null
  const knownOn = parseDay(permalink?.searchParams.get('knownOn') ?? '')
  if (permalink === null || permalink.origin !== url.origin || knownOn === undefined)
    error(400, 'This is not the address of a page of this site with the day it is known on.', {
      remedy: 'Use the link at the foot of the page that you want to cite.'
    })
  return new Response(bibtexOf({ title, permalink: permalink.href, knownOn }), {
    headers: {
      'content-type': 'application/x-bibtex; charset=utf-8',
      'content-disposition': 'attachment; filename="frown.bib"',
      'cache-control': 'no-cache'
    }
  })
}
