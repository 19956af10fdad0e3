/** Small boxes side by side: years, tracks, weekdays. Each is a native checkbox with its word. */
import type { Option } from '~/components/field'

type Props = {
  readonly name: string
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
}

export function Ticks({ name, options, chosen }: Props) {
  return (
    <div className="flex flex-wrap gap-2">
      {options.map(({ value, label }) => (
        <label
          key={value}
          className="flex min-h-[50px] items-center gap-2 rounded-md border border-line-strong bg-surface px-3 pt-0.5 has-checked:border-2 has-checked:border-act has-checked:bg-act-soft has-checked:px-[11px]"
        >
          <input
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={chosen.includes(value)}
            className="size-5 shrink-0"
          />
          <span className="whitespace-nowrap">{label}</span>
        </label>
      ))}
    </div>
  )
}
