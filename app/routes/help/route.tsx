import type { MetaFunction } from '@remix-run/node'
import { Link } from '@remix-run/react'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'

export const meta: MetaFunction = () => [
  { title: `${m.pages_help_title()} · ${m.common_site_name()}` },
  { name: 'description', content: m.pages_help_lead() },
]

type Question = readonly [question: string, answer: string]

export default function Help() {
  return (
    <PageFrame title={m.pages_help_title()} lead={m.pages_help_lead()}>
      <Questions
        heading={m.pages_help_school()}
        questions={[
          [m.pages_help_find_q(), m.pages_help_find_a()],
          [m.pages_help_account_q(), m.pages_help_account_a()],
          [m.pages_help_distance_q(), m.pages_help_distance_a()],
          [m.pages_help_colleague_q(), m.pages_help_colleague_a()],
        ]}
      />
      <Questions
        heading={m.pages_help_company()}
        questions={[
          [m.pages_help_publish_q(), m.pages_help_publish_a()],
          [m.pages_help_invisible_q(), m.pages_help_invisible_a()],
          [m.pages_help_pause_q(), m.pages_help_pause_a()],
        ]}
      />
      <Questions
        heading={m.pages_help_sign_in()}
        questions={[
          [m.pages_help_password_q(), m.pages_help_password_a()],
          [m.pages_help_mail_q(), m.pages_help_mail_a()],
        ]}
      />
      <Link to={paths.forgotPassword()} className="link inline-flex min-h-11 items-center">
        {m.pages_help_password_link()}
      </Link>
    </PageFrame>
  )
}

/** Open from the start: a page of answers is searched with the eyes, and with the browser's own search. */
function Questions({
  heading,
  questions,
}: {
  readonly heading: string
  readonly questions: readonly Question[]
}) {
  return (
    <section className="max-w-(--measure) not-first:mt-8">
      <h2>{heading}</h2>
      {questions.map(([question, answer]) => (
        <div key={question} className="mt-4">
          <h3>{question}</h3>
          <p className="mt-1">{answer}</p>
        </div>
      ))}
    </section>
  )
}
