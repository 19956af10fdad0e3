/**
 * Getting a file from an address that a user gave. The server must not become their way into its own network (SSRF):
 * the name is resolved here, every address that it has must be public, and the connection goes to the very address that
 * was checked, so that a name that changes its mind in between (DNS rebinding) gains nothing. Each redirect is checked
 * alike. Bounded in time, in size as sent and as unpacked, and in redirects. No cookies, no credentials, no proxies.
 */
import { lookup as resolveName } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { AppError, type ErrorParams } from '~/kernel/errors'
import { isLoopbackAddress, isPublicAddress } from './public-address'

export const FETCH = { bytes: 5 * 1024 * 1024, seconds: 20, redirects: 4 } as const

export type Fetched =
  | {
      readonly kind: 'content'
      readonly bytes: Uint8Array
      readonly type: string
      readonly etag: string | null
      readonly lastModified: string | null
    }
  /** The same as what `since` tells of. */
  | { readonly kind: 'unchanged' }

export type Since = { readonly etag: string | null; readonly lastModified: string | null }
export type GuardedFetch = (url: string, since: Since) => Promise<Fetched>

type Address = { readonly address: string; readonly family: 4 | 6 }
type Options = {
  /** In tests and the demo the server that is asked runs on this machine; never in production. */
  readonly allowLoopback: boolean
  /** All addresses of a name. */
  readonly resolve?: (name: string) => Promise<readonly { address: string; family: number }[]>
}

const refuse = (what: string, params: ErrorParams = {}) => new AppError('invalid', `fetch.${what}`, params)

/**
 * @throws AppError invalid `fetch.not-an-address`, `fetch.not-public`, `fetch.unknown-name`, `fetch.status`,
 * `fetch.too-large`, `fetch.too-slow`, `fetch.too-many-redirects`, `fetch.failed`: each can be said to whoever gave it.
 */
export function makeGuardedFetch({ allowLoopback, resolve = allOf }: Options): GuardedFetch {
  const mayGoTo = (address: string) =>
    isPublicAddress(address) || (allowLoopback && isLoopbackAddress(address))

  async function addressOf(url: URL): Promise<Address> {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const family = isIP(host)
    const found = family === 0 ? await resolve(host) : [{ address: host, family }]
    const [first] = found
    if (!first) throw refuse('unknown-name', { host })
    // One private address among public ones is a trap, not a choice.
    if (!found.every(({ address }) => mayGoTo(address))) throw refuse('not-public', { host })
    return { address: first.address, family: first.family === 6 ? 6 : 4 }
  }

  return async (start, since) => {
    const signal = AbortSignal.timeout(FETCH.seconds * 1000)
    let url = readUrl(start, allowLoopback)
    for (let redirects = 0; redirects <= FETCH.redirects; redirects++) {
      const answer = await ask(url, await addressOf(url), since, signal)
      if (answer.kind !== 'redirect') return answer
      url = readUrl(new URL(answer.to, url).href, allowLoopback)
    }
    throw refuse('too-many-redirects', { max: FETCH.redirects })
  }
}

function readUrl(text: string, allowLoopback: boolean): URL {
  if (!URL.canParse(text)) throw refuse('not-an-address')
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') throw refuse('not-an-address')
  const isSafe = url.protocol === 'https:' || url.protocol === 'http:'
  // Other ports are other services: a feed is a page of a web site.
  if (!isSafe || (url.port !== '' && !allowLoopback)) throw refuse('not-an-address')
  return url
}

async function allOf(name: string) {
  return resolveName(name, { all: true, verbatim: true }).catch(() => [])
}

type Answer = Fetched | { readonly kind: 'redirect'; readonly to: string }

function ask(url: URL, { address, family }: Address, since: Since, signal: AbortSignal): Promise<Answer> {
  const headers = {
    Accept:
      'application/json, application/ld+json, application/rss+xml, application/atom+xml, text/html;q=0.8, */*;q=0.1',
    'Accept-Encoding': 'gzip, identity',
    'User-Agent': 'Schakel (feed)',
    ...(since.etag === null ? {} : { 'If-None-Match': since.etag }),
    ...(since.lastModified === null ? {} : { 'If-Modified-Since': since.lastModified }),
  }
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      if (error instanceof AppError) reject(error)
      else reject(signal.aborted ? refuse('too-slow', { seconds: FETCH.seconds }) : refuse('failed'))
    }
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        headers,
        signal,
        agent: false,
        family,
        // Whatever the name means by now: the connection goes where it was checked that it may go.
        lookup: (_name, options, done) =>
          options.all ? done(null, [{ address, family }]) : done(null, address, family),
      },
      (response) => {
        answerOf(response)
          .then(resolve, fail)
          .finally(() => response.destroy())
      },
    )
    request.on('error', fail)
    request.end()
  })
}

async function answerOf(response: http.IncomingMessage): Promise<Answer> {
  const { statusCode: status = 0, headers } = response
  if (status === 304) return { kind: 'unchanged' }
  if (status >= 301 && status <= 308 && headers.location) return { kind: 'redirect', to: headers.location }
  if (status !== 200) throw refuse('status', { status })
  if (Number(headers['content-length'] ?? 0) > FETCH.bytes) throw tooLarge()
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity' && encoding !== 'gzip') throw refuse('failed')
  return {
    kind: 'content',
    bytes: await bodyOf(response, encoding === 'gzip'),
    type: headers['content-type'] ?? '',
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
  }
}

const tooLarge = () => refuse('too-large', { max: FETCH.bytes / 1024 / 1024 })

async function bodyOf(response: http.IncomingMessage, isPacked: boolean): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  let isTooLarge = false
  async function collect(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      size += chunk.length
      isTooLarge = size > FETCH.bytes
      if (isTooLarge) throw tooLarge()
      chunks.push(chunk)
    }
  }
  try {
    if (isPacked) await pipeline(response, createGunzip(), collect)
    else await pipeline(response, collect)
  } catch (error) {
    // The pipeline may tell of the end that it made of the source rather than of why.
    throw isTooLarge ? tooLarge() : error
  }
  return Buffer.concat(chunks)
}
