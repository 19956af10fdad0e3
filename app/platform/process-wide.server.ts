/**
 * One value per process. The Express server, the worker and the Remix bundle hold separate copies of a module,
 * so a plain module variable would exist several times; `globalThis` exists once.
 */
export function processWide<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as Record<symbol, T | undefined>
  const key = Symbol.for(`schakel:${name}`)
  const known = store[key]
  if (known !== undefined) return known
  const made = make()
  store[key] = made
  return made
}
