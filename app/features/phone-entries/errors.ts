import { AppError } from '~/kernel/errors'

/** Nobody of the school has an account, so somebody has to be written to. */
export const contactMissing = () => new AppError('invalid', 'phone-entry.contact-missing')
/** The link of the mail is used, expired or not of ours. */
export const entryLinkGone = () => new AppError('gone', 'phone-entry.link-gone')
/** The address of who rang has an account by now, or has none. */
export const accountMoved = () => new AppError('conflict', 'phone-entry.account-moved')
/** An administrator switched it off. */
export const phoneIsOff = () => new AppError('conflict', 'phone-entry.switched-off')
