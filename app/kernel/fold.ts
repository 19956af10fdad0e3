/**
 * Text as it is compared: lower case, without accents, one space between words. "Café ’t  Hoogeland" and
 * "cafe 't hoogeland" are the same.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

/** @returns the text as part of an address: `a-z`, `0-9` and single hyphens, at most 80 characters, never empty. */
export function slugOf(text: string): string {
  const slug = fold(text)
    .replace(/&/g, ' en ')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
  return slug === '' ? 'x' : slug
}
