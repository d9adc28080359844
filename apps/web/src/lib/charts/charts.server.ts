/**
 * How a drawing reaches the page once, and once only.
 *
 * What a load function returns is written into the page twice, as markup and as data for hydration; a chart is the
 * heaviest thing on a page. So a load hands out the chart's address, the page holds an empty place for it, and the
 * drawing is put there after rendering. In the browser the same address brings the next drawing.
 */
const place = /<div class="plot" data-src="([^"]*)"><\/div>/g

export class Charts {
  readonly #drawn = new Map<string, string>()

  /** Remembers the drawing of `src` for this response. */
  add(src: string, svg: string): void {
    this.#drawn.set(src, svg)
  }

  putInto(html: string): string {
    if (this.#drawn.size === 0) return html
    return html.replace(place, (empty, escaped: string) => {
      const svg = this.#drawn.get(escaped.replaceAll('&amp;', '&'))
      return svg === undefined ? empty : empty.replace('></div>', () => `>${svg}</div>`)
    })
  }
}
