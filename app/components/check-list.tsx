/** Many choices of which a few are taken: quiet rows in columns. For a handful, `ChoiceRows` is easier to hit. */
import { chosenOf, type FieldLike, type Option } from './field'

type Props = {
  readonly field: Pick<FieldLike, 'name' | 'initialValue'>
  readonly options: readonly Option[]
  /** For texts of a line or more. */
  readonly wide?: boolean
}

export function CheckList({ field, options, wide = false }: Props) {
  const chosen = new Set(chosenOf(field.initialValue))
  return (
    <div className={`grid gap-x-6 ${wide ? '' : 'sm:grid-cols-2'}`}>
      {options.map(({ value, label }) => (
        <label key={value} className="flex min-h-11 items-start gap-3 pt-2.5 pb-1.5 has-checked:font-[650]">
          <input
            type="checkbox"
            name={field.name}
            value={value}
            defaultChecked={chosen.has(value)}
            className="mt-0.5 size-5 shrink-0"
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}
