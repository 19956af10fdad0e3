/** "Wat is jullie antwoord?": three answers, each a link that opens its form, so that a mail can lead straight to one. */
import { Form } from '@remix-run/react'
import { ButtonLink } from '~/components/button'
import * as m from '~/paraglide/messages'
import type { Colleague } from '../queries/colleagues.server'
import type { ProposalPage } from '../queries/proposal-page.server'
import { LaterForm, NoForm, PassForm, YesForm } from './answer-forms'
import type { Reply } from './reply-field'

export const ANSWERS = ['yes', 'later', 'no', 'pass'] as const
export type AnswerChoice = (typeof ANSWERS)[number]

/** @returns which form is open: the one that came back, else the one of the address. */
export function choiceOf(asked: string | null, reply: Reply): AnswerChoice | null {
  const sent = reply?.initialValue?.intent
  return ANSWERS.find((answer) => answer === sent) ?? ANSWERS.find((answer) => answer === asked) ?? null
}

type Props = {
  readonly page: ProposalPage
  readonly choice: AnswerChoice | null
  readonly reply: Reply
  /** The address with this answer open; `null`: none. */
  readonly to: (answer: AnswerChoice | null) => string
  /** Nobody to hand it to: then it is not offered. */
  readonly colleagues: readonly Colleague[]
}

export function AnswerPanel({ page, choice, reply, to, colleagues }: Props) {
  const sent = reply?.initialValue?.intent
  const replyOf = (answer: AnswerChoice) => (sent === answer ? reply : undefined)
  return (
    <section aria-labelledby="answer" className="mt-8">
      <h3 id="answer" className="text-lg">
        {m.proposals_question()}
      </h3>
      <div className="mt-3 grid gap-3 sm:grid-cols-3">
        <Choice answer="yes" choice={choice} to={to} text={m.proposals_yes()} />
        <Choice answer="later" choice={choice} to={to} text={m.proposals_later()} />
        <Choice answer="no" choice={choice} to={to} text={m.proposals_no()} />
      </div>
      {choice === 'yes' ? <YesForm page={page} action={to('yes')} reply={replyOf('yes')} /> : null}
      {choice === 'later' ? <LaterForm page={page} action={to('later')} reply={replyOf('later')} /> : null}
      {choice === 'no' ? <NoForm action={to('no')} reply={replyOf('no')} /> : null}
      {choice === 'pass' && colleagues.length > 0 ? (
        <PassForm action={to('pass')} reply={replyOf('pass')} colleagues={colleagues} />
      ) : null}
      <p className="mt-4 text-sm text-ink-soft">{m.proposals_no_text()}</p>
      <div className="mt-1 flex flex-wrap items-center gap-x-6 gap-y-1">
        {page.state === 'considering' ? null : (
          <Form method="post" action={to(null)}>
            <button
              type="submit"
              name="intent"
              value="consider"
              className="link inline-flex min-h-11 items-center"
            >
              {m.proposals_consider()}
            </button>
          </Form>
        )}
        {colleagues.length > 0 ? (
          <ButtonLink to={to('pass')} look="quiet" size="small" preventScrollReset className="px-0">
            {m.proposals_pass()}
          </ButtonLink>
        ) : null}
      </div>
    </section>
  )
}

type ChoiceProps = Pick<Props, 'choice' | 'to'> & { readonly answer: AnswerChoice; readonly text: string }

function Choice({ answer, choice, to, text }: ChoiceProps) {
  const isMain = choice === null ? answer === 'yes' : false
  return (
    <ButtonLink
      to={to(answer)}
      look={isMain ? 'main' : 'second'}
      aria-current={choice === answer ? 'true' : undefined}
      preventScrollReset
      className="aria-[current=true]:bg-act-soft"
    >
      {text}
    </ButtonLink>
  )
}
