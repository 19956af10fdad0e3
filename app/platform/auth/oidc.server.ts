/**
 * Signing in by another service (OpenID Connect): which ones there are stands in OIDC_PROVIDERS. The code flow with PKCE,
 * state and nonce; the library checks signature, issuer, audience and times of what comes back.
 */
import * as client from 'openid-client'
import * as z from 'zod'

const provider = z.object({
  /** In the address: `surf`. */
  id: z.string().regex(/^[a-z0-9-]{1,30}$/),
  /** As people know it. */
  name: z.string().min(1).max(60),
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  scope: z.string().default('openid email profile'),
  /** Where the service tells the school: BRIN, or BRIN with the two digits of the branch. */
  brinClaim: z.string().min(1).optional(),
})

/** As OIDC_PROVIDERS says it: a list in JSON. */
export const oidcProviders = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'is a list in JSON' })
      return z.NEVER
    }
  })
  .pipe(z.array(provider).max(20))

export type OidcProvider = z.output<typeof provider>

/** What has to be there again when the browser comes back. */
export type OidcBegun = { readonly state: string; readonly nonce: string; readonly verifier: string }

export type OidcPerson = {
  readonly provider: string
  readonly subject: string
  readonly email: string | null
  readonly emailVerified: boolean
  readonly name: string | null
  /** `12AB` or `12AB01`. */
  readonly school: string | null
}

export type Oidc = {
  readonly providers: readonly Pick<OidcProvider, 'id' | 'name'>[]
  /** @returns where to send the browser, `null` for a service that is not named. @throws when it does not answer. */
  begin(id: string): Promise<{ readonly address: string; readonly begun: OidcBegun } | null>
  /**
   * @param query with which the browser came back.
   * @returns `null` when the service said no, or what came back is not for what was begun.
   */
  finish(id: string, query: string, begun: OidcBegun): Promise<OidcPerson | null>
}

/**
 * @param origin the public address of this site.
 * @param mayBePlain whether a service may be asked without https: in tests.
 */
export function makeOidc(providers: readonly OidcProvider[], origin: string, mayBePlain: boolean): Oidc {
  const found = new Map<string, Promise<client.Configuration>>()
  const backOf = (id: string) => `${origin}/sign-in/with/${id}/back`

  /** What the service says of itself, asked once; asked again after a failure. */
  function configOf({ id, issuer, clientId, clientSecret }: OidcProvider): Promise<client.Configuration> {
    const execute = mayBePlain ? [client.allowInsecureRequests] : []
    const known =
      found.get(id) ??
      client.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: 10 })
    found.set(id, known)
    known.catch(() => found.delete(id))
    return known
  }

  return {
    providers: providers.map(({ id, name }) => ({ id, name })),

    async begin(id) {
      const chosen = providers.find((one) => one.id === id)
      if (!chosen) return null
      const [state, nonce, verifier] = [
        client.randomState(),
        client.randomNonce(),
        client.randomPKCECodeVerifier(),
      ]
      const address = client.buildAuthorizationUrl(await configOf(chosen), {
        redirect_uri: backOf(id),
        scope: chosen.scope,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, begun: { state, nonce, verifier } }
    },

    async finish(id, query, { state, nonce, verifier }) {
      const chosen = providers.find((one) => one.id === id)
      if (!chosen) return null
      try {
        const config = await configOf(chosen)
        const tokens = await client.authorizationCodeGrant(config, new URL(`${backOf(id)}${query}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (!claims) return null
        const more = config.serverMetadata().userinfo_endpoint
          ? await client.fetchUserInfo(config, tokens.access_token, claims.sub)
          : {}
        return personOf(chosen, { ...more, ...claims })
      } catch (error) {
        if (isRefusal(error)) return null
        throw error
      }
    },
  }
}

/** The service said no, or what came back does not belong together; anything else is a fault. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof client.AuthorizationResponseError ||
    error instanceof client.ResponseBodyError ||
    error instanceof client.ClientError
  )
}

function personOf({ id, brinClaim }: OidcProvider, claims: Readonly<Record<string, unknown>>): OidcPerson {
  const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)
  const told = brinClaim === undefined ? null : claims[brinClaim]
  const school = text(Array.isArray(told) ? told[0] : told)?.toUpperCase() ?? null
  return {
    provider: id,
    subject: String(claims.sub),
    email: text(claims.email),
    emailVerified: claims.email_verified === true,
    name: text(claims.name),
    school: school !== null && /^[0-9]{2}[A-Z]{2}([0-9]{2})?$/.test(school) ? school : null,
  }
}
