import sharp from 'sharp'
import { expect, test } from 'vitest'
import { preparePicture } from './prepare-picture.server'

const draw = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0a7' } })

async function measures(content: Uint8Array) {
  const prepared = await preparePicture(content)
  return prepared.ok ? prepared.sizes.map(({ width, height }) => `${width}x${height}`) : prepared.reason
}

test('a large picture comes in three widths, a small one never larger than it was', async () => {
  expect(await measures(await draw(2400, 1200).jpeg().toBuffer())).toEqual(['480x240', '960x480', '1600x800'])
  expect(await measures(await draw(700, 350).png().toBuffer())).toEqual(['480x240', '700x350'])
  expect(await measures(await draw(400, 200).webp().toBuffer())).toEqual(['400x200'])
})

test('it stands upright, and place and camera are gone', async () => {
  const sent = await draw(800, 400)
    .withExif({
      IFD0: { Make: 'Telefoon', Copyright: 'geheim' },
      IFD3: { GPSLatitude: '52/1 21/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect((await sharp(sent).metadata()).orientation).toBe(6)
  const prepared = await preparePicture(sent)
  if (!prepared.ok) throw new Error(prepared.reason)
  for (const { content, width, height } of prepared.sizes) {
    const kept = await sharp(content).metadata()
    expect([kept.format, kept.exif, kept.xmp, kept.orientation]).toEqual([
      'webp',
      undefined,
      undefined,
      undefined,
    ])
    expect(height).toBe(2 * width)
  }
})

test('what cannot be shown is refused with its reason', async () => {
  const jpeg = await draw(800, 400).jpeg().toBuffer()
  expect(await measures(jpeg.subarray(0, 300))).toBe('broken')
  expect(await measures(await draw(200, 100).png().toBuffer())).toBe('too-small')
  expect(await measures(await draw(9000, 8000).png({ compressionLevel: 1 }).toBuffer())).toBe(
    'too-many-pixels',
  )
  expect(await measures(Buffer.from('\0\0\0\x18ftypheic', 'latin1'))).toBe('heic')
  expect(await measures(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('type')
})
