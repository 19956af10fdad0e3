/** The question to the guard as an action asks it. */
import type { Clock } from '~/kernel/calendar'
import type { FormGuard } from '~/platform/spam/form-guard.server'
import { readForm } from './form.server'

/**
 * @param request a copy: its body is read.
 * @throws AppError `invalid` `form.trapped`, `form.unreadable`.
 */
export async function isProvenForm(
  needs: { readonly formGuard: FormGuard; readonly clock: Clock },
  request: Request,
): Promise<boolean> {
  return needs.formGuard.isProven(await readForm(request), needs.clock.now())
}
