/** The pictures of an offer in their order; the first is the cover. */
import type { PictureSize } from '~/kernel/picture'

export const PICTURE_LIMITS = { count: 5, bytes: 12 * 1024 * 1024, alt: 200, credit: 120 } as const

export type PictureText = {
  /** Dutch; never empty. */
  readonly alt: string
  readonly altEn: string | null
  readonly credit: string | null
}

export type OfferPicture = PictureText & { readonly id: string; readonly sizes: readonly PictureSize[] }

export const PICTURE_MOVES = ['first', 'earlier', 'later'] as const
export type PictureMove = (typeof PICTURE_MOVES)[number]

/** @returns the same ones in their new order; as they were where there is nothing to move. */
export function movePicture<T extends { readonly id: string }>(
  pictures: readonly T[],
  id: string,
  move: PictureMove,
): readonly T[] {
  const at = pictures.findIndex((picture) => picture.id === id)
  const moved = pictures[at]
  if (moved === undefined) return pictures
  const to = move === 'first' ? 0 : move === 'earlier' ? Math.max(0, at - 1) : at + 1
  const others = pictures.filter((picture) => picture !== moved)
  return [...others.slice(0, to), moved, ...others.slice(to)]
}
