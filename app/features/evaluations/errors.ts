import { AppError } from '~/kernel/errors'
import type { EvaluationRefusal } from './domain/evaluation'

export const cannotEvaluate = (why: EvaluationRefusal) => new AppError('conflict', `evaluation.${why}`)
