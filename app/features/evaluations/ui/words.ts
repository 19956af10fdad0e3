/** Words of answers. */
import * as m from '~/paraglide/messages'
import type { AGAIN, EvaluationRefusal, FITS, GOALS } from '../domain/evaluation'

export const ratingWord: Readonly<Record<string, () => string>> = {
  5: m.evaluations_rating_5,
  4: m.evaluations_rating_4,
  3: m.evaluations_rating_3,
  2: m.evaluations_rating_2,
  1: m.evaluations_rating_1,
}
export const againWord: Readonly<Record<(typeof AGAIN)[number], () => string>> = {
  yes: m.evaluations_again_yes,
  maybe: m.evaluations_again_maybe,
  no: m.evaluations_again_no,
}
export const goalWord: Readonly<Record<(typeof GOALS)[number], () => string>> = {
  reached: m.evaluations_goal_reached,
  partly: m.evaluations_goal_partly,
  not: m.evaluations_goal_not,
}
export const fitWord: Readonly<Record<(typeof FITS)[number], () => string>> = {
  'too-easy': m.evaluations_fit_too_easy,
  right: m.evaluations_fit_right,
  'too-hard': m.evaluations_fit_too_hard,
}
export const refusalWord: Readonly<Record<EvaluationRefusal, () => string>> = {
  'not-yet': m.error_evaluation_not_yet,
  'not-given': m.error_evaluation_not_given,
  'too-long-ago': m.error_evaluation_too_long_ago,
  'already-read': m.error_evaluation_already_read,
}
