/**
 * What is refused before it reaches a page: a broken address, a form of another site, too large a body. Each answer says
 * in the reader's language what is wrong and what to do.
 */
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import * as m from '~/paraglide/messages'
import { requestContext } from '~/platform/http/request-context.server'
import type { Log } from '~/platform/log/log.server'

/** The largest form of the program without a file stays far below it. */
const MAX_BODY_BYTES = 512 * 1024
/** Where files are taken in. The pages refuse files above their own, smaller limits in words that help. */
const UPLOADS = /^\/(my\/organisation\/offers\/[^/]+\/media|projects\/[^/]+?|conversations\/[^/]+)(\.data)?$/
const MAX_UPLOAD_BYTES = 32 * 1024 * 1024
/** Where a mail service hands over mails: base64 makes them a third larger. */
const MAILS = /^\/mail\/incoming$/
const MAX_MAIL_BYTES = 64 * 1024 * 1024
/** Where a whole spreadsheet is taken in. The page refuses a larger one in words that help. */
const TABLES = /^\/my\/organisation\/loads(\.data)?$/
const MAX_TABLE_BYTES = 12 * 1024 * 1024

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** 400 for an address that cannot be read (`/%E0`) and for a Host that is none: either would end as a 500 later on. */
export function refuseBrokenAddress(): RequestHandler {
  return (request, response, next) => {
    try {
      // PostgreSQL's texts hold no NUL, and no address of ours does.
      if (decodeURIComponent(request.path).includes('\0')) throw new URIError('NUL')
      new URL(`${request.protocol}://${request.get('host')}${request.originalUrl}`)
      next()
    } catch {
      answer(response, 400, m.error_http_broken_address())
    }
  }
}

/**
 * 403 for a form or call that another site sends (CSRF). Browsers name the sender in `Origin`; older ones at least say
 * in `Sec-Fetch-Site` that it was another site. A program without either carries nobody's cookies by itself.
 * @param publicOrigin the address of the site as its readers know it, e.g. behind a proxy.
 */
export function refuseForeignOrigin(publicOrigin: string): RequestHandler {
  return (request, response, next) => {
    if (SAFE.has(request.method)) return next()
    const origin = request.get('origin')
    const own = [publicOrigin, `${request.protocol}://${request.get('host')}`]
    const site = request.get('sec-fetch-site')
    const foreign =
      origin === undefined ? site === 'cross-site' || site === 'same-site' : !own.includes(origin)
    if (foreign) answer(response, 403, m.error_http_other_site())
    else next()
  }
}

/**
 * 413 for a body above the limit, 411 for one that does not say how long it is: browsers always say so, and Node's
 * parser holds the sender to it, so nothing has to be counted while it arrives. Node reads the rest and throws it away, so that the sender gets to
 * read the answer.
 */
export function refuseLargeBody(largest = MAX_BODY_BYTES): RequestHandler {
  return (request, response, next) => {
    const limit = limitOf(request.path, largest)
    const length = request.get('content-length')
    if (request.get('transfer-encoding') !== undefined && length === undefined)
      return answer(response, 411, m.error_http_no_length())
    if (Number(length ?? 0) > limit)
      return answer(response, 413, m.error_http_too_large({ max: Math.round(limit / 1024) }))
    next()
  }
}

/** 429 for who asks far more than people do. */
export function refuseFlood(): RequestHandler {
  return (_request, response) => answer(response, 429, m.error_http_too_many())
}

function limitOf(path: string, largest: number): number {
  if (UPLOADS.test(path)) return MAX_UPLOAD_BYTES
  if (MAILS.test(path)) return MAX_MAIL_BYTES
  return TABLES.test(path) ? MAX_TABLE_BYTES : largest
}

/** The last resort: what neither a page nor Remix has answered. */
export function answerFailure(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const status = statusOf(error)
    if (status >= 500) log.error({ err: error }, 'a request failed outside the pages')
    if (response.headersSent) return next(error)
    answer(response, status, status >= 500 ? m.error_http_unexpected() : m.error_http_broken_address())
  }
}

function statusOf(error: unknown): number {
  const status = (error as { status?: unknown } | null)?.status
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}

/** A page without scripts or styles; bare text for the program's own calls, which show it inside the open page. */
function answer(response: Response, status: number, text: string): void {
  response.status(status).setHeader('Cache-Control', 'no-store')
  if (response.req.path.endsWith('.data')) {
    response.type('text/plain').send(text)
    return
  }
  const locale = requestContext()?.locale ?? 'nl'
  response.type('html').send(`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status} · Schakel</title></head>
<body><main><h1>${text}</h1><p><a href="/">${m.error_http_to_home()}</a></p></main></body>
</html>
`)
}
