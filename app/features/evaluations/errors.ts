import { AppError } from '~/kernel/errors'
import type { EvaluationRefusal } from './domain/evaluation'

/** Asks; who knows better says so and sends it again. */
export const aboutPupils = () => new AppError('invalid', 'evaluation.about-pupils')
export const cannotEvaluate = (why: EvaluationRefusal) => new AppError('conflict', `evaluation.${why}`)
export const evaluationLinkGone = () => new AppError('gone', 'evaluation.link-gone')
/** Somebody else is signed in: what is said would stand under the wrong name. */
export const evaluationLinkOfOther = () => new AppError('forbidden', 'evaluation.link-of-other')
