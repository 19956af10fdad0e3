/**
 * Passkeys (WebAuthn): the device shows who it is by finger, face or pin, and signs a challenge of ours for our address
 * alone, so it counts as two proofs and cannot be given to another site. What the library needs to know of us is said
 * here once.
 */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'

export type KeptPasskey = {
  readonly credentialId: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
}

export type Passkeys = {
  /** For the browser to make a new one; devices that have one are left out. */
  askNew(person: {
    readonly userId: string
    readonly email: string
    readonly name: string
    readonly known: readonly string[]
  }): Promise<{ readonly challenge: string; readonly options: object }>
  /** @returns what to keep, `null` when it is not an answer to this challenge for our address. */
  readNew(answer: unknown, challenge: string): Promise<KeptPasskey | null>
  /** For the browser to offer what it has: nobody is named before. */
  ask(): Promise<{ readonly challenge: string; readonly options: object }>
  /** @returns which passkey an answer is said to be of. */
  idOf(answer: unknown): string | null
  /** @returns the counter to keep, `null` when it is not an answer of this passkey to this challenge. */
  read(answer: unknown, challenge: string, passkey: KeptPasskey): Promise<number | null>
}

/** @param origin the public address. */
export function makePasskeys(origin: string): Passkeys {
  const rpID = new URL(origin).hostname
  const expected = { expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true }
  return {
    async askNew({ userId, email, name, known }) {
      const options = await generateRegistrationOptions({
        rpName: 'Schakel',
        rpID,
        userID: new TextEncoder().encode(userId),
        userName: email,
        userDisplayName: name,
        attestationType: 'none',
        excludeCredentials: known.map((id) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      return { challenge: options.challenge, options }
    },

    async readNew(answer, expectedChallenge) {
      const read = await orNull(() =>
        verifyRegistrationResponse({ response: answer as never, expectedChallenge, ...expected }),
      )
      if (!read?.verified) return null
      const { id, publicKey, counter, transports = [] } = read.registrationInfo.credential
      return { credentialId: id, publicKey, counter, transports: transports.map(String) }
    },

    async ask() {
      const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
      return { challenge: options.challenge, options }
    },

    idOf(answer) {
      const { id } = (answer ?? {}) as { readonly id?: unknown }
      return typeof id === 'string' && /^[\w-]{1,1400}$/.test(id) ? id : null
    },

    async read(answer, expectedChallenge, { credentialId, publicKey, counter, transports }) {
      const credential = { id: credentialId, publicKey, counter, transports: [...transports] }
      const read = await orNull(() =>
        verifyAuthenticationResponse({
          response: answer as never,
          expectedChallenge,
          credential,
          ...expected,
        }),
      )
      return read?.verified ? read.authenticationInfo.newCounter : null
    },
  }
}

/** The library throws at what is not an answer: anybody may send anything. */
async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch {
    return null
  }
}
