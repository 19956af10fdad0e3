/**
 * What follows on what: type of event → who reacts. A subscriber loads the present state itself, so that a late, doubled
 * or reordered event does no harm.
 */

import { SYSTEM } from '~/authorisation/actor'
import type { OrganisationId, UserId } from '~/kernel/ids'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import {
  mailAlreadyHasAccount,
  mailConfirmation,
  mailPasswordChanged,
  mailReset,
  mailSignInLink,
} from './features/accounts/reactions/mail-accounts.server'
import {
  mailEmailChangeAsked,
  mailEmailChanged,
} from './features/accounts/reactions/mail-email-change.server'
import { mailJoinService } from './features/accounts/reactions/mail-join-service.server'
import { mailSecurityNews } from './features/accounts/reactions/mail-security.server'
import {
  mailBookingCancelled,
  mailBookingDateSet,
  mailBookingMade,
  mailBookingReminder,
  mailBothEvaluated,
  mailEvaluationAsked,
  mailPlanChanged,
} from './features/bookings/reactions/send-booking-mails.server'
import {
  giveFreedPlaceOn,
  giveOpenPlacesOn,
  giveUnusedHoldOn,
} from './features/clearing/reactions/give-on.server'
import {
  mailHoldExpired,
  mailHoldExpiresSoon,
  mailHoldOffered,
} from './features/clearing/reactions/write-to-school.server'
import {
  mailFilesLeftOut,
  mailMessage,
  mailNotTaken,
} from './features/conversations/reactions/mail-messages.server'
import { scanMessageFiles } from './features/conversations/use-cases/scan-message-files.server'
import { mailDelegation, mailLoadedForYou } from './features/delegations/reactions/mail-delegations.server'
import { mailCompanyStopped, mailSchoolClosed } from './features/departures/reactions/mail-departures.server'
import { windDownCompany } from './features/departures/use-cases/wind-down-company.server'
import { mailFeedFailed, mailFeedReady } from './features/feeds/reactions/mail-feeds.server'
import { followLoad, stopUndone } from './features/feeds/use-cases/follow-load.server'
import { harvestFeed } from './features/feeds/use-cases/harvest-feed.server'
import { indexOffer, indexOfferOfPlace, indexOffersOf } from './features/finder/reactions/index-offer.server'
import { mailLoadDone } from './features/loads/reactions/mail-load-done.server'
import { workLoad } from './features/loads/use-cases/work-load.server'
import { scanFiles } from './features/media/use-cases/scan-files.server'
import { mailNotificationDigest } from './features/notifications/reactions/mail-digest.server'
import { mailStillRight } from './features/offers/reactions/mail-still-right.server'
import {
  mailColleagueJoined,
  mailInvitation,
  mailOwnAccess,
} from './features/organisations/reactions/mail-colleagues.server'
import { mailCoordinators } from './features/organisations/reactions/mail-coordinators.server'
import { mailLeads } from './features/organisations/reactions/mail-leads.server'
import { mailOfferEntered, mailRequestEntered } from './features/phone-entries/reactions/mail-entries.server'
import { mailErased } from './features/privacy/reactions/mail-erased.server'
import {
  mailProjectFiles,
  mailProjectInvited,
  mailProjectJoined,
  mailProjectLicence,
  mailProjectMeeting,
  mailProjectPublished,
} from './features/projects/reactions/mail-projects.server'
import { beginProject } from './features/projects/use-cases/begin-project.server'
import { followResult } from './features/projects/use-cases/follow-result.server'
import { stopWithBooking } from './features/projects/use-cases/move-project.server'
import { scanVersions } from './features/projects/use-cases/scan-versions.server'
import {
  mailOffered,
  mailOfferedDue,
  mailOfferedEnded,
} from './features/proposals/reactions/mail-offered.server'
import {
  mailAskedForSchool,
  mailNewRequest,
  mailNotHelped,
  mailReminder,
  mailWithdrawn,
} from './features/proposals/reactions/mail-proposals.server'
import { mailStillWanted } from './features/requests/reactions/mail-still-wanted.server'
import {
  mailSavedSearchAsked,
  mailSavedSearchDigest,
  mailSavedSearchesFull,
  mailSavedSearchRenewal,
} from './features/saved-searches/reactions/mail-saved-searches.server'
import { mailJoinAnswered, mailJoinAsked } from './features/schools/reactions/mail-members.server'
import { mailSilence } from './features/silence/reactions/mail-silence.server'
import type { Wiring } from './wiring.server'

export type Reaction = (wiring: Wiring, event: StoredEvent) => Promise<void>

