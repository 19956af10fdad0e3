/** Small archives that are made while somebody waits: texts of some megabytes at most, whole in memory. */
import { strToU8, zipSync } from 'fflate'

/** @param texts by the name of their file. */
export function zipOf(texts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const files = Object.entries(texts).map(([name, text]) => [name, strToU8(text)] as const)
  return new Uint8Array(zipSync(Object.fromEntries(files), { level: 6 }))
}
export type ZipOf = typeof zipOf
