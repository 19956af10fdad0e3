/** Short choices side by side, several of them possible: days, years, languages. Without a count: see `ChipTick`. */
import Check from 'lucide-react/icons/check'
import { chosenOf, type FieldLike, type Option } from './field'

type Props = {
  readonly field: Pick<FieldLike, 'name' | 'initialValue'>
  /** `goals`: which curriculum goals are asked once it is ticked (`.offer-form` in the style sheet). */
  readonly options: readonly (Option & { readonly goals?: string | undefined })[]
}

export function TickChips({ field, options }: Props) {
  const chosen = new Set(chosenOf(field.initialValue))
  return (
    <div className="flex flex-wrap gap-2">
      {options.map(({ value, label, goals }) => (
        <label
          key={value}
          className="relative inline-flex h-11 min-w-11 cursor-pointer items-center justify-center gap-1.5 rounded-full border border-line-strong bg-surface px-4 pt-0.5 has-checked:border-2 has-checked:border-act has-checked:bg-act-soft has-checked:px-[15px] has-checked:font-[650] has-checked:text-act-text has-focus-visible:shadow-[0_0_0_3px_var(--focus-band)] has-focus-visible:outline-[3px] has-focus-visible:outline-offset-[3px] has-focus-visible:outline-(--focus-edge)"
        >
          <input
            type="checkbox"
            name={field.name}
            value={value}
            data-goals={goals}
            defaultChecked={chosen.has(value)}
            className="peer sr-only"
          />
          <Check aria-hidden size={17} strokeWidth={1.75} className="hidden peer-checked:block" />
          {label}
        </label>
      ))}
    </div>
  )
}
