import { AppError } from '~/kernel/errors'
import type { EvaluationRefusal } from './domain/evaluation'

/** Asks; who knows better says so and sends it again. */
export const aboutPupils = () => new AppError('invalid', 'evaluation.about-pupils')
export const cannotEvaluate = (why: EvaluationRefusal) => new AppError('conflict', `evaluation.${why}`)
