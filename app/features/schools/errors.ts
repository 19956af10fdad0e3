import { AppError } from '~/kernel/errors'

export const branchNotFound = () => new AppError('not-found', 'school.not-found')
export const branchClosed = () => new AppError('conflict', 'school.closed')
export const verifyEmailFirst = () => new AppError('forbidden', 'school.verify-email-first')
export const tooManySchools = (max: number) => new AppError('conflict', 'school.too-many', { max })
/** Nobody asks, or not any more: a colleague may have answered. */
export const nobodyAsks = () => new AppError('conflict', 'school.nobody-asks')
/** The last member goes while companies still answer the school's requests. */
export const requestsStillRun = (count: number) =>
  new AppError('conflict', 'school.requests-still-run', { count })
/** More of the register would close than ever happens in one edition. */
export const closesTooManyBranches = (closed: number, of: number) =>
  new AppError('invalid', 'school.import-closes-too-many', { closed, of })
