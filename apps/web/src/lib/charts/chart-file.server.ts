/**
 * A chart as a file that stands alone: its title, legend, uncertainty, source and day come along, in the light colours.
 */
import { error } from '@sveltejs/kit'
import tokensCss from '../ui/tokens.css?raw'
import chartCss from './chart.css?raw'
import { drawingWidth, escaped } from './drawing.server.ts'
import { pngOf } from './png.server.ts'

export interface ChartFile {
  /** What `draw` returned. */
  svg: string
  height: number
  title: string
  subtitle?: string
  /** Class (`s1` … `s6`, `s0`) and label of each series. */
  legend?: readonly { mark: string; label: string }[]
  uncertainty: string
  source?: string
  asOf: { knownOn: string; trueOn: string }
  /** Room for the labels of the left axis. */
  marginLeft?: number
}

/** The answer of a route `chart.[format]`: `fragment` for the page itself, `svg` and `png` as files. */
export function chartResponse(format: string, name: string, makeFile: () => ChartFile): Response {
  if (format === 'fragment') return answer(makeFile().svg, 'image/svg+xml')
  if (format === 'svg') return answer(standalone(makeFile()), 'image/svg+xml', `${name}.svg`)
  if (format === 'png') return answer(pngOf(standalone(makeFile())), 'image/png', `${name}.png`)
  error(404, 'Charts come as svg or png.')
}

const answer = (body: string | Uint8Array<ArrayBuffer>, type: string, file?: string): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'cache-control': 'no-cache',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
      ...(file ? { 'content-disposition': `attachment; filename="${file}"` } : {})
    }
  })

function standalone(file: ChartFile): string {
  const left = file.marginLeft ?? 52
  const width = left + drawingWidth + 28
  const legend = legendOf(file.legend ?? [], left)
  const top = (file.subtitle ? 96 : 74) + (legend ? 26 : 0)
  const notes = [
    ...lines(file.uncertainty, 165),
    `Source: ${file.source ?? 'Epoch AI, Notable AI Models, CC BY 4.0'}. Frown, as known on ${file.asOf.knownOn}${
      file.asOf.trueOn === file.asOf.knownOn ? '' : `, true on ${file.asOf.trueOn}`
    }.`
  ]
  const notesTop = top + file.height + 30
  const height = notesTop + notes.length * 19 + 8
  const drawing = file.svg.replace('width="100%"', `x="${left}" y="${top}" width="${drawingWidth}" overflow="visible"`)
  const text = (className: string, y: number, content: string) =>
    `<text class="${className}" x="20" y="${y}">${escaped(content)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>${styles()}</style>`,
    `<rect class="file-paper" width="${width}" height="${height}"/>`,
    text('file-title', 42, file.title),
    file.subtitle ? text('file-note', 66, file.subtitle) : '',
    legend ? `<g transform="translate(0,${top - 30})">${legend}</g>` : '',
    drawing,
    ...notes.map((line, index) => text('file-note', notesTop + index * 19, line)),
    '</svg>'
  ].join('')
}

function legendOf(items: readonly { mark: string; label: string }[], left: number): string {
  let x = left
  return items
    .map(({ mark, label }) => {
      const at = x
      x += 26 + label.length * 7.2
      return `<g class="${mark}"><circle class="filled" cx="${at + 5}" cy="-4" r="5"/></g><text class="file-note" x="${at + 15}" y="0">${escaped(label)}</text>`
    })
    .join('')
}

let cached = ''

/** chart.css with the light half of the tokens in place of its variables. */
function styles(): string {
  if (cached) return cached
  const light = new Map<string, string>()
  for (const [, name = '', value = ''] of tokensCss.matchAll(/(--[\w-]+):\s*([^;]+);/g))
    light.set(name, /^light-dark\(([^,]+),/.exec(value)?.[1] ?? value)
  const own = [
    '.file-paper{fill:var(--paper)}',
    `.file-title{font-family:'Source Serif 4 SemiBold',var(--serif);font-weight:600;font-size:26px;fill:var(--ink)}`,
    '.file-note{font-family:var(--sans);font-size:14px;fill:var(--quiet)}'
  ].join('')
  cached = (chartCss + own)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/var\((--[\w-]+)\)/g, (whole, name: string) => light.get(name) ?? whole)
    .replace(/\s+/g, ' ')
  return cached
}

function lines(text: string, length: number): string[] {
  const out: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + word.length + 1 > length) {
      out.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return line ? [...out, line] : out
}
