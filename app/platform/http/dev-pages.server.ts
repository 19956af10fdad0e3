/** The pages under /dev are for who builds and tries the program: in production they are not there. */
import { notFound } from '~/kernel/errors'
import type { Env } from '~/platform/env/env.server'

/** @throws AppError 404 in production. */
export function refuseInProduction({ APP_ENV }: Pick<Env, 'APP_ENV'>): void {
  if (APP_ENV === 'production') throw notFound('page.not-found')
}
