/**
 * Structured lines on standard output. Nothing personal is written: no addresses, names, bodies or query strings;
 * what slips into an object under a known name is cut out by `redact`.
 */
import pino from 'pino'
import { requestContext } from '~/platform/http/request-context.server'

export type Log = pino.Logger

const PERSONAL = [
  'email',
  'to',
  'recipient',
  'name',
  'password',
  'token',
  'cookie',
  'authorization',
  'payload',
]

/** @param part which process speaks: `web`, `worker`, `script`. @param to where lines go; standard output unless told. */
export function makeLog(level: string, part: string, to?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: { part },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: PERSONAL.flatMap((name) => [name, `*.${name}`]), censor: '[cut]' },
    serializers: { err: pino.stdSerializers.err },
    mixin: () => {
      const context = requestContext()
      return context ? { requestId: context.requestId } : {}
    },
  }
  return to ? pino(options, to) : pino(options)
}
