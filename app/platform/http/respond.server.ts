/** The one place where an `AppError` becomes an HTTP answer. */
import { data, redirect } from '@remix-run/node'
import { AppError, type ErrorKind } from '~/kernel/errors'
import { errorText } from './error-text.server'

export const STATUS: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-many': 429,
  unavailable: 503,
}

/** What an error page receives: the code to branch on, the text to show. */
export type ErrorBody = { readonly code: string; readonly text: string }

/**
 * Answers a loader or a simple action.
 * @throws the answer to an `AppError`: a redirect to sign-in that comes back afterwards, or its status with an
 * `ErrorBody`; anything else goes on to the log and the 500 page.
 */
export async function respond<T>(request: Request, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof AppError ? answerTo(error, request) : error
  }
}

/**
 * The same for addresses that are no pages (pictures, files, tables, calls of scripts): a refusal is plain text in the
 * reader's language.
 * @throws the answer, as `respond` does.
 */
export async function respondBare<T>(request: Request, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.kind === 'unauthenticated') throw redirect(signInPath(request))
    const headers = {
      ...headersOf(error),
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
    }
    throw new Response(errorText(error), { status: STATUS[error.kind], headers })
  }
}

function answerTo(error: AppError, request: Request) {
  if (error.kind === 'unauthenticated') {
    const path = signInPath(request)
    return redirect(
      error.code === 'account.prove-first' ? path.replace('/sign-in', '/account/confirm') : path,
    )
  }
  const body: ErrorBody = { code: error.code, text: errorText(error) }
  return data(body, { status: STATUS[error.kind], headers: headersOf(error) })
}

/** @returns `Retry-After` where the error knows when it can be tried again (`params.seconds`). */
export function headersOf(error: AppError): Record<string, string> {
  const seconds = error.params.seconds
  return error.kind === 'too-many' && seconds !== undefined ? { 'Retry-After': String(seconds) } : {}
}

/** @returns the sign-in page that comes back to the page of this request. */
export function signInPath(request: Request): string {
  return `/sign-in?to=${encodeURIComponent(pageOf(request))}`
}

/** @returns path and query of the page that a request is about. */
export function pageOf(request: Request): string {
  const url = new URL(request.url)
  // Single-fetch requests ask for `/offers/x.data`; a person comes back to the page itself.
  const path = url.pathname.replace(/\/_root\.data$/, '/').replace(/\.data$/, '')
  url.searchParams.delete('_routes')
  url.searchParams.delete('index')
  return path + url.search
}
