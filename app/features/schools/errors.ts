import { AppError } from '~/kernel/errors'

export const branchNotFound = () => new AppError('not-found', 'school.not-found')
export const alreadyThere = () => new AppError('conflict', 'school.already-member')
/** More of the register would close than ever happens in one edition. */
export const closesTooManyBranches = (closed: number, of: number) =>
  new AppError('invalid', 'school.import-closes-too-many', { closed, of })
