/**
 * Do the links of the documents lead somewhere?
 *
 * Every relative link and image of every tracked *.md, and every #anchor into a document, by GitHub's rule for headings.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** One sentence for each link that leads nowhere. `files` are relative to `base`. */
export function brokenLinks(files, base) {
  return files.filter(file => file.endsWith('.md')).flatMap(file => brokenIn(file, base))
}

function brokenIn(file, base) {
  const text = readFileSync(join(base, file), 'utf8')
  return linksOf(text).flatMap(({ target, line }) => {
    const [path, anchor] = target.split('#').map(decode)
    const place = path ? normalize(join(path.startsWith('/') ? '' : dirname(file), path)) : file
    const where = `${file}:${line}: ${target}`
    if (!existsSync(join(base, place))) return [`${where} leads nowhere: there is no ${place}.`]
    if (!anchor || !place.endsWith('.md') || statSync(join(base, place)).isDirectory()) return []
    const anchors = anchorsOf(readFileSync(join(base, place), 'utf8'))
    return anchors.has(anchor) ? [] : [`${where} leads nowhere: ${place} has no heading for #${anchor}.`]
  })
}

/** The relative targets in a Markdown text, with their lines; code is left out. */
function linksOf(text) {
  const found = []
  for (const [index, line] of withoutCode(text).entries()) {
    const inline = line.matchAll(/\]\(<?([^)>\s]+)>?(?:\s+"[^"]*")?\)/g)
    const reference = line.matchAll(/^\s*\[[^\]]+\]:\s+<?([^>\s]+)>?/g)
    const html = line.matchAll(/<(?:a|img|source)\b[^>]*?\b(?:href|src|srcset)="([^"\s]+)"/g)
    for (const [, target] of [...inline, ...reference, ...html]) {
      if (!/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) found.push({ target, line: index + 1 })
    }
  }
  return found
}

/** The anchors that GitHub makes of a text's headings, and those written out. */
function anchorsOf(text) {
  const anchors = new Set()
  for (const line of withoutCode(text, false)) {
    for (const [, id] of line.matchAll(/<a\s[^>]*?\b(?:id|name)="([^"]+)"/g)) anchors.add(id)
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1]
    if (heading === undefined) continue
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
    const slug = plain.replace(/[^\p{L}\p{N}\p{M} _-]/gu, '').replaceAll(' ', '-')
    let anchor = slug
    for (let nth = 1; anchors.has(anchor); nth++) anchor = `${slug}-${nth}`
    anchors.add(anchor)
  }
  return anchors
}

function withoutCode(text, inlineToo = true) {
  let fence = null
  return text.split('\n').map(line => {
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1]
    if (mark && (fence === null || mark.startsWith(fence))) {
      fence = fence === null ? mark : null
      return ''
    }
    if (fence !== null) return ''
    return inlineToo ? line.replace(/`[^`]*`/g, '') : line
  })
}

function decode(part) {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
