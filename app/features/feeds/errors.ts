import { AppError } from '~/kernel/errors'

export const feedNotFound = () => new AppError('not-found', 'feed.not-found')
export const tooManyFeeds = (max: number) => new AppError('conflict', 'feed.too-many', { max })
export const feedIsThere = () => new AppError('conflict', 'feed.already-there')
/** Stopped: it has to be started first. */
export const feedIsStopped = () => new AppError('conflict', 'feed.is-stopped')
