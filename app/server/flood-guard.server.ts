/**
 * How many requests one address may send, by class of route. It keeps one reader from taking the time of all others; what
 * must hold against somebody who tries passwords or sends mails is counted in the database (`platform/limits`). The counts
 * are each process's own: with several of them an address may send so many times more.
 */
import type { RequestHandler } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { clientAddress } from '~/platform/http/request-context.server'

export type RouteClass = 'static' | 'heavy' | 'write' | 'read'

/**
 * Requests per minute and address. A whole school sits behind one address, and a reader who types in the finder asks four
 * times a second: the limits are far above what thirty people do together.
 */
const FLOOD_LIMITS: Readonly<Record<Exclude<RouteClass, 'static'>, number>> = {
  /** Tables, pictures and files that are made anew for each who asks. */
  heavy: 120,
  write: 600,
  read: 3000,
}

const MINUTE = 60
const STATIC = /^\/(build|fonts|geo|pictures)\/|^\/(health|ready|favicon\.svg)$/
const HEAVY = /\.(csv|xlsx|pdf|zip|png)$|\/template\//

/** @returns which limit a request counts against. */
export function routeClassOf(method: string, path: string): RouteClass {
  if (method !== 'GET' && method !== 'HEAD') return 'write'
  if (STATIC.test(path)) return 'static'
  return HEAVY.test(path) ? 'heavy' : 'read'
}

/**
 * @param factor times the limits; 0 counts nothing.
 * @param refuse answers 429; `Retry-After` is set.
 */
export function floodGuard(factor: number, refuse: RequestHandler): RequestHandler {
  if (factor === 0) return (_request, _response, next) => next()
  const limiters = new Map(
    Object.entries(FLOOD_LIMITS).map(([name, limit]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points: Math.ceil(limit * factor), duration: MINUTE }),
    ]),
  )
  return async (request, response, next) => {
    const limiter = limiters.get(routeClassOf(request.method, request.path))
    try {
      await limiter?.consume(clientAddress())
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) return next(error)
      response.setHeader('Retry-After', Math.max(1, Math.ceil(error.msBeforeNext / 1000)))
      return refuse(request, response, next)
    }
    next()
  }
}
