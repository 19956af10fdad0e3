/** A file to choose. What was chosen cannot be given back after a mistake: the error says to choose it again. */
import type { ReactNode } from 'react'
import { FieldError, type FieldLike } from '~/components/field'

type Props = {
  readonly field: FieldLike
  readonly label: ReactNode
  readonly hint: ReactNode
  readonly accept: string
}

export function UploadField({ field, label, hint, accept }: Props) {
  const wrong = field.errors !== undefined && field.errors.length > 0
  return (
    <div>
      <label htmlFor={field.id} className="block font-[650]">
        {label}
      </label>
      <p id={`${field.id}-hint`} className="text-sm text-ink-soft">
        {hint}
      </p>
      <input
        type="file"
        id={field.id}
        name={field.name}
        accept={accept}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${field.id}-hint ${field.id}-error` : `${field.id}-hint`}
        className="field-box mt-1.5 file:mr-3 file:min-h-9 file:rounded-md file:border-2 file:border-act file:bg-surface file:px-3 file:font-[650] file:text-act-text"
      />
      <FieldError field={field} />
    </div>
  )
}
