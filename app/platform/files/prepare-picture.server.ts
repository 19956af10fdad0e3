/**
 * A picture as it is sent becomes the pictures that pages show: turned upright, in up to three widths, as WebP. It is drawn
 * anew, so nothing else of the file comes along: no place where it was taken, no camera, no hidden content. Colours are
 * turned into sRGB. Work is done outside the main thread by libvips (sharp), one picture at a time and thread.
 */
import sharp from 'sharp'
import { sniffPicture } from './sniff.server'

const WIDTHS = [480, 960, 1600] as const
const QUALITY = 78
/** The smallest that still looks like something on a card, and the largest that fits the memory of a small server. */
const LEAST = { width: 320, height: 180 }
const MOST_PIXELS = 64_000_000

export type PreparedSize = { readonly content: Uint8Array; readonly width: number; readonly height: number }
export type PreparedPicture =
  | { readonly ok: true; readonly sizes: readonly PreparedSize[] }
  | { readonly ok: false; readonly reason: 'type' | 'heic' | 'broken' | 'too-many-pixels' | 'too-small' }

export type PreparePicture = (content: Uint8Array) => Promise<PreparedPicture>

sharp.concurrency(1)
sharp.cache(false)

/** 0.2–1.5 s for what a phone makes. */
export async function preparePicture(content: Uint8Array): Promise<PreparedPicture> {
  const type = sniffPicture(content)
  if (type === null || type === 'heic') return { ok: false, reason: type ?? 'type' }
  try {
    const { width, height, autoOrient } = await sharp(content, { limitInputPixels: false }).metadata()
    if (width * height > MOST_PIXELS) return { ok: false, reason: 'too-many-pixels' }
    if (autoOrient.width < LEAST.width || autoOrient.height < LEAST.height)
      return { ok: false, reason: 'too-small' }
    const sizes: PreparedSize[] = []
    for (const wanted of WIDTHS) {
      if (sizes.some((size) => size.width >= autoOrient.width)) break
      const { data, info } = await sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
        .autoOrient()
        .resize({ width: wanted, withoutEnlargement: true })
        .toColourspace('srgb')
        .webp({ quality: QUALITY })
        .toBuffer({ resolveWithObject: true })
      sizes.push({ content: data, width: info.width, height: info.height })
    }
    return { ok: true, sizes }
  } catch {
    return { ok: false, reason: 'broken' }
  }
}
