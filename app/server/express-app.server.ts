/**
 * The web server without its socket: what happens to a request before and after Remix. Everything here is the same for
 * every page; what a page needs itself it asks for in its route.
 */
import path from 'node:path'
import zlib from 'node:zlib'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express } from 'express'
import type { Env } from '~/platform/env/env.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import type { Log } from '~/platform/log/log.server'
import { CSP_REPORTS_PATH, takeCspReports } from './csp-reports.server'
import { floodGuard } from './flood-guard.server'
import { logRequests } from './log-requests.server'
import { precompressed } from './precompressed.server'
import {
  answerFailure,
  refuseBrokenAddress,
  refuseFlood,
  refuseForeignOrigin,
  refuseLargeBody,
} from './refusals.server'
import { withRequestContext } from './request-context.server'
import { securityHeaders } from './security-headers.server'

export type AppNeeds = {
  /** The Remix server build, or in development a function that gives the newest. */
  readonly build: ServerBuild | (() => Promise<ServerBuild>)
  /** Folder of the browser's files of that build; their names change with their content. */
  readonly assetsFolder: string
  readonly env: Pick<Env, 'APP_ENV' | 'ORIGIN' | 'TRUST_PROXY' | 'FLOOD_FACTOR'>
  readonly log: Log
}

const PUBLIC_FOLDER = path.resolve('public')

/** @returns the Express app; it listens nowhere yet. To be called with the project as the present folder. */
export function createApp({ build, assetsFolder, env, log }: AppNeeds): Express {
  installLocale()
  const https = env.ORIGIN.startsWith('https:')
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.TRUST_PROXY)
  app.set('query parser', 'simple')

  app.use(withRequestContext({ secureCookies: https, countQueries: env.APP_ENV === 'test' }))
  app.use(logRequests(log))
  app.use(securityHeaders({ https, development: env.APP_ENV === 'development' }))
  app.use(refuseBrokenAddress())
  app.use(floodGuard(env.FLOOD_FACTOR, refuseFlood()))
  app.use(CSP_REPORTS_PATH, takeCspReports(log))
  app.use(refuseForeignOrigin(env.ORIGIN))
  app.use(refuseLargeBody())
  app.use('/build', precompressed(assetsFolder))
  app.use('/build', express.static(assetsFolder, { immutable: true, maxAge: '1y', fallthrough: false }))
  // Answers are made anew each time, so the cheapest setting: higher ones cost more than they save here.
  app.use(compression({ level: 1, brotli: { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } } }))
  app.use(express.static(PUBLIC_FOLDER, { maxAge: '1h', index: false, redirect: false }))
  app.all(
    '*',
    createRequestHandler({ build, mode: env.APP_ENV === 'development' ? 'development' : 'production' }),
  )
  app.use(answerFailure(log))
  return app
}
