/** A choice that is on or off, with how much there is of it. */
import Check from 'lucide-react/icons/check'
import type { ReactNode } from 'react'
import { formatNumber } from './format'

type Props = {
  readonly name: string
  readonly value: string
  readonly checked: boolean
  readonly count: number
  readonly children: ReactNode
}

export function ChipTick({ name, value, checked, count, children }: Props) {
  return (
    <label
      className={`relative inline-flex h-10 cursor-pointer items-center gap-2 rounded-full border border-line-strong bg-surface px-4 pt-0.5 text-sm has-checked:border-2 has-checked:border-act has-checked:bg-act-soft has-checked:px-[15px] has-checked:font-[650] has-checked:text-act-text has-focus-visible:shadow-[0_0_0_3px_var(--focus-band)] has-focus-visible:outline-[3px] has-focus-visible:outline-offset-[3px] has-focus-visible:outline-(--focus-edge) max-md:h-11 ${count === 0 ? 'border-dashed' : ''}`}
    >
      <input type="checkbox" name={name} value={value} defaultChecked={checked} className="peer sr-only" />
      <Check aria-hidden size={17} strokeWidth={1.75} className="hidden peer-checked:block" />
      {children}
      <span className="font-[400] text-ink-soft tabular-nums">{formatNumber(count)}</span>
    </label>
  )
}
