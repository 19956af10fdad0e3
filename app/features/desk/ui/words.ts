/** A need in words: what it is, what is asked, and where it is done. */
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Need, NeedKind } from '../domain/needs'

type Words = {
  readonly text: (need: Need) => string
  readonly button: () => string
  readonly to: (need: Need) => string
}

const company = ({ partner }: Need) => ({ company: partner })
const school = ({ partner }: Need) => ({ school: partner })

const WORDS: Record<NeedKind, Words> = {
  hidden: { text: m.desk_hidden, button: m.desk_hidden_do, to: paths.silence },
  refused: {
    text: m.desk_refused,
    button: m.desk_refused_do,
    to: ({ id }) => paths.myOrganisation({ of: id }),
  },
  question: {
    text: ({ partner, count }) => m.desk_question({ place: partner, count }),
    button: m.desk_question_do,
    to: ({ id }) => paths.proposal(id),
  },
  hold: {
    text: (need) => m.desk_hold(company(need)),
    button: m.desk_hold_do,
    to: ({ id }) => paths.hold(id),
  },
  'agree-day': {
    text: (need) => m.desk_agree_day(school(need)),
    button: m.desk_agree_day_do,
    to: ({ id }) => paths.booking(id),
  },
  'choose-day': {
    text: (need) =>
      need.count > 0
        ? m.desk_choose_day({ ...company(need), count: need.count })
        : m.desk_choose_day_together(company(need)),
    button: m.desk_choose_day_do,
    to: ({ id }) => paths.booking(id),
  },
  offered: {
    text: ({ partner, count }) => m.desk_offered({ company: partner, count }),
    button: m.desk_offered_do,
    to: ({ id }) => paths.request(id),
  },
  'still-wanted': {
    text: m.desk_still_wanted,
    button: m.desk_still_wanted_do,
    to: ({ id }) => paths.request(id),
  },
  answered: {
    text: ({ partner, count }) => m.desk_answered({ company: partner, count }),
    button: m.desk_answered_do,
    to: ({ id }) => paths.request(id),
  },
  'ask-somebody': {
    text: m.desk_ask_somebody,
    button: m.desk_ask_somebody_do,
    to: ({ id }) => paths.request(id),
  },
  member: { text: (need) => m.desk_member(school(need)), button: m.desk_member_do, to: paths.accountSchool },
  report: {
    text: (need) => m.desk_report(company(need)),
    button: m.desk_report_do,
    to: ({ id }) => paths.booking(id),
  },
  feed: {
    text: ({ count }) => (count > 0 ? m.desk_feed({ count }) : m.desk_feed_waits()),
    button: m.desk_feed_do,
    to: ({ id }) => paths.feeds(id),
  },
  load: {
    text: ({ count }) => (count > 0 ? m.desk_load({ count }) : m.desk_load_waits()),
    button: m.desk_load_do,
    to: ({ id }) => paths.load(id),
  },
  full: {
    text: ({ count }) => m.desk_full({ count }),
    button: m.desk_full_do,
    to: ({ id }) => paths.offerCalendar(id),
  },
  stale: {
    text: ({ dueOn }) => (dueOn ? m.desk_stale() : m.desk_stale_paused()),
    button: m.desk_stale_do,
    to: ({ id }) => paths.myOrganisation({ of: id }),
  },
  evaluate: {
    text: ({ partner }) => m.desk_evaluate({ partner }),
    button: m.desk_evaluate_do,
    to: ({ id }) => paths.evaluation(id),
  },
  'draft-request': {
    text: m.desk_draft_request,
    button: m.desk_draft_request_do,
    to: ({ id }) => paths.requestDraft(id),
  },
  'draft-offer': {
    text: m.desk_draft_offer,
    button: m.desk_draft_offer_do,
    to: ({ id }) => paths.offerStep(id, 'publish'),
  },
}

/** @returns what is asked, in a sentence; the button; and the page on which it is done. */
export function wordsOf(need: Need): { readonly text: string; readonly button: string; readonly to: string } {
  const { text, button, to } = WORDS[need.kind]
  return { text: text(need), button: button(), to: to(need) }
}
