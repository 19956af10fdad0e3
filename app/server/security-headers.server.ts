/** What browsers may load and do on our pages. Scripts run only with the nonce of their request. */
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { requestContext } from '~/platform/http/request-context.server'
import { CSP_REPORTS_PATH } from './csp-reports.server'

/** Where the map's tiles come from (PDOK, the Dutch national geo service). */
const TILES = 'https://service.pdok.nl'

/** What the pages use of a browser: the place of the reader, for the map, and nothing else. */
const PERMISSIONS = [
  'accelerometer=()',
  'autoplay=()',
  'browsing-topics=()',
  'camera=()',
  'display-capture=()',
  'encrypted-media=()',
  'fullscreen=(self)',
  'geolocation=(self)',
  'gyroscope=()',
  'magnetometer=()',
  'microphone=()',
  'midi=()',
  'payment=()',
  'picture-in-picture=()',
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
  'screen-wake-lock=()',
  'serial=()',
  'usb=()',
  'xr-spatial-tracking=()',
].join(', ')

/** @param options `https`: readers come over https; `development`: the reloading socket may be opened. */
export function securityHeaders(options: {
  readonly https: boolean
  readonly development: boolean
}): RequestHandler {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", () => `'nonce-${requestContext()?.nonce}'`],
        styleSrc: ["'self'"],
        // Drawings carry their measures in style attributes; no style sheet or script can be smuggled in that way.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', TILES],
        fontSrc: ["'self'"],
        connectSrc: options.development ? ["'self'", TILES, 'ws:'] : ["'self'", TILES],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        reportUri: [CSP_REPORTS_PATH],
        reportTo: ['csp'],
        ...(options.https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // helmet's default, no-referrer, makes forms without JavaScript send `Origin: null`.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: options.https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
  })
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', PERMISSIONS)
    response.setHeader('Reporting-Endpoints', `csp="${CSP_REPORTS_PATH}"`)
    headers(request, response, next)
  }
}
