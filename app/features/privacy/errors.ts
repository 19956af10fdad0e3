/** Why an account is not erased. */
import { AppError } from '~/kernel/errors'

export const wrongAddress = () => new AppError('invalid', 'privacy.wrong-address')
/** Something would be left without anybody; the page says what. */
export const settleFirst = () => new AppError('conflict', 'privacy.settle-first')
