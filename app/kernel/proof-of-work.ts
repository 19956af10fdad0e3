/**
 * Proof of work for forms that anybody may send (the idea of Hashcash, Back 2002): a number `n` for which SHA-256 of
 * `<stamp>:<n>` begins with so many zero bits. Finding it takes a browser a second that nobody notices, and who sends ten
 * thousand forms some hours; checking it takes one hash.
 */

/** One in 2^15 numbers fits: about half a second on a laptop, two on a slow phone. */
export const PROOF_BITS = 15

/** What is hashed. */
export const proofText = (stamp: string, n: number): string => `${stamp}:${n}`

/** @returns whether the hash begins with `bits` zero bits. */
export function fits(hash: Uint8Array, bits: number): boolean {
  const whole = Math.floor(bits / 8)
  for (let at = 0; at < whole; at++) if (hash[at] !== 0) return false
  return (hash[whole] ?? 0) >> (8 - (bits % 8)) === 0
}
