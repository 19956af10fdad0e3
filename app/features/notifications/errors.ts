import { AppError } from '~/kernel/errors'

/** The link is not of ours, too old, or its account is gone. */
export const stopLinkGone = () => new AppError('gone', 'notification.link-gone')
