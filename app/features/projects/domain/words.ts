/** Projects in the reader's words, for pages and mails alike. */

import type { Licence } from '~/kernel/licence'
import * as m from '~/paraglide/messages'
import type { StopCause } from './project'
import type { ProjectState } from './project-states'

export const stateWord: Record<ProjectState, () => string> = {
  preparing: m.projects_state_preparing,
  running: m.projects_state_running,
  finished: m.projects_state_finished,
  published: m.projects_state_published,
  stopped: m.projects_state_stopped,
}

export const stopWord: Record<StopCause, () => string> = {
  'no-time': m.projects_stop_no_time,
  'no-people': m.projects_stop_no_people,
  'other-plan': m.projects_stop_other_plan,
  'no-agreement': m.projects_stop_no_agreement,
  'member-left': m.projects_stop_member_left,
  'booking-cancelled': m.projects_stop_booking_cancelled,
  other: m.projects_stop_other,
}

/** What others may do with it. */
export const licenceWord: Record<Licence, () => string> = {
  'cc-by-4.0': m.projects_licence_by,
  'cc-by-sa-4.0': m.projects_licence_by_sa,
  'cc-by-nc-sa-4.0': m.projects_licence_by_nc_sa,
  'cc0-1.0': m.projects_licence_zero,
}
