/** Words of the domain as the columns of the tables of projects say them. */
import type {
  ProjectLicence as LicenceColumn,
  FileScan as ScanColumn,
  ProjectStop as StopColumn,
} from '~/generated/prisma/enums'
import type { Licence } from '~/kernel/licence'
import type { StopCause } from './domain/project'

export const LICENCE_COLUMN = {
  'cc-by-4.0': 'cc_by',
  'cc-by-sa-4.0': 'cc_by_sa',
  'cc-by-nc-sa-4.0': 'cc_by_nc_sa',
  'cc0-1.0': 'cc0',
} as const satisfies Record<Licence, LicenceColumn>

export const STOP_COLUMN = {
  'no-time': 'no_time',
  'no-people': 'no_people',
  'other-plan': 'other_plan',
  'no-agreement': 'no_agreement',
  'member-left': 'member_left',
  'booking-cancelled': 'booking_cancelled',
  other: 'other',
} as const satisfies Record<StopCause, StopColumn>

export const SCAN_COLUMN = {
  waiting: 'waiting',
  clean: 'clean',
  infected: 'infected',
  'not-scanned': 'not_scanned',
} as const satisfies Record<string, ScanColumn>
