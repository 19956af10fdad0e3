/** Secrets of addresses that work more than once: long enough that nobody guesses one, and kept as a hash. */
import { createHash, randomBytes } from 'node:crypto'

/** 192 bits, in letters and digits of addresses. */
export const makeSecret = (): string => randomBytes(24).toString('base64url')
/** A plain hash is enough: unlike a password, a random secret cannot be tried from a list. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
