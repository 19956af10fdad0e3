import { AppError } from '~/kernel/errors'
import type { ImpersonationRefusal } from './domain/impersonation'

export const cannotLook = (why: ImpersonationRefusal) =>
  new AppError('conflict', `administration.look-${why}`)
export const switchedOff = () => new AppError('conflict', 'administration.switched-off')
/** No account has the address. */
export const noSuchAccount = () => new AppError('invalid', 'administration.no-such-account')
/** One administrator does not block another, or himself. */
export const notAnAdministrator = () => new AppError('conflict', 'administration.not-an-administrator')
