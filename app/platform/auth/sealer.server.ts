/**
 * Secrets that the program has to read again are kept encrypted (AES-256-GCM), bound to whose they are. Each names its
 * key, so that a new key can be put before an old one: what is sealed by an old one is read and sealed anew when used.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

export type Sealed = { readonly keyId: string; readonly sealed: string }
export type Sealer = {
  /** Of the key that new secrets are sealed by. */
  readonly keyId: string
  /** @param about whose it is: opened for somebody else it is refused. */
  seal(text: string, about: string): Sealed
  /** @throws Error when the key is unknown or anything was changed. */
  open(sealed: Sealed, about: string): string
}

export type SealingKey = { readonly id: string; readonly key: Buffer }

/** For an installation that names no keys of its own. */
export function keyOfSecret(secret: string): SealingKey {
  return { id: 'secret', key: Buffer.from(hkdfSync('sha256', secret, '', 'sealing', 32)) }
}

/** @param keys the first one seals, all open. */
export function makeSealer(keys: readonly [SealingKey, ...SealingKey[]]): Sealer {
  const [present] = keys
  return {
    keyId: present.id,
    seal(text, about) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', present.key, nonce).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
      return { keyId: present.id, sealed }
    },
    open({ keyId, sealed }, about) {
      const key = keys.find(({ id }) => id === keyId)?.key
      if (!key) throw new Error(`a secret was sealed by the key ${keyId}, which SEALING_KEYS does not name`)
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
  }
}
