/** After an answer from a mail, and when the link of a mail is spent. */
import { ButtonLink } from '~/components/button'
import { EmptyState } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import { givenWord } from './words'

const NEXT = {
  accept: m.proposals_done_accept,
  decline: m.proposals_done_decline,
  consider: m.proposals_done_consider,
  pass: m.proposals_done_pass,
}

export function AnsweredScreen({ done }: { readonly done: keyof typeof NEXT }) {
  return (
    <PageFrame title={givenWord[done]()} lead={NEXT[done]()}>
      <ButtonLink to={paths.inbox()} look="second">
        {m.proposals_to_inbox()}
      </ButtonLink>
    </PageFrame>
  )
}

export function LinkSpentScreen({ text }: { readonly text: string }) {
  return (
    <div className="page py-8 md:py-12">
      <EmptyState title={m.proposals_link_spent()} level={1}>
        <p className="max-w-(--measure) text-lg">{text}</p>
        <ButtonLink to={paths.inbox()}>{m.proposals_to_inbox()}</ButtonLink>
      </EmptyState>
    </div>
  )
}
