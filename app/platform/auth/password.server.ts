/**
 * Passwords: argon2id with the parameters that OWASP gives for it (19 MiB, two passes, one lane). They are normalised
 * (NFKC) first, so that é typed on another keyboard is the same é.
 */
import { hash, verify } from '@node-rs/argon2'
import type { isCommonPassword } from './common-passwords.server'

// Argon2id is the algorithm that the package takes by itself.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** What use cases are handed. */
export type Passwords = {
  readonly hash: typeof hashPassword
  readonly verify: typeof verifyPassword
  readonly isCommon: typeof isCommonPassword
}

/** Some 30 ms. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), OPTIONS)
}

/** @returns whether the password is the one of the hash. Without a hash it costs the same time and is false. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await decoy()), password.normalize('NFKC'), OPTIONS)
  return isRight && passwordHash !== null
}

let decoyHash: Promise<string> | undefined
/** A hash of nothing that anybody knows, so that an unknown address takes as long as a known one. */
function decoy(): Promise<string> {
  decoyHash ??= hashPassword(crypto.randomUUID())
  return decoyHash
}
