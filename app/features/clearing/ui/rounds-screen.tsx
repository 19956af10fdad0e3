/** The rounds of one's regions, and where a new one begins. */
import { Form, Link, useNavigation } from '@remix-run/react'
import Shuffle from 'lucide-react/icons/shuffle'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { ChoiceRows, Fieldset } from '~/components/field'
import { formatDay, formatNumber } from '~/components/format'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import { type Status, StatusBadge } from '~/components/status-badge'
import * as m from '~/paraglide/messages'
import { USUAL_SETTINGS } from '../domain/round-settings'
import type { RoundState } from '../domain/round-states'
import type { RoundList, RoundListRow } from '../queries/rounds.server'
import { BoardNav } from './board-nav'
import { SettingsFields } from './round-settings'
import { roundStateWord } from './words'

type Props = { readonly list: RoundList; readonly formErrors: readonly string[] }

export function RoundsScreen({ list, formErrors }: Props) {
  return (
    <>
      <BoardNav />
      <div className="page grid gap-8 py-8">
        <div>
          <h1>{m.board_rounds_title()}</h1>
          <p className="mt-2 max-w-(--measure) text-lg text-ink-soft">{m.board_rounds_lead()}</p>
        </div>
        <ErrorSummary formErrors={formErrors} fields={[]} />
        {list.mine.length > 0 ? <NewRound mine={list.mine} /> : <p>{m.board_rounds_only_coordinators()}</p>}
        <section aria-labelledby="earlier" className="grid gap-3">
          <h2 id="earlier">{m.board_rounds_earlier()}</h2>
          {list.rows.length === 0 ? (
            <p>{m.board_rounds_none()}</p>
          ) : (
            <ul className="grid gap-3">
              {list.rows.map((round) => (
                <RoundCard key={round.id} round={round} />
              ))}
            </ul>
          )}
          <Pagination
            page={list.page}
            pages={list.pageCount}
            to={(page) => `${paths.rounds()}?page=${page}`}
          />
        </section>
      </div>
    </>
  )
}

function NewRound({ mine }: { readonly mine: RoundList['mine'] }) {
  const navigation = useNavigation()
  const busy = navigation.state !== 'idle' && navigation.formMethod === 'POST'
  const waiting = mine.filter((region) => region.groups > 0).map((region) => region.id)
  return (
    <Form method="post" className="card grid max-w-[48rem] gap-4 p-5">
      <Fieldset legend={m.board_rounds_where()} hint={m.board_rounds_where_hint()}>
        <ChoiceRows
          field={{ id: 'regionIds', name: 'regionIds', initialValue: waiting }}
          kind="checkbox"
          columns
          options={mine.map(({ id, name, groups }) => ({
            value: id,
            label: name,
            hint: m.board_groups_wait({ count: groups, shown: formatNumber(groups) }),
          }))}
        />
      </Fieldset>
      <details>
        <summary className="link inline-flex min-h-11 w-fit cursor-pointer items-center">
          {m.board_set_title()}
        </summary>
        <p className="mb-4 max-w-(--measure) text-sm">{m.board_set_lead()}</p>
        <SettingsFields settings={USUAL_SETTINGS} regions={mine} />
      </details>
      <div>
        <Button busy={busy} busyText={m.board_solving()}>
          <Shuffle aria-hidden size={20} strokeWidth={1.75} />
          {m.board_rounds_preview()}
        </Button>
      </div>
      <p className="text-sm text-ink-soft">{m.board_rounds_nobody_told()}</p>
      <p className="text-sm text-ink-soft">{m.board_solving_long()}</p>
    </Form>
  )
}

export const ROUND_STATUS: Readonly<Record<RoundState, Status>> = {
  preview: 'held',
  published: 'asked',
  closed: 'done',
  discarded: 'ended',
}

function RoundCard({ round }: { readonly round: RoundListRow }) {
  const { id, state, regionNames, createdOn, served, waiting, firstComeServed, holds } = round
  return (
    <li className="card flex flex-wrap items-center justify-between gap-3 p-4">
      <div className="min-w-0">
        <Link to={paths.round(id)} className="font-[650] hover:underline focus-visible:underline">
          {m.board_round_outcome({ served, waiting })}
        </Link>
        <p className="text-sm text-ink-soft">
          {m.board_round_made({
            day: formatDay(createdOn, true),
            name: round.createdBy,
            regions:
              regionNames.length > 4
                ? m.board_regions_count({ count: regionNames.length })
                : regionNames.join(', '),
          })}
        </p>
        <p className="text-sm">
          {state === 'preview' || state === 'discarded'
            ? m.board_round_compared({ count: firstComeServed })
            : m.board_round_answers({ open: holds.open, accepted: holds.accepted, unused: holds.unused })}
          {round.later > 0 ? ` ${m.board_later_some({ count: round.later })}` : ''}
        </p>
      </div>
      <StatusBadge status={ROUND_STATUS[state]}>{roundStateWord[state]()}</StatusBadge>
    </li>
  )
}
