import { AppError } from '~/kernel/errors'

export const loadNotFound = () => new AppError('not-found', 'load.not-found')
/** Somebody pressed it before, or went on in another tab. */
export const loadMovedOn = () => new AppError('conflict', 'load.moved-on')
/** Another load of the same company is being done. */
export const loadAtWork = () => new AppError('conflict', 'load.at-work')
/** All rows are asked for, and some are wrong. */
export const rowsAreWrong = (count: number) => new AppError('conflict', 'load.rows-wrong', { count })
export const nothingToLoad = () => new AppError('conflict', 'load.nothing-to-do')
/** A field without which a row cannot become an offer has no column. */
export const columnMissing = (field: string) => new AppError('invalid', 'load.column-missing', { field })
/** One column cannot be two fields. */
export const columnTwice = (column: string) => new AppError('invalid', 'load.column-twice', { column })
export const undoTooLate = (days: number) => new AppError('conflict', 'load.undo-too-late', { days })
/** The row that shows how is all there is. */
export const onlyExample = () => new AppError('invalid', 'load.only-example')
export const noFile = () => new AppError('invalid', 'load.no-file')
