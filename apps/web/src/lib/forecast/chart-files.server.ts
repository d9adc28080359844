/**
 * A chart of the forecast as a file: its panels below each other, or its numbers.
 */
import { chartResponse } from '#lib/charts/chart-file.server.ts'
import type { LoadedBeliefs } from './beliefs.server.ts'
import { escaped } from './charts/svg.ts'
import { csvOf, type Drawn, type Panel } from './drawn.ts'

const headingHeight = 34

interface File {
  /** Without its ending. */
  readonly name: string
  readonly format: string
  /** What it is about, in a sentence. */
  readonly about: string
}

export function forecastFile({ name, format, about }: File, drawn: Drawn, beliefs: LoadedBeliefs): Response {
  if (format === 'csv')
    return new Response(csvOf(drawn), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}.csv"`
      }
    })
  const { asOf, versions } = beliefs
  return chartResponse(format, name, () => ({
    svg: stacked(drawn.panels),
    height: drawn.panels.reduce((sum, panel) => sum + panel.height + (panel.heading ? headingHeight : 0), 0),
    title: drawn.title,
    subtitle: drawn.subtitle,
    uncertainty: `${about} ${drawn.uncertainty}`,
    source: `Frown’s race, kernel ${versions.kernel}, beliefs ${versions.beliefs}; Epoch AI, CC BY 4.0`,
    asOf
  }))
}

function stacked(panels: readonly Panel[]): string {
  const [only] = panels
  if (panels.length === 1 && only && !only.heading) return only.svg
  let top = 0
  const parts = panels.map(({ svg, height, heading }) => {
    const at = top + (heading ? headingHeight : 0)
    const title = heading ? `<text class="note-text" x="0" y="${top + 18}">${escaped(heading)}</text>` : ''
    top = at + height
    return `${title}${svg.replace('width="100%"', `y="${at}" width="100%"`)}`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" class="plot-svg" width="100%" height="${top}">${parts.join('')}</svg>`
}
