/**
 * One value per process. The Express server, the worker and the Remix bundle hold separate copies of a module,
 * so a plain module variable would exist several times; `globalThis` exists once.
 */
export function processWide<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as Record<symbol, T | undefined>
  const known = store[keyOf(name)]
  if (known !== undefined) return known
  const made = make()
  store[keyOf(name)] = made
  return made
}

/** The next one who asks makes it anew. What the value holds is given back by whoever forgets it. */
export function forget(name: string): void {
  Reflect.deleteProperty(globalThis, keyOf(name))
}

function keyOf(name: string): symbol {
  return Symbol.for(`schakel:${name}`)
}
