import { AppError } from '~/kernel/errors'

/** Used, expired, or never one of ours. */
export const savedSearchLinkGone = () => new AppError('gone', 'saved-search.link-gone')
