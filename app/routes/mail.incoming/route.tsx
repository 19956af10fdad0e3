/**
 * Where a mail service hands over answers: the mail itself (`message/rfc822`), or JSON `{ raw, to?, from? }` with the mail
 * in base64 and its envelope. A call without the right signature is answered as if there were nothing here.
 */
import type { ActionFunctionArgs } from '@remix-run/node'
import { conversationNotFound } from '~/features/conversations/errors'
import { incomingJson } from '~/features/conversations/schemas'
import { receiveMail } from '~/features/conversations/use-cases/receive-mail.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export async function action({ request }: ActionFunctionArgs) {
  return respondBare(request, async () => {
    const body = new Uint8Array(await request.arrayBuffer())
    const moment = request.headers.get('X-Schakel-Timestamp')
    const signature = request.headers.get('X-Schakel-Signature')
    if (!wire().isSignedMail({ moment, signature, body })) throw conversationNotFound()
    const isJson = request.headers.get('Content-Type')?.includes('json') ?? false
    const handed = isJson ? incomingJson.safeParse(parsed(body)) : null
    if (handed?.success === false) return Response.json({ outcome: 'unreadable' }, { status: 422 })
    const { raw, to, from } = handed?.data ?? { raw: null, to: [], from: null }
    const mail = await wire().readMail(raw === null ? body : Buffer.from(raw, 'base64'))
    const received = await receiveMail(wire(), mail, { to, returnPath: from })
    return Response.json(received)
  })
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return null
  }
}
