/** Turns a page into HTML: at once for people, whole for robots and mails' previews. */
import { PassThrough } from 'node:stream'
import {
  type ActionFunctionArgs,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceContext } from '~/components/nonce'
import { requestContext } from '~/platform/http/request-context.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import { installZodMessages } from '~/platform/i18n/zod-messages'
import { forget } from '~/platform/process-wide.server'
import { wire } from './wiring.server'

installLocale()
installZodMessages()

/** What is not drawn by then is sent without. Also read by Remix: promises of loaders end at the same moment. */
export const streamTimeout = 5_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
): Promise<Response> {
  const nonce = requestContext()?.nonce
  const whole = isbot(request.headers.get('user-agent')) || remixContext.isSpaMode
  return new Promise((resolve, reject) => {
    let failed = false
    const send = () => {
      const body = new PassThrough()
      headers.set('Content-Type', 'text/html; charset=utf-8')
      if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
      resolve(
        new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }),
      )
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        [whole ? 'onAllReady' : 'onShellReady']: send,
        onShellError: reject,
        onError: (err) => {
          failed = true
          if (!request.signal.aborted) wire().log.error({ err }, 'a part of a page could not be drawn')
        },
      },
    )
    // React needs the extra second to send what it has already.
    setTimeout(abort, streamTimeout + 1_000).unref()
  })
}

/** What a loader or action threw and nobody expected. Answers (redirects, 404) do not come here. */
export function handleError(err: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted) return
  wire().log.error({ err, method: request.method }, 'a loader or action failed')
}

/** Gives back what this copy of the program holds. The server calls it when it stops, or has a newer copy. */
export async function closeDown(): Promise<void> {
  const { close } = wire()
  forget('wiring')
  await close()
}
