import { AppError } from '~/kernel/errors'
import { FILE_LIMITS } from './domain/offer-file'
import { PICTURE_LIMITS } from './domain/offer-picture'

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)

export const noPicture = () => new AppError('invalid', 'media.no-picture')
export const pictureTooLarge = () =>
  new AppError('invalid', 'media.picture-too-large', { max: megabytes(PICTURE_LIMITS.bytes) })
/** What is in the file is no picture that pages can show. */
export const pictureRefused = (reason: 'type' | 'heic' | 'broken' | 'too-many-pixels' | 'too-small') =>
  new AppError('invalid', `media.picture-${reason}`)
export const picturesFull = () =>
  new AppError('conflict', 'media.pictures-full', { max: PICTURE_LIMITS.count })
export const noFile = () => new AppError('invalid', 'media.no-file')
export const fileTooLarge = () =>
  new AppError('invalid', 'media.file-too-large', { max: megabytes(FILE_LIMITS.bytes) })
export const fileRefused = () => new AppError('invalid', 'media.file-type')
export const filesFull = () => new AppError('conflict', 'media.files-full', { max: FILE_LIMITS.count })
/** Schools would press for something that is not there. */
export const lastFile = () => new AppError('conflict', 'media.last-file')
/** Not there, or not the actor's. */
export const mediaNotFound = () => new AppError('not-found', 'page.not-found')
