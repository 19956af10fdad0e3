/** Where a project stands, as a badge. */
import type { Status } from '~/components/status-badge'
import type { ProjectState } from '../domain/project-states'

export const STATUS_OF: Readonly<Record<ProjectState, Status>> = {
  preparing: 'open',
  running: 'booked',
  finished: 'booked',
  published: 'done',
  stopped: 'ended',
}
