import { AppError } from '~/kernel/errors'

/** No verified organisation is called so, or several are. */
export const partnerUnknown = () => new AppError('invalid', 'delegation.partner-unknown')
export const partnerIsSelf = () => new AppError('invalid', 'delegation.partner-is-self')
export const alreadyDelegated = () => new AppError('conflict', 'delegation.already-there')
export const tooManyPartners = (max: number) => new AppError('conflict', 'delegation.too-many', { max })
export const delegationNotFound = () => new AppError('not-found', 'delegation.not-found')
