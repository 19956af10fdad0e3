/** Somebody who knows the region looks at each new organisation before schools can find it. */
export const VERIFICATIONS = ['pending', 'verified', 'refused'] as const
export type Verification = (typeof VERIFICATIONS)[number]

export type Verdict = { readonly kind: 'verify' } | { readonly kind: 'refuse'; readonly reason: string }

export type VerdictDecision =
  /** `isNew` false: it was decided so already, e.g. by a button pressed twice. */
  | { readonly ok: true; readonly verification: Exclude<Verification, 'pending'>; readonly isNew: boolean }
  /** A colleague decided otherwise in the meantime. */
  | { readonly ok: false; readonly is: Verification }

/**
 * @param seen what the page showed when the verdict was given.
 * @returns the verification after it. A verdict on what has moved on meanwhile is not carried out.
 */
export function decideVerdict(is: Verification, seen: Verification, verdict: Verdict): VerdictDecision {
  const verification = verdict.kind === 'verify' ? 'verified' : 'refused'
  if (is === verification) return { ok: true, verification, isNew: false }
  if (is !== seen) return { ok: false, is }
  return { ok: true, verification, isNew: true }
}

/** @returns the verification after its people changed what it says: who was refused asks again by that. */
export function afterChange(is: Verification): Verification {
  return is === 'refused' ? 'pending' : is
}

/** Within so many working days somebody looks at an organisation that asks. */
export const ANSWER_WORKING_DAYS = 5
