/** Gives every request its id, language and nonce, and keeps them findable while it is answered. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { runInRequest } from '~/platform/http/request-context.server'
import { chooseLocale, isLocale, LOCALE_COOKIE } from '~/platform/i18n/choose-locale'

const YEAR_MS = 365 * 86_400_000
/** An id that a proxy gave is kept, so that its log and ours can be laid side by side. */
const FOREIGN_ID = /^[\w.-]{8,64}$/

/** @param options `secureCookies`: the site is served over https; `countQueries`: tell the number of statements. */
export function withRequestContext(options: {
  readonly secureCookies: boolean
  readonly countQueries: boolean
}): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id')
    const requestId = given && FOREIGN_ID.test(given) ? given : randomUUID()
    const chosen = singleQuery(request, 'lang')
    const context = {
      requestId,
      locale: chooseLocale({
        query: chosen,
        cookie: cookieOf(request, LOCALE_COOKIE),
        acceptLanguage: request.get('accept-language'),
      }),
      clientAddress: networkOf(request.ip ?? 'unknown'),
      nonce: randomBytes(16).toString('base64url'),
      queryCount: 0,
      kept: new Map<string, unknown>(),
    }
    response.setHeader('X-Request-Id', requestId)
    if (isLocale(chosen)) {
      response.cookie(LOCALE_COOKIE, chosen, {
        maxAge: YEAR_MS,
        sameSite: 'lax',
        httpOnly: true,
        secure: options.secureCookies,
      })
    }
    if (options.countQueries)
      beforeHeaders(response, () => response.setHeader('X-Query-Count', context.queryCount))
    runInRequest(context, next)
  }
}

/** @returns an IPv4 address as it is, of an IPv6 address the first four groups: one subscriber has all of the rest. */
export function networkOf(ip: string): string {
  const [, v4] = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(ip) ?? []
  if (v4 !== undefined) return v4
  const [head = '', tail] = ip.toLowerCase().split('::')
  const groups = head.split(':').filter((group) => group !== '')
  if (tail !== undefined) {
    const last = tail.split(':').filter((group) => group !== '')
    while (groups.length + last.length < 8) groups.push('0')
    groups.push(...last)
  }
  return groups.slice(0, 4).join(':')
}

function singleQuery(request: Request, name: string): string | undefined {
  const value: unknown = request.query[name]
  return typeof value === 'string' ? value : undefined
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** Runs once, just before the status line is written: the loaders have run by then. */
function beforeHeaders(response: Response, work: () => void): void {
  const writeHead = response.writeHead
  response.writeHead = function (this: Response, ...args: Parameters<typeof writeHead>) {
    response.writeHead = writeHead
    work()
    return writeHead.apply(this, args)
  } as typeof writeHead
}
