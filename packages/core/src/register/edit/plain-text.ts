/**
 * Is a text safe to show, to store and to sign? Nothing that hides, reorders or cannot be written down.
 */

/** Controls, invisible and direction marks, ends of line, and what was read in a wrong encoding. */
const unsafeLine = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/u
/** In running text a line may end, and joiners belong to some scripts; what turns the direction of reading does not. */
const unsafeText = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\uFFFD]|[\u{e0000}-\u{e007f}]/u

/** One line of 1 to `longest` characters, without spaces around it. */
export const isPlainLine = (text: string, longest: number): boolean =>
  text.length > 0 && text.length <= longest && text === text.trim() && text.isWellFormed() && !unsafeLine.test(text)

/** Lines of text, 1 to `longest` characters, without spaces around them. */
export const isPlainText = (text: string, longest: number): boolean =>
  text.length > 0 && text.length <= longest && text === text.trim() && text.isWellFormed() && !unsafeText.test(text)

const longestAddress = 500

/** An http or https address of a host, without a name and password in it. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s"<>\\^`{|}]+$/i.test(text) || !isPlainLine(text, longestAddress)) return false
  const url = URL.parse(text)
  return url !== null && url.hostname !== '' && url.username === '' && url.password === ''
}
