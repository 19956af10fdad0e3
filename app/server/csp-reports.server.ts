/**
 * What browsers report that our Content-Security-Policy stopped. Anybody may send such a report, so nothing of it is
 * believed: which directive and what kind of source are counted and logged, in words of ours. Addresses are not: they may
 * name a person's page, and extensions of a browser fill them with what they like.
 */
import type { RequestHandler } from 'express'
import express from 'express'
import type { Log } from '~/platform/log/log.server'
import { serverCounter } from '~/platform/metrics/server-counters.server'

export const CSP_REPORTS_PATH = '/csp-reports'

const TYPES = ['application/csp-report', 'application/reports+json']
const DIRECTIVE = /^[a-z]{3,12}(-[a-z]{2,12}){0,3}$/
/** A browser sends the reports of one page together. */
const MOST_AT_ONCE = 20

/** A report in words of ours. */
export type CspReport = { readonly directive: string; readonly source: string }

const reports = () =>
  serverCounter(
    'schakel_csp_reports_total',
    'What browsers say that the Content-Security-Policy stopped, by directive and kind of source.',
    ['directive', 'source'],
  )

/** Takes POSTs of at most 16 kB and answers 204; 405 to anything else. Goes before the look at the sender's origin. */
export function takeCspReports(log: Pick<Log, 'warn'>): RequestHandler[] {
  return [
    express.json({ type: TYPES, limit: '16kb', strict: true }),
    (request, response) => {
      if (request.method !== 'POST') {
        response.status(405).setHeader('Allow', 'POST').end()
        return
      }
      for (const report of readCspReports(request.body)) {
        reports().inc(report)
        log.warn(report, 'a browser stopped something by the content security policy')
      }
      response.status(204).end()
    },
  ]
}

/**
 * Reads both shapes: that of `report-uri` (one object) and that of `report-to` (a list).
 * @returns at most 20; nothing of what has another shape.
 */
export function readCspReports(body: unknown): CspReport[] {
  const bodies = Array.isArray(body)
    ? body.slice(0, MOST_AT_ONCE).map((each) => field(each, 'body'))
    : [field(body, 'csp-report')]
  return bodies.flatMap((each) => {
    const directive = field(each, 'effectiveDirective') ?? field(each, 'effective-directive')
    const blocked = field(each, 'blockedURL') ?? field(each, 'blocked-uri')
    if (typeof directive !== 'string' || !DIRECTIVE.test(directive)) return []
    return [{ directive, source: kindOf(blocked) }]
  })
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}

function kindOf(blocked: unknown): string {
  if (typeof blocked !== 'string') return 'unknown'
  if (blocked === 'inline' || blocked === 'eval') return blocked
  const [, scheme] = /^([a-z][a-z0-9+.-]{0,30}):/i.exec(blocked) ?? []
  if (scheme === undefined) return 'unknown'
  if (/^https?$/i.test(scheme)) return 'web'
  return /extension$/i.test(scheme) ? 'extension' : 'other'
}
