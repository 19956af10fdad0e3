/**
 * The one error type that may cross from a use case to a route. A route translates it once:
 * `kind` → HTTP status, `code` → text in the reader's language (`messages/errors.*.json`, dots become `_`).
 * `params` go into the text: numbers and public names only, never personal data.
 */
export type ErrorKind =
  | 'invalid' // 422: what was asked cannot be; the sender can mend it
  | 'unauthenticated' // 401: sign in first
  | 'forbidden' // 403: signed in, the subject may be seen, the action may not be done
  | 'not-found' // 404: does not exist, or is not yours
  | 'conflict' // 409: somebody was first, or the state has moved on
  | 'gone' // 410: an expired or used link
  | 'too-many' // 429: rate limit
  | 'unavailable' // 503: a part that we need does not answer

export type ErrorParams = Readonly<Record<string, string | number>>

/** Marks an AppError of any copy of this file: the server and the bundle of the pages each hold one. */
const BRAND = Symbol.for('schakel:app-error')

export class AppError extends Error {
  override readonly name = 'AppError'
  readonly [BRAND] = true
  readonly kind: ErrorKind
  /** `slice.what`, e.g. `offer.already-published`. */
  readonly code: string
  readonly params: ErrorParams

  constructor(kind: ErrorKind, code: string, params: ErrorParams = {}, cause?: unknown) {
    super(`${kind}: ${code}`, cause === undefined ? undefined : { cause })
    this.kind = kind
    this.code = code
    this.params = params
  }

  static override [Symbol.hasInstance](value: unknown): value is AppError {
    return typeof value === 'object' && value !== null && BRAND in value
  }
}

/** @returns the 404 that is given for what does not exist and for what is not yours alike. */
export function notFound(code: string): AppError {
  return new AppError('not-found', code)
}
