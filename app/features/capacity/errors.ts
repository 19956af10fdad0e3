import { AppError } from '~/kernel/errors'

/** Fewer places than are promised already. */
export const belowTaken = (taken: number) => new AppError('conflict', 'capacity.below-taken', { taken })
/** The last place has just gone to somebody else. */
export const full = () => new AppError('conflict', 'capacity.full')
/** The group has a place already, here or elsewhere. */
export const groupHasPlace = () => new AppError('conflict', 'capacity.group-has-place')
