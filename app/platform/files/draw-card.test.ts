import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawCard } from './draw-card.server'

const WORDS = { x: 20, y: 20, size: 40, isStrong: true, colour: '#0b5a50' }
const draw = async (text: string, most: number) => {
  const shapes = '<rect width="600" height="120" fill="#ffffff"/>'
  const png = await drawCard({ shapes, texts: [{ ...WORDS, text, most }] }, { width: 600, height: 120 })
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let right = 0
  for (let i = 0; i < data.length; i += 3)
    if ((data[i] ?? 255) < 128) right = Math.max(right, (i / 3) % info.width)
  return { info, right }
}

test('words that are too wide are drawn smaller; signs of markup are words', async () => {
  const wide = await draw('Lasbedrijf De Vonk & Zonen <Almelo>', 560)
  expect([wide.info.width, wide.info.height]).toEqual([600, 120])
  expect(wide.right).toBeGreaterThan(400)
  expect(wide.right).toBeLessThanOrEqual(580)
  expect((await draw('Lasbedrijf De Vonk & Zonen <Almelo>', 200)).right).toBeLessThanOrEqual(221)
})
