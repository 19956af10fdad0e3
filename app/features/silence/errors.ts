import { AppError } from '~/kernel/errors'

export const silenceLinkGone = () => new AppError('gone', 'silence.link-gone')
