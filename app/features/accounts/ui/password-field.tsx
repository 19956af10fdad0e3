/** A password: may be pasted, may be looked at. */
import { useEffect, useState } from 'react'
import { type FieldLike, TextField } from '~/components/field'
import * as m from '~/paraglide/messages'
import { LIMITS } from '../domain/account'

type Props = {
  readonly field: FieldLike
  readonly label: string
  /** A new one is told how long it must be, and the browser may make one up. */
  readonly isNew?: boolean
}

export function PasswordField({ field, label, isNew = false }: Props) {
  const [isScripted, setScripted] = useState(false)
  const [isShown, setShown] = useState(false)
  // Without scripts there would be a button that does nothing.
  useEffect(() => setScripted(true), [])
  return (
    <div>
      <TextField
        field={field}
        label={label}
        hint={isNew ? m.accounts_password_hint({ min: LIMITS.passwordMin }) : undefined}
        type={isShown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        maxLength={LIMITS.passwordMax}
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      {isScripted ? (
        <button
          type="button"
          aria-controls={field.id}
          onClick={() => setShown(!isShown)}
          className="link mt-1 min-h-8 text-sm"
        >
          {isShown ? m.accounts_password_hide() : m.accounts_password_show()}
        </button>
      ) : null}
    </div>
  )
}
