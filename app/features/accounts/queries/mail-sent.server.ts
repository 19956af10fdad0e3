/** For forms that end in a mail: whether it was sent just now, and whether the mails of this site can be read on it. */
import type { Env } from '~/platform/env/env.server'

export type MailSent = { readonly isSent: boolean; readonly showsMails: boolean }

type Needs = { readonly env: Pick<Env, 'APP_ENV'>; readonly caughtMails: object | null }

/** No statement. */
export function mailSent({ env, caughtMails }: Needs, request: Request): MailSent {
  return {
    isSent: new URL(request.url).searchParams.has('sent'),
    showsMails: env.APP_ENV !== 'production' && caughtMails !== null,
  }
}
