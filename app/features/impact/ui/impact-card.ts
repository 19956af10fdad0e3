/** The picture to share: figures left, the country with the places right, in the one language of circuits. */
import { FRAME_HEIGHT, onFrame } from '~/components/country-frame'
import type { Impact } from '../domain/impact'

export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630

type CardText = {
  readonly text: string
  readonly x: number
  readonly y: number
  /** Height of the letters, px; smaller where the text is wider than `most`. */
  readonly size: number
  readonly most: number
  readonly isStrong: boolean
  readonly colour: string
}
/** Shapes may `use` `#land`, the outline of the country in units of its frame. */
type Card = { readonly shapes: string; readonly texts: readonly CardText[] }

export type CardWords = {
  readonly company: string
  /** "Leerlingen leerden over techniek", "sinds 2025-2026". */
  readonly title: string
  readonly figures: readonly { readonly value: string; readonly label: string }[]
  readonly foot: string
}

// The light tokens, spelled out: a picture has no custom properties.
const INK = '#10292a'
const SOFT = '#445a59'
const ACT = '#0b5a50'
const LINE = '#cdd5cc'

const LOGO =
  'M66.4 29.7A12 12 0 1 0 66.4 47.3M76.7 7.2V50.5M76.7 37C76.7 30.5 81.2 26.5 86.7 26.5S96.7 30.5 96.7 37V50.5M131.7 26.5V50.5M131.7 38.5A12 12 0 1 0 107.7 38.5A12 12 0 1 0 131.7 38.5M143.7 7.2V50.5M160.7 26.5L144.7 41M151.2 36L162.2 50.5M170.5 38.9H194.2A12 12 0 1 0 190.2 47.5M205.2 7.2V43.5a7 7 0 0 0 7 7'

/** Where the country stands, and how large. */
const COUNTRY = { x: 700, y: 54, height: 522 }
const LEFT = 64
const WIDEST = 640

/** @returns shapes and words; no text is measured here. */
export function impactCard(words: CardWords, places: Impact['places']): Card {
  const scale = COUNTRY.height / FRAME_HEIGHT
  const most = Math.max(1, ...places.map(({ lessons }) => lessons))
  const rings = places
    .map(({ point, lessons }) => {
      const { x, y } = onFrame(point)
      const r = Math.round(26 + 34 * Math.sqrt(lessons / most))
      return `<circle cx="${x}" cy="${y}" r="${r}" fill="#ffffff" stroke="${ACT}" stroke-width="${Math.round(r * 0.62)}"/>`
    })
    .join('')
  // Traces of a circuit from figure to figure, bent at 45°, each ending in a pad.
  const rows = words.figures.map((_, i) => 250 + i * 98)
  const pads = rows
    .map(
      (y) =>
        `<circle cx="${LEFT + 11}" cy="${y + 30}" r="8" fill="#ffffff" stroke="${ACT}" stroke-width="6"/>`,
    )
    .join('')
  const first = (rows[0] ?? 0) + 30
  const last = (rows.at(-1) ?? 0) + 30
  const shapes = [
    `<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="#f2f4ee"/>`,
    `<rect x="24" y="24" width="${CARD_WIDTH - 48}" height="${CARD_HEIGHT - 48}" rx="8" fill="#ffffff" stroke="${LINE}"/>`,
    `<g transform="translate(${LEFT - 2} 54) scale(0.86)" fill="none" stroke-linecap="round">`,
    `<path stroke="${ACT}" stroke-width="6.6" d="M32.56 13.05A13.4 13.4 0 1 0 22.47 34.69"/>`,
    `<path stroke="#c4611f" stroke-width="6.6" d="M11.44 45.15A13.4 13.4 0 1 0 21.53 23.51"/>`,
    `<path stroke="${INK}" stroke-width="6" stroke-linejoin="round" d="${LOGO}"/></g>`,
    `<path d="M${LEFT + 11} ${first}V${last}" stroke="${ACT}" stroke-width="3" fill="none"/>`,
    pads,
    `<g transform="translate(${COUNTRY.x} ${COUNTRY.y}) scale(${scale})">`,
    `<use href="#land" fill="#e6ebe3" stroke="#6a7d77" stroke-width="${Math.round(1.5 / scale)}"/>${rings}</g>`,
  ].join('')
  const text = (
    text: string,
    y: number,
    size: number,
    look: Partial<CardText> & Pick<CardText, 'isStrong'>,
  ): CardText => ({ text, x: LEFT, y, size, most: WIDEST, colour: INK, ...look })
  return {
    shapes,
    texts: [
      text(words.company, 124, 44, { isStrong: true }),
      text(words.title, 184, 26, { isStrong: false, colour: SOFT }),
      ...words.figures.flatMap(({ value, label }, i) => [
        text(value, 250 + i * 98, 56, { isStrong: true, x: LEFT + 44, most: 206, colour: ACT }),
        text(label, 264 + i * 98, 32, { isStrong: false, x: LEFT + 262, most: WIDEST - 262 }),
      ]),
      text(words.foot, 552, 22, { isStrong: false, colour: SOFT }),
    ],
  }
}
