import { AppError } from '~/kernel/errors'

/** Somebody else changed it while the page stood open. */
export const synonymMoved = () => new AppError('conflict', 'synonym.changed-meanwhile')