const REACTIONS: Readonly<Record<string, Readonly<Record<string, Reaction>>>> = {
  AccountErased: { 'mail-erased': mailErased },
  SignedUp: { 'mail-confirmation': mailConfirmation },
  EmailConfirmationAsked: { 'mail-confirmation': mailConfirmation },
  SignUpRepeated: { 'mail-already-has-account': mailAlreadyHasAccount },
  PasswordResetAsked: { 'mail-reset': mailReset },
  PasswordChanged: { 'mail-password-changed': mailPasswordChanged },
  SignedInOnNewBrowser: { 'mail-security': mailSecurityNews },
  TwoStepTurnedOn: { 'mail-security': mailSecurityNews },
  TwoStepTurnedOff: { 'mail-security': mailSecurityNews },
  PasskeyAdded: { 'mail-security': mailSecurityNews },
  PasskeyRemoved: { 'mail-security': mailSecurityNews },
  SignInServiceAsked: { 'mail-join-service': mailJoinService },
  SignInServiceJoined: { 'mail-security': mailSecurityNews },
  SignInLinkAsked: { 'mail-sign-in-link': mailSignInLink },
  EmailChangeAsked: { 'mail-new-address': mailEmailChangeAsked },
  EmailChanged: { 'mail-old-address': mailEmailChanged },
  RecoveryCodeUsed: { 'mail-security': mailSecurityNews },
  RecoveryCodesRenewed: { 'mail-security': mailSecurityNews },
  BookingMade: {
    'mail-booking': mailBookingMade,
    'index-places': indexOfferOfPlace,
    'begin-project': beginProjectOf,
  },
  BookingDateChosen: { 'mail-booking': mailBookingDateSet },
  BookingMoved: {
    'mail-booking': mailBookingDateSet,
    'give-on': giveFreedPlaceOn,
    'index-places': indexOfferOfPlace,
  },
  BookingCancelled: {
    'mail-booking': mailBookingCancelled,
    'stop-project': stopProjectOf,
    'give-on': giveFreedPlaceOn,
    'index-places': indexOfferOfPlace,
  },
  BookingPlanChanged: { 'mail-other': mailPlanChanged },
  BookingReminderDue: { 'mail-booking': mailBookingReminder },
  BookingDone: { 'mail-company': mailEvaluationAsked },
  BookingEvaluated: { 'mail-other': mailBothEvaluated },
  CalendarChanged: { 'give-on': giveOpenPlacesOn, 'index-offer': indexOffer },
  OfferPublished: { 'index-offer': indexOffer, 'follow-result': followResultOf },
  OfferChanged: { 'index-offer': indexOffer },
  OfferPaused: { 'index-offer': indexOffer },
  OfferArchived: { 'index-offer': indexOffer },
  OfferFileAdded: { 'scan-file': scanAdded },
  ProjectMemberInvited: { 'mail-invited': mailProjectInvited },
  ProjectMemberJoined: { 'mail-members': mailProjectJoined },
  ProjectMeetingPlanned: { 'mail-members': mailProjectMeeting },
  ProjectMeetingMoved: { 'mail-members': mailProjectMeeting },
  ProjectMeetingCancelled: { 'mail-members': mailProjectMeeting },
  ProjectFileVersionAdded: { 'scan-file': scanVersionsAdded },
  ProjectFilesDue: { 'mail-members': mailProjectFiles },
  ProjectLicenceChosen: { 'mail-members': mailProjectLicence },
  ProjectPublished: { 'mail-members': mailProjectPublished },
  LoadStarted: { 'work-load': continueLoad },
  LoadUndoAsked: { 'work-load': continueLoad, 'stop-feed': stopFeed },
  LoadDone: { 'mail-loader': mailLoadDone, 'mail-member': mailLoadedForYou, 'follow-feed': followFeed },
  LoadingDelegated: { 'mail-partner': mailDelegation },
  LoadingRevoked: { 'mail-partner': mailDelegation },
  FeedDue: { harvest },
  FeedReady: { 'mail-leads': mailFeedReady },
  FeedFailed: { 'mail-leads': mailFeedFailed },
  MessageWritten: { 'mail-other': mailMessage, 'scan-files': scanWritten },
  MailRefused: { 'mail-sender': mailNotTaken },
  MailFilesRefused: { 'mail-sender': mailFilesLeftOut },
  CompanyIsSilent: { 'mail-owners': mailSilence },
  CompanyHidden: { 'mail-owners': mailSilence },
  CompanyStopped: { 'wind-down': windDown, 'mail-coordinators': mailCompanyStopped },
  SchoolCloses: { 'mail-members': mailSchoolClosed },
  SchoolEnded: { 'mail-members': mailSchoolClosed },
  StillRightAsked: { 'mail-leads': mailStillRight },
  OffersWentStale: { 'mail-leads': mailStillRight },
  ProposalSent: { 'mail-company': mailNewRequest },
  ProposalPassed: { 'mail-colleague': mailNewRequest },
  AskedForSchool: { 'mail-school': mailAskedForSchool },
  AnswersDue: { 'mail-company': mailReminder },
  ProposalOffered: { 'mail-school': mailOffered },
  OfferedDue: { 'mail-school': mailOfferedDue },
  // Whoever is told reads whether it was asked or offered: the other one stays silent.
  ProposalWithdrawn: { 'mail-company': mailWithdrawn, 'mail-offerer': mailOfferedEnded },
  ProposalDeclined: { 'mail-school': mailNotHelped, 'mail-offerer': mailOfferedEnded },
  ProposalExpired: { 'mail-school': mailNotHelped, 'mail-offerer': mailOfferedEnded },
  SchoolJoinAsked: { 'mail-leads': mailJoinAsked },
  SchoolJoinAccepted: { 'mail-asker': mailJoinAnswered },
  SchoolJoinRefused: { 'mail-asker': mailJoinAnswered },
  SavedSearchAsked: { 'mail-saver': mailSavedSearchAsked },
  SavedSearchesFull: { 'mail-saver': mailSavedSearchesFull },
  SavedSearchDigestDue: { 'mail-saver': mailSavedSearchDigest },
  SavedSearchRenewalDue: { 'mail-saver': mailSavedSearchRenewal },
  NotificationDigestDue: { 'mail-reader': mailNotificationDigest },
  StillWantedAsked: { 'mail-school': mailStillWanted },
  HoldOffered: { 'mail-hold': mailHoldOffered, 'index-places': indexOfferOfPlace },
  HoldExpiresSoon: { 'mail-hold': mailHoldExpiresSoon },
  HoldUnused: {
    'give-on': giveUnusedHoldOn,
    'mail-expired': mailHoldExpired,
    'index-places': indexOfferOfPlace,
  },
  RequestEntered: { 'mail-school': mailRequestEntered },
  OfferEntered: { 'mail-leads': mailOfferEntered },
  ColleagueInvited: { 'mail-invited': mailInvitation },
  ColleagueJoined: { 'mail-owners': mailColleagueJoined },
  ColleagueRemoved: { 'mail-person': mailOwnAccess },
  ColleagueRoleChanged: { 'mail-person': mailOwnAccess },
  OrganisationCreated: { 'mail-coordinators': mailCoordinators },
  OrganisationAskedAgain: { 'mail-coordinators': mailCoordinators },
  OrganisationChanged: { 'index-offers': indexOffersOf },
  OrganisationVerified: { 'index-offers': indexOffersOf, 'mail-leads': mailLeads },
  OrganisationRefused: { 'index-offers': indexOffersOf, 'mail-leads': mailLeads },
}

