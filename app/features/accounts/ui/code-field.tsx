/** Six digits of an app; browsers offer them where they can. */
import type { ReactNode } from 'react'
import { type FieldLike, TextField } from '~/components/field'

type Props = { readonly field: FieldLike; readonly label: string; readonly hint?: ReactNode }

export function CodeField({ field, label, hint }: Props) {
  return (
    <TextField
      field={field}
      label={label}
      hint={hint}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={60}
      width="max-w-80"
      required
    />
  )
}
