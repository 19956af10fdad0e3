/**
 * How long a proof of who one is holds for changes that would let somebody else in: address, password, second step,
 * passkeys. A browser that stands open does not do.
 */
const PROOF_MINUTES = 15

export function isProofFresh(provenAt: Date, now: Date): boolean {
  return now.getTime() - provenAt.getTime() < PROOF_MINUTES * 60_000
}
