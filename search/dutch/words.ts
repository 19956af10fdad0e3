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

/**
 * What a diminutive may be made from, longest first: `bruggetje` → `brugge`, `brug`; `proefjes` → `proef`. Spelling alone
 * does not tell which is right, so the index is asked.
 */
export function undiminished(word: string): readonly string[] {
  const plain = word.replace(/s$/, '')
  const forms: string[] = []
  for (const ending of ['tje', 'pje', 'kje', 'je']) {
    if (!plain.endsWith(ending)) continue
    const stem = plain.slice(0, -ending.length)
    if (stem.length < 3) continue
    forms.push(stem)
    if (ending === 'kje') forms.push(`${stem}g`)
    if (stem.endsWith('e')) {
      const short = stem.slice(0, -1)
      forms.push(short)
      if (/([bdfgklmnprst])\1$/.test(short)) forms.push(short.slice(0, -1))
    }
    // An open vowel is doubled before -tje: autootje, cafeetje.
    if (/([aeou])\1$/.test(stem)) forms.push(stem.slice(0, -1))
  }
  return [...new Set(forms)].filter((form) => form.length >= 3)
}
