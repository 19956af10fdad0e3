/** A place that is kept for a school, for its company: for whom, why this one, and no with a reason. */
import { Form, Link, useNavigation } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { Button, ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { ChoiceRows, type FieldLike, Fieldset, TextArea } from '~/components/field'
import { formatDay } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { StatusBadge } from '~/components/status-badge'
import { TitleBlock } from '~/components/title-block'
import type { OfferReasons } from '~/features/matchmaking/queries/reasons-for-offer.server'
import { Reasons } from '~/features/matchmaking/ui/reasons'
import { DECLINE_REASONS, type DeclineReason, TEXT_MAX } from '~/features/proposals/domain/proposal'
import { classWord, declineWord, groupsWord, weekdaysWord } from '~/features/proposals/ui/words'
import * as m from '~/paraglide/messages'
import type { KeptPlace } from '../domain/kept-place'
import { holdStateWord } from './words'

export type DeclineReply = {
  readonly initialValue?: Readonly<Record<string, unknown>> | null
  readonly error?: Readonly<Record<string, readonly string[] | null>> | null
}
type Props = {
  readonly kept: KeptPlace
  readonly why: OfferReasons
  readonly reply: DeclineReply | undefined
}

export function KeptPlaceScreen({ kept, why, reply }: Props) {
  const { need } = kept
  return (
    <div className="page grid max-w-3xl gap-6 py-8">
      <header>
        <Link to={paths.inbox()} className="link inline-flex min-h-11 items-center gap-2">
          <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
          {m.clearing_kept_back()}
        </Link>
        <div>
          <StatusBadge status={kept.isOpen ? 'held' : kept.state === 'accepted' ? 'booked' : 'ended'}>
            {kept.isOpen || kept.state !== 'offered' ? holdStateWord[kept.state]() : holdStateWord.expired()}
          </StatusBadge>
        </div>
        <h1 className="mt-3 wrap-break-word">{kept.title}</h1>
        <p className="mt-1 text-ink-soft">
          {m.clearing_kept_for({ school: kept.schoolName, place: kept.schoolPlace })}{' '}
          <Link to={paths.offer(kept.offerSlug)} className="link">
            {kept.offerTitle}
          </Link>
        </p>
      </header>
      <TitleBlock
        facts={[
          { label: m.common_fact_for(), value: classWord(need) },
          { label: m.clearing_fact_group(), value: groupsWord(1, need.groupSize) },
          ...(kept.shared
            ? [
                {
                  label: m.clearing_fact_shared(),
                  value: m.bookings_shared({ groups: kept.shared.groups, pupils: kept.shared.pupils }),
                },
              ]
            : []),
          {
            label: m.clearing_fact_when(),
            value:
              kept.within.from === kept.within.until
                ? formatDay(kept.within.from, true)
                : m.clearing_within({
                    from: formatDay(kept.within.from, true),
                    until: formatDay(kept.within.until, true),
                  }),
          },
          { label: m.proposals_fact_days(), value: weekdaysWord(need.weekdays) },
        ]}
      />
      {kept.text ? (
        <blockquote className="border-l-3 border-need pl-4 whitespace-pre-line">{kept.text}</blockquote>
      ) : null}
      <section aria-labelledby="why" className="grid gap-2">
        <h2 id="why" className="text-lg">
          {m.clearing_kept_why()}
        </h2>
        <p className="max-w-(--measure)">{whyWord(kept)}</p>
        <Reasons reasons={why.reasons} topics={why.topics} />
      </section>
      {kept.isOpen ? (
        kept.mayDecline ? (
          <Decline kept={kept} reply={reply} />
        ) : (
          <p>{m.organisations_viewer_reads()}</p>
        )
      ) : (
        <Past kept={kept} />
      )}
    </div>
  )
}

/** The rule in words, and nobody else by name. */
function whyWord({ waitingWeeks, choice }: KeptPlace): string {
  const waits = m.clearing_kept_waits({ count: waitingWeeks })
  if (choice === null) return `${waits} ${m.clearing_kept_next()}`
  return `${waits} ${choice === 1 ? m.clearing_kept_first() : m.clearing_kept_choice({ choice })}`
}

function Decline({ kept, reply }: Pick<Props, 'kept' | 'reply'>) {
  const busy = useNavigation().state !== 'idle'
  const field = (name: string): FieldLike => ({
    id: `kept-${name}`,
    name,
    errors: reply?.error?.[name] ?? undefined,
    initialValue: reply?.initialValue?.[name],
  })
  return (
    <section aria-labelledby="decline" className="card grid gap-4 p-5">
      <h2 id="decline" className="text-lg">
        {m.clearing_kept_decline_title()}
      </h2>
      <p className="max-w-(--measure)">
        {m.clearing_kept_nothing({ day: formatDay(kept.expiresOn, true) })}{' '}
        {kept.shared ? m.clearing_kept_shared_decline() : m.clearing_kept_decline_text()}
      </p>
      <Form method="post" noValidate className="grid gap-5">
        <ErrorSummary
          formErrors={reply?.error?.[''] ?? undefined}
          fields={[field('reason'), field('text')]}
        />
        <Fieldset field={field('reason')} legend={m.proposals_why_not()} hint={m.proposals_why_not_hint()}>
          <ChoiceRows
            field={field('reason')}
            kind="radio"
            columns
            options={DECLINE_REASONS.map((value) => ({ value, label: declineWord[value]() }))}
          />
        </Fieldset>
        <TextArea
          field={field('text')}
          label={m.proposals_words()}
          optional={m.proposals_optional()}
          hint={m.proposals_words_no_hint()}
          rows={3}
          maxLength={TEXT_MAX}
        />
        <div>
          <Button look="second" busy={busy} busyText={m.clearing_busy()}>
            {m.clearing_kept_decline()}
          </Button>
        </div>
      </Form>
    </section>
  )
}

function Past({ kept }: Pick<Props, 'kept'>) {
  if (kept.bookingId)
    return (
      <div>
        <ButtonLink to={paths.booking(kept.bookingId)}>{m.clearing_to_booking()}</ButtonLink>
      </div>
    )
  const reason = kept.declineReason as DeclineReason | null
  return (
    <Notice>
      {reason
        ? m.clearing_kept_declined({ reason: declineWord[reason]().toLowerCase() })
        : m.clearing_kept_past()}
    </Notice>
  )
}
