/** Which offers stand side by side: the ones of the address, and no more than can be read. */

export const COMPARED_MAX = 4

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * @param asked ids as an address or a form has them: twice the same is once, what is no id is left out.
 * @returns the first four, in their order, and how many were left out because of that.
 */
export function comparedIds(asked: readonly string[]): {
  readonly ids: readonly string[]
  readonly leftOut: number
} {
  const ids = [...new Set(asked.filter((id) => UUID.test(id)))]
  return { ids: ids.slice(0, COMPARED_MAX), leftOut: Math.max(0, ids.length - COMPARED_MAX) }
}
