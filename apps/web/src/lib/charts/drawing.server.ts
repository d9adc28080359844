/**
 * Draws a Plot as an SVG that fits any width without a script.
 *
 * Plot places everything in pixels. Here x becomes a share of the width while y, text and dots keep their size, so one
 * drawing serves 360 px and 1280 px. Styles are classes in chart.css, since the site's policy allows no inline style.
 */
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'

/** Pixels that Plot is told; on the page it is 100%. */
export const drawingWidth = 1000

export interface Drawing extends Omit<Plot.PlotOptions, 'width' | 'marginLeft' | 'marginRight' | 'document'> {
  height: number
  /** What the drawing is, for whoever does not see it; the figure says more in words. */
  label: string
}

export function draw({ label, ...options }: Drawing): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const svg = Plot.plot({ ...options, document, width: drawingWidth, marginLeft: 0, marginRight: 0 })
  for (const style of svg.querySelectorAll('style')) style.remove()
  const bottom = options.height - (options.marginBottom ?? 30)
  for (const element of svg.querySelectorAll('*')) fit(element, bottom)
  for (const title of svg.querySelectorAll('title')) title.replaceWith(titleOfSvg(title))
  const body = [...svg.children].map(child => child.outerHTML).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" class="plot-svg" text-anchor="middle" width="100%" height="${options.height}" role="img" aria-label="${escaped(label)}">${body}</svg>`
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** linkedom takes a parsed <title> for the one of HTML and writes its text unescaped: a name in it would be markup. */
function titleOfSvg({ ownerDocument, textContent }: Element): Element {
  const title = ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'title')
  title.textContent = textContent
  return title
}

const round = (number: number, digits = 1): string => String(Number(number.toFixed(digits)))
export const share = (x: number | string): string => `${round((Number(x) / drawingWidth) * 100, 2)}%`

const horizontal = ['x', 'x1', 'x2', 'cx', 'width']
const vertical = ['y', 'y1', 'y2', 'cy', 'height']
const dropped = ['aria-label', 'aria-hidden', 'aria-description', 'font-variant']

function fit(element: Element, bottom: number): void {
  for (const name of dropped) element.removeAttribute(name)
  const tag = element.tagName.toLowerCase()
  if (tag === 'text') fitText(element)
  else if (tag === 'path') fitPath(element, bottom)
  else if (tag === 'g') fitGroup(element)
  else if (['line', 'rect', 'circle'].includes(tag)) {
    for (const name of horizontal) change(element, name, share)
    for (const name of vertical) change(element, name, value => round(Number(value)))
  }
}

function change(element: Element, name: string, by: (value: string) => string): void {
  const value = element.getAttribute(name)
  if (value !== null && !value.endsWith('%')) element.setAttribute(name, by(value))
}

/** A class decides the looks; what Plot wrote as attributes would only be weight. */
function fitGroup(element: Element): void {
  if (!element.getAttribute('class')) return
  for (const name of ['stroke', 'stroke-opacity', 'stroke-width', 'fill', 'fill-opacity']) element.removeAttribute(name)
}

function fitText(element: Element): void {
  const [, x = '0', y = '0'] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(element.getAttribute('transform') ?? '') ?? []
  const shift = element.getAttribute('y')
  element.removeAttribute('transform')
  element.setAttribute('x', share(x))
  element.setAttribute('y', round(Number(y)))
  if (shift) element.setAttribute('dy', shift)
  const text = element.textContent ?? ''
  if (/10\^-?\d+/.test(text))
    element.innerHTML = escaped(text).replace(/10\^(-?\d+)(.*)/, (_, exponent: string, rest: string) => {
      const after = rest && `<tspan dy=".32em">${rest}</tspan>`
      return `10<tspan dx=".1em" dy="-.42em" font-size="75%">${exponent}</tspan>${after}`
    })
}

/** A path has no shares of the width: it stands in a frame of its own that is stretched, and ends with the scale. */
function fitPath(element: Element, bottom: number): void {
  if (element.closest('defs')) return
  const frame = element.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'svg')
  frame.setAttribute('viewBox', `0 0 ${drawingWidth} ${bottom}`)
  frame.setAttribute('preserveAspectRatio', 'none')
  frame.setAttribute('width', '100%')
  frame.setAttribute('height', String(bottom))
  change(element, 'd', d => d.replace(/-?\d+\.\d+/g, number => round(Number(number))))
  element.replaceWith(frame)
  frame.append(element)
}
