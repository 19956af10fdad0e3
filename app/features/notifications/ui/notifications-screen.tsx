/** All that the reader was told, the newest first. */
import { Form, Link } from '@remix-run/react'
import Settings from 'lucide-react/icons/settings'
import { Button, ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formatMoment } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { StatusBadge } from '~/components/status-badge'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import type { NotificationLine, NotificationsPage } from '../queries/notifications-page.server'
import { kindWord } from './words'

type Props = { readonly list: NotificationsPage; readonly problems: readonly string[] }

export function NotificationsScreen({ list, problems }: Props) {
  const { lines, page, pages, hasUnread, until } = list
  return (
    <PageFrame title={m.notifications_title()} lead={m.notifications_lead()}>
      <div className="grid max-w-[52rem] gap-4">
        <ErrorSummary formErrors={problems} fields={[]} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          {hasUnread && until ? (
            <Form method="post">
              <input type="hidden" name="until" value={until} />
              <Button look="second" size="small" name="intent" value="read-all">
                {m.notifications_read_all()}
              </Button>
            </Form>
          ) : null}
          <Link to={paths.notificationSettings()} className="link inline-flex min-h-11 items-center gap-2">
            <Settings aria-hidden size={18} strokeWidth={1.75} />
            {m.notifications_to_settings()}
          </Link>
        </div>
        {lines.length === 0 ? (
          <EmptyState title={m.notifications_none()}>
            <p>{m.notifications_none_text()}</p>
            <ButtonLink to={paths.finder()} look="second">
              {m.common_nav_search()}
            </ButtonLink>
          </EmptyState>
        ) : (
          <ul aria-label={m.notifications_title()} className="border-t border-line">
            {lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        )}
        <Pagination page={page} pages={pages} to={paths.notifications} />
      </div>
    </PageFrame>
  )
}

function Line({ line }: { readonly line: NotificationLine }) {
  const { id, kind, title, preview, locale, hasPage, createdAt, isRead } = line
  const lang = locale === getLocale() ? undefined : locale
  return (
    <li className={`border-b border-line px-3 py-3 ${isRead ? '' : 'bg-act-soft'}`}>
      <Form method="post" className="flex flex-wrap items-start gap-x-5 gap-y-1">
        <input type="hidden" name="id" value={id} />
        <div className="min-w-0 flex-1 basis-72">
          {isRead ? null : (
            <div className="mb-1">
              <StatusBadge status="asked">{m.notifications_unread()}</StatusBadge>
            </div>
          )}
          {hasPage ? (
            <button
              type="submit"
              name="intent"
              value="open"
              lang={lang}
              className={`link min-h-11 py-1 text-left wrap-break-word ${isRead ? '' : 'font-[650]'}`}
            >
              {title}
            </button>
          ) : (
            <p lang={lang} className={`py-1 wrap-break-word ${isRead ? '' : 'font-[650]'}`}>
              {title}
            </p>
          )}
          {preview ? (
            <p lang={lang} className="wrap-break-word text-ink-soft">
              {preview}
            </p>
          ) : null}
          <p className="mt-1 text-sm text-ink-soft">
            {kind ? `${kindWord[kind]()} · ` : null}
            <time dateTime={createdAt}>{formatMoment(new Date(createdAt))}</time>
          </p>
        </div>
        {isRead ? null : (
          <Button look="quiet" size="small" name="intent" value="read">
            {m.notifications_read()}
            <span className="sr-only">: {title}</span>
          </Button>
        )}
      </Form>
    </li>
  )
}
