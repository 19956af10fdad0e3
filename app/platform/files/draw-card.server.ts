/**
 * Draws a picture to share: shapes as SVG, words in the program's own letters, so that it looks alike whatever letters the
 * machine has. Work is done outside the main thread by libvips (sharp).
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'

type Text = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  /** It is drawn smaller where it would be wider, px. */
  readonly most: number
  readonly isStrong: boolean
  readonly colour: string
}
type Drawing = { readonly shapes: string; readonly texts: readonly Text[] }
type Size = { readonly width: number; readonly height: number }

export type DrawCard = (drawing: Drawing, size: Size) => Promise<Uint8Array>

const LETTERS = {
  regular: { font: 'Schakel Overpass Text', file: path.resolve('public/fonts/overpass-regular.ttf') },
  strong: { font: 'Schakel Overpass Strong', file: path.resolve('public/fonts/overpass-strong.ttf') },
} as const

/** Millimetres would come in between otherwise: at 72 one point is one pixel. */
const DPI = 72

let land: Promise<string> | undefined

/** @returns a PNG. @param drawing its shapes may `use` `#land`. */
export async function drawCard({ shapes, texts }: Drawing, { width, height }: Size): Promise<Uint8Array> {
  land ??= readLand()
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><path id="land" fill-rule="evenodd" d="${await land}"/></defs>${shapes}</svg>`
  const words = await Promise.all(
    texts.filter(({ text }) => text !== '').map(async (text) => ({ ...text, input: await drawText(text) })),
  )
  return sharp(Buffer.from(svg))
    .composite(words.map(({ input, x, y }) => ({ input, left: Math.round(x), top: Math.round(y) })))
    .png({ compressionLevel: 9 })
    .toBuffer()
}

async function drawText({ text, size, most, isStrong, colour }: Text): Promise<Buffer> {
  const { font, file } = isStrong ? LETTERS.strong : LETTERS.regular
  const draw = (points: number) =>
    sharp({
      text: {
        text: `<span foreground="${colour}">${escapeMarkup(text)}</span>`,
        font: `${font} ${points}`,
        fontfile: file,
        rgba: true,
        dpi: DPI,
      },
    })
      .png()
      .toBuffer({ resolveWithObject: true })
  const { data, info } = await draw(size)
  if (info.width <= most) return data
  return (await draw(Math.max(8, Math.floor((size * most) / info.width)))).data
}

/** The outline of the country, as `public/geo/country.svg` has it. */
async function readLand(): Promise<string> {
  const svg = await readFile(path.resolve('public/geo/country.svg'), 'utf8')
  const d = /<path id="land"[^>]* d="([^"]+)"/.exec(svg)?.[1]
  if (d === undefined) throw new Error('the drawing of the country has no land')
  return d
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
