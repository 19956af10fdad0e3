/** A password that a guesser tries first is refused wherever one is chosen. */
import type { Passwords } from '~/platform/auth/password.server'
import { weaknessOf } from '../domain/password-rule'
import { passwordTooEasy } from '../errors'

/**
 * @param about name and e-mail address of whoever chooses it.
 * @throws AppError 422 `account.password-personal`, `account.password-simple`, `account.password-common`.
 */
export async function refuseEasyPassword(
  passwords: Pick<Passwords, 'isCommon'>,
  password: string,
  about: readonly string[],
): Promise<void> {
  const weakness = weaknessOf(password, about)
  if (weakness) throw passwordTooEasy(weakness)
  if (await passwords.isCommon(password)) throw passwordTooEasy('common')
}
