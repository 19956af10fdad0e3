/** A day with what speaks against it, said while typing and again when the form comes back. */
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { type ReactNode, useState } from 'react'
import { type FieldLike, TextField } from '~/components/field'
import { type DayWishes, warningsOf } from '../domain/day-warnings'
import { warningWord } from './words'

type Props = {
  readonly field: FieldLike
  readonly label: ReactNode
  readonly optional?: string
  readonly wishes: DayWishes
  readonly firstDay: string
  readonly lastDay: string
}

export function DayField({ field, label, optional, wishes, firstDay, lastDay }: Props) {
  const [day, setDay] = useState(typeof field.initialValue === 'string' ? field.initialValue : '')
  const warnings = /^\d{4}-\d{2}-\d{2}$/.test(day) ? warningsOf(day, wishes) : []
  return (
    <div>
      <TextField
        field={field}
        label={label}
        type="date"
        min={firstDay}
        max={lastDay}
        onChange={(event) => setDay(event.currentTarget.value)}
        {...(optional && { optional })}
      />
      <div role="status">
        {warnings.map((warning) => (
          <p key={warning} className="mt-1.5 flex gap-1.5 text-sm text-need-text">
            <TriangleAlert aria-hidden size={17} strokeWidth={1.75} className="mt-0.5 shrink-0" />
            <span>{warningWord[warning]()}</span>
          </p>
        ))}
      </div>
    </div>
  )
}
