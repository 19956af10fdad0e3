/** One line per answered request: what was asked, how it ended, how long it took. Nothing that points at a person. */
import type { RequestHandler } from 'express'
import type { Log } from '~/platform/log/log.server'

/** Answers faster than this are told at `debug` when they are static files. */
const QUIET = /^\/(build|fonts|geo)\/|^\/(health|ready)$/

export function logRequests(log: Log): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now()
    // `finish` is an answer that was sent whole, `close` without it a reader who left.
    response.once('close', () => {
      const line = {
        method: request.method,
        path: pathForLog(request.path),
        status: response.statusCode,
        ms: Math.round(performance.now() - startedAt),
        ...(response.writableFinished ? {} : { left: true }),
      }
      if (response.statusCode >= 500) log.error(line, 'answered')
      else if (QUIET.test(request.path)) log.debug(line, 'answered')
      else log.info(line, 'answered')
    })
    next()
  }
}

/** @returns the path without what may be a secret: a long segment in which no word can be read. */
export function pathForLog(path: string): string {
  return path
    .slice(0, 300)
    .split('/')
    .map((segment) =>
      /^[\w~.-]{24,}$/.test(segment) && !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(segment) ? '[cut]' : segment,
    )
    .join('/')
}
