/** Pictures as pages show them: the same one in several widths, the browser takes what fits. */

export type PictureSize = {
  /** Names the content: another content has another key. */
  readonly key: string
  /** Pixels. */
  readonly width: number
  readonly height: number
}

export type Picture = {
  /** What is on it, in the reader's language where that was told, else in Dutch. */
  readonly alt: string
  readonly credit: string | null
  /** From narrow to wide; at least one. */
  readonly sizes: readonly PictureSize[]
}

/** A picture with its words in both languages. */
export type PictureWords = Picture & { readonly altEn: string | null }

/** @returns the picture in the language of the reader. */
export function pictureIn(locale: string, { altEn, ...picture }: PictureWords): Picture {
  return locale === 'en' && altEn !== null ? { ...picture, alt: altEn } : picture
}
