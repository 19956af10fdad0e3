/** Behind the link under a mail: says which mails it ends; the button ends them. */
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import type { Kind } from '../domain/kinds'
import { kindWord } from './words'

type Props = { readonly kind: Kind | null; readonly isDone: boolean }

export function StopScreen({ kind, isDone }: Props) {
  const busy = useNavigation().state === 'submitting'
  const what = kind === null ? m.notifications_stop_digests() : kindWord[kind]()
  return (
    <PageFrame
      title={isDone ? m.notifications_stopped_title() : m.notifications_stop_title()}
      lead={isDone ? m.notifications_stopped_text({ what }) : m.notifications_stop_text({ what })}
      narrow
    >
      <div className="grid gap-5">
        {isDone ? null : (
          <Form method="post">
            <Button busy={busy} busyText={m.notifications_busy()}>
              {m.notifications_stop_button()}
            </Button>
          </Form>
        )}
        <p>
          <Link to={paths.notificationSettings()} className="link inline-flex min-h-11 items-center">
            {m.notifications_to_settings()}
          </Link>
        </p>
      </div>
    </PageFrame>
  )
}
