/**
 * A standalone SVG as PNG, set in the fonts of the site.
 *
 * resvg takes font files in TrueType alone, while fonts ship as WOFF: those are unpacked once into a temporary folder.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sansRegular from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff?inline'
import sansBold from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff?inline'
import serif from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff?inline'
import { Resvg } from '@resvg/resvg-js'
import { trueTypeOf } from './woff.server.ts'

let fontFiles: string[] | undefined

function fonts(): string[] {
  if (fontFiles) return fontFiles
  const folder = mkdtempSync(join(tmpdir(), 'frown-fonts-'))
  fontFiles = [sansRegular, sansBold, serif].map((address, index) => {
    const file = join(folder, `${index}.ttf`)
    writeFileSync(file, trueTypeOf(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')))
    return file
  })
  return fontFiles
}

/** Twice the size of the drawing, for sharp print. */
export function pngOf(svg: string): Uint8Array<ArrayBuffer> {
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: {
      fontFiles: fonts(),
      loadSystemFonts: false,
      defaultFontFamily: 'Source Sans 3',
      sansSerifFamily: 'Source Sans 3'
    }
  })
  return Uint8Array.from(image.render().asPng())
}
