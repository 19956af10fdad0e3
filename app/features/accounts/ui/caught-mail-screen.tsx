/** One mail: as text with its links to follow, and as mail programs show it, shut in a frame without scripts. */
import { Link } from '@remix-run/react'
import { formatMoment } from '~/components/format'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { FactTable } from '~/components/title-block'
import * as m from '~/paraglide/messages'

type Props = {
  readonly mail: {
    readonly from: string
    readonly to: string
    readonly subject: string
    readonly date: string | null
    readonly text: string
    readonly html: string
  }
}

export function CaughtMailScreen({ mail }: Props) {
  const { from, to, subject, date, text, html } = mail
  const facts = [
    { label: m.accounts_mails_fact_to(), value: to },
    { label: m.accounts_mails_fact_from(), value: from },
    ...(date ? [{ label: m.accounts_mails_fact_date(), value: formatMoment(new Date(date)) }] : []),
  ]
  return (
    <PageFrame
      title={subject}
      lead={
        <Link to={paths.devMail()} className="link text-md">
          {m.accounts_mails_back()}
        </Link>
      }
    >
      <FactTable facts={facts} />
      <div className="mt-8 grid gap-8 lg:grid-cols-2">
        <section className="min-w-0">
          <h2 className="mb-3">{m.accounts_mails_text()}</h2>
          <p className="rounded-md border border-line bg-surface p-4 break-words whitespace-pre-wrap">
            {withLinks(text.trim())}
          </p>
        </section>
        <section className="min-w-0">
          <h2 className="mb-3">{m.accounts_mails_html()}</h2>
          <iframe
            title={m.accounts_mails_html()}
            sandbox="allow-top-navigation-by-user-activation"
            srcDoc={html.replace('<head>', '<head><base target="_top">')}
            className="h-[44rem] w-full rounded-md border border-line bg-white"
          />
        </section>
      </div>
    </PageFrame>
  )
}

/** Only what begins with http: a mail is not believed. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text of a mail does not change
      <a key={index} href={part} className="link break-all">
        {part}
      </a>
    ),
  )
}
