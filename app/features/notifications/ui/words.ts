/** Kinds and deliveries in the reader's words. */
import * as m from '~/paraglide/messages'
import type { Audience, Delivery, Kind } from '../domain/kinds'

export const kindWord: Readonly<Record<Kind, () => string>> = {
  hold: m.notifications_kind_hold,
  answer: m.notifications_kind_answer,
  offered: m.notifications_kind_offered,
  'asked-for-you': m.notifications_kind_asked_for_you,
  'still-wanted': m.notifications_kind_still_wanted,
  'hold-ended': m.notifications_kind_hold_ended,
  'request-asked': m.notifications_kind_request_asked,
  'answer-reminder': m.notifications_kind_answer_reminder,
  'request-withdrawn': m.notifications_kind_request_withdrawn,
  'offer-answered': m.notifications_kind_offer_answered,
  'own-offers': m.notifications_kind_own_offers,
  silence: m.notifications_kind_silence,
  verification: m.notifications_kind_verification,
  loads: m.notifications_kind_loads,
  'booking-made': m.notifications_kind_booking_made,
  'booking-date': m.notifications_kind_booking_date,
  'booking-plan': m.notifications_kind_booking_plan,
  'project-asked': m.notifications_kind_project_asked,
  'project-meeting': m.notifications_kind_project_meeting,
  project: m.notifications_kind_project,
  'booking-cancelled': m.notifications_kind_booking_cancelled,
  'booking-reminder': m.notifications_kind_booking_reminder,
  evaluation: m.notifications_kind_evaluation,
  'evaluation-read': m.notifications_kind_evaluation_read,
  message: m.notifications_kind_message,
  colleagues: m.notifications_kind_colleagues,
  region: m.notifications_kind_region,
  security: m.notifications_kind_security,
}

export const deliveryWord: Readonly<Record<Delivery, () => string>> = {
  now: m.notifications_delivery_now,
  daily: m.notifications_delivery_daily,
  weekly: m.notifications_delivery_weekly,
  off: m.notifications_delivery_off,
}

export const audienceWord: Readonly<Record<Audience, () => string>> = {
  school: m.notifications_audience_school,
  company: m.notifications_audience_company,
  both: m.notifications_audience_both,
  region: m.notifications_audience_region,
  everyone: m.notifications_audience_everyone,
}

/** Of `mail_trouble`. */
export function troubleWord(cause: string): string {
  if (cause === 'refused') return m.notifications_cause_refused()
  return cause === 'bounced' ? m.notifications_cause_bounced() : m.notifications_cause_unreachable()
}
