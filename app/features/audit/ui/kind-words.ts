/** What the log says of each kind of event, and of what it is about. */
import * as m from '~/paraglide/messages'
import type { AuditSubject } from '../domain/audited'

const KINDS: Readonly<Record<string, () => string>> = {
  SignedIn: m.audit_kind_signed_in,
  SignedUp: m.audit_kind_signed_up,
  SignUpRepeated: m.audit_kind_sign_up_repeated,
  EmailConfirmationAsked: m.audit_kind_email_confirmation_asked,
  EmailConfirmed: m.audit_kind_email_confirmed,
  PasswordResetAsked: m.audit_kind_password_reset_asked,
  PasswordChanged: m.audit_kind_password_changed,
  SignedInOnNewBrowser: m.audit_kind_signed_in_on_new_browser,
  PasskeyAdded: m.audit_kind_passkey_added,
  PasskeyRemoved: m.audit_kind_passkey_removed,
  SignInLinkAsked: m.audit_kind_sign_in_link_asked,
  EmailChangeAsked: m.audit_kind_email_change_asked,
  EmailChanged: m.audit_kind_email_changed,
  EmailChangeUndone: m.audit_kind_email_change_undone,
  SessionEnded: m.audit_kind_session_ended,
  TwoStepTurnedOn: m.audit_kind_two_step_turned_on,
  TwoStepTurnedOff: m.audit_kind_two_step_turned_off,
  RecoveryCodeUsed: m.audit_kind_recovery_code_used,
  RecoveryCodesRenewed: m.audit_kind_recovery_codes_renewed,
  AccountErased: m.audit_kind_account_erased,
  AccountBlocked: m.audit_kind_account_blocked,
  AccountUnblocked: m.audit_kind_account_unblocked,
  SessionsEnded: m.audit_kind_sessions_ended,
  ImpersonationBegun: m.audit_kind_impersonation_begun,
  ImpersonationEnded: m.audit_kind_impersonation_ended,
  CoordinatorAppointed: m.audit_kind_coordinator_appointed,
  CoordinatorEnded: m.audit_kind_coordinator_ended,
  SwitchSet: m.audit_kind_switch_set,
  TableTaken: m.audit_kind_table_taken,
  OrganisationCreated: m.audit_kind_organisation_created,
  OrganisationChanged: m.audit_kind_organisation_changed,
  OrganisationAskedAgain: m.audit_kind_organisation_asked_again,
  OrganisationVerified: m.audit_kind_organisation_verified,
  OrganisationRefused: m.audit_kind_organisation_refused,
  ColleagueInvited: m.audit_kind_colleague_invited,
  ColleagueJoined: m.audit_kind_colleague_joined,
  ColleagueRemoved: m.audit_kind_colleague_removed,
  ColleagueLeft: m.audit_kind_colleague_left,
  ColleagueRoleChanged: m.audit_kind_colleague_role_changed,
  CompanyIsSilent: m.audit_kind_company_is_silent,
  CompanyHidden: m.audit_kind_company_hidden,
  LoadingDelegated: m.audit_kind_loading_delegated,
  LoadingRevoked: m.audit_kind_loading_revoked,
  LoadStarted: m.audit_kind_load_started,
  LoadDone: m.audit_kind_load_done,
  LoadUndoAsked: m.audit_kind_load_undo_asked,
  FeedFailed: m.audit_kind_feed_failed,
  OfferDrafted: m.audit_kind_offer_drafted,
  OfferPublished: m.audit_kind_offer_published,
  OfferChanged: m.audit_kind_offer_changed,
  OfferPaused: m.audit_kind_offer_paused,
  OfferArchived: m.audit_kind_offer_archived,
  OfferEntered: m.audit_kind_offer_entered,
  OfferFileAdded: m.audit_kind_offer_file_added,
  OffersWentStale: m.audit_kind_offers_went_stale,
  CalendarChanged: m.audit_kind_calendar_changed,
  SchoolJoined: m.audit_kind_school_joined,
  SchoolJoinAsked: m.audit_kind_school_join_asked,
  SchoolJoinAccepted: m.audit_kind_school_join_accepted,
  SchoolJoinRefused: m.audit_kind_school_join_refused,
  SchoolLeft: m.audit_kind_school_left,
  RequestPosted: m.audit_kind_request_posted,
  RequestChanged: m.audit_kind_request_changed,
  RequestEntered: m.audit_kind_request_entered,
  RequestWaits: m.audit_kind_request_waits,
  RequestExpired: m.audit_kind_request_expired,
  RequestWithdrawn: m.audit_kind_request_withdrawn,
  AskedForSchool: m.audit_kind_asked_for_school,
  ProposalSent: m.audit_kind_proposal_sent,
  ProposalOffered: m.audit_kind_proposal_offered,
  ProposalAccepted: m.audit_kind_proposal_accepted,
  ProposalDeclined: m.audit_kind_proposal_declined,
  ProposalWithdrawn: m.audit_kind_proposal_withdrawn,
  ProposalExpired: m.audit_kind_proposal_expired,
  ProposalPassed: m.audit_kind_proposal_passed,
  BookingMade: m.audit_kind_booking_made,
  BookingDateChosen: m.audit_kind_booking_date_chosen,
  BookingMoved: m.audit_kind_booking_moved,
  BookingDone: m.audit_kind_booking_done,
  BookingMissed: m.audit_kind_booking_missed,
  BookingCancelled: m.audit_kind_booking_cancelled,
  BookingEvaluated: m.audit_kind_booking_evaluated,
  HoldOffered: m.audit_kind_hold_offered,
  HoldAccepted: m.audit_kind_hold_accepted,
  HoldUnused: m.audit_kind_hold_unused,
  RoundPublished: m.audit_kind_round_published,
  SynonymChanged: m.audit_kind_synonym_changed,
}

const SUBJECTS: Readonly<Record<AuditSubject, () => string>> = {
  user: m.audit_subject_user,
  organisation: m.audit_subject_organisation,
  invitation: m.audit_subject_invitation,
  delegation: m.audit_subject_delegation,
  branch: m.audit_subject_branch,
  offer: m.audit_subject_offer,
  load: m.audit_subject_load,
  feed: m.audit_subject_feed,
  request: m.audit_subject_request,
  proposal: m.audit_subject_proposal,
  booking: m.audit_subject_booking,
  hold: m.audit_subject_hold,
  round: m.audit_subject_round,
  region: m.audit_subject_region,
  list: m.audit_subject_list,
  switch: m.audit_subject_switch,
  other: m.audit_subject_other,
}

/** An event that has no words yet is told by its name in the code. */
export function kindWord(kind: string): string {
  return KINDS[kind]?.() ?? kind
}

export function subjectWord(subject: AuditSubject): string {
  return SUBJECTS[subject]()
}

/** @returns every kind that has words, in the order of the reader's alphabet. */
export function kindOptions(): { readonly value: string; readonly label: string }[] {
  return Object.entries(KINDS)
    .map(([value, word]) => ({ value, label: word() }))
    .sort((a, b) => a.label.localeCompare(b.label))
}
