import { AppError } from '~/kernel/errors'

export const alreadyStopped = () => new AppError('conflict', 'departure.already-stopped')
export const notStopped = () => new AppError('conflict', 'departure.not-stopped')