async function windDown(wiring: Wiring, { subjectId, payload }: StoredEvent): Promise<void> {
  await windDownCompany(wiring, {
    organisationId: subjectId as OrganisationId,
    byId: payload.byId as UserId,
    keepsBookings: payload.keepsBookings === true,
  })
}

async function beginProjectOf(wiring: Wiring, { subjectId }: StoredEvent): Promise<void> {
  await beginProject(wiring, SYSTEM, subjectId)
}

async function stopProjectOf(wiring: Wiring, { subjectId }: StoredEvent): Promise<void> {
  await stopWithBooking(wiring, subjectId)
}

async function followResultOf(wiring: Wiring, { subjectId }: StoredEvent): Promise<void> {
  await followResult(wiring, subjectId)
}

async function scanVersionsAdded(wiring: Wiring): Promise<void> {
  await scanVersions(wiring)
}

async function scanAdded(wiring: Wiring): Promise<void> {
  await scanFiles(wiring)
}

async function scanWritten(wiring: Wiring): Promise<void> {
  await scanMessageFiles(wiring)
}

async function continueLoad(wiring: Wiring, { subjectId }: StoredEvent): Promise<void> {
  await workLoad(wiring, subjectId)
}

async function harvest(wiring: Wiring, { subjectId }: StoredEvent): Promise<void> {
  await harvestFeed(wiring, subjectId)
}

async function followFeed(wiring: Wiring, { subjectId }: StoredEvent): Promise<void> {
  await followLoad(wiring, subjectId)
}

async function stopFeed(wiring: Wiring, { subjectId }: StoredEvent): Promise<void> {
  await stopUndone(wiring, subjectId)
}

/** @returns the names of those who react to this type of event. */
export function subscribersOf(type: string): readonly string[] {
  return Object.keys(REACTIONS[type] ?? {})
}

/** @returns the reaction, `undefined` when this release has none of that name. */
export function reactionOf(type: string, subscriber: string): Reaction | undefined {
  return REACTIONS[type]?.[subscriber]
}
