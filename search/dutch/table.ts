/** @returns the same table without what every object knows: "constructor" is a word that people type. */
export function table<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null), entries)
}
