/** Which promise of the database an error speaks of. */

/**
 * @param error as thrown by Prisma or `pg`.
 * @returns the name of the constraint or unique index that refused, `null` when it is another error.
 */
export function constraintOf(error: unknown): string | null {
  for (let at = error, depth = 0; at !== null && typeof at === 'object' && depth < 5; depth++) {
    const known = at as Record<string, unknown>
    if (typeof known.constraint === 'string') return known.constraint
    const index = (known.constraint as { index?: unknown } | undefined)?.index
    if (typeof index === 'string') return index
    const text = [known.message, known.originalMessage].find(
      (m) => typeof m === 'string' && /constraint/.test(m),
    )
    const named =
      typeof text === 'string' ? /(?:constraint|index):? ["`]([a-z0-9_]+)["`]/i.exec(text)?.[1] : undefined
    if (named) return named
    at = known.cause ?? (known.meta as Record<string, unknown> | undefined)?.driverAdapterError ?? null
  }
  return null
}
