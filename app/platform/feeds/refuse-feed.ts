import { AppError, type ErrorParams } from '~/kernel/errors'

/** What is no feed, or more than is read. */
export const refuseFeed = (what: string, params: ErrorParams = {}) =>
  new AppError('invalid', `feed.${what}`, params)
