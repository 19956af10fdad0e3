/** Dutch text as words: how both engines and the question cut it. */

/** Lower case, no accents, straight apostrophes. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
}

/** @returns words of letters and digits in the order of the text; `auto's` is `autos`, `3D-printen` is `3d` and `printen`. */
export function wordsOf(text: string): readonly string[] {
  return fold(text)
    .replace(/'/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}
