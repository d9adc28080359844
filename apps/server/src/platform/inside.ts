/**
 * Did this server ask that of itself? Its pages read the API in-process, and what they do is counted once.
 *
 * Said by a header that nobody outside can know; the address is that of whoever asked for the page.
 */
import { randomBytes } from 'node:crypto'

const header = 'x-frown-inside'
const key = randomBytes(24).toString('base64url')

export const insideHeaders: Readonly<Record<string, string>> = { [header]: key }

export const isInside = ({ headers }: { readonly headers: Readonly<Record<string, unknown>> }): boolean =>
  headers[header] === key
