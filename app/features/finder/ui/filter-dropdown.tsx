/** One filter that opens: over the page on a wide window, in place on a phone. */
import ChevronDown from 'lucide-react/icons/chevron-down'
import { type ReactNode, useEffect, useRef } from 'react'

type DropdownProps = {
  readonly label: string
  readonly chosen: number
  readonly openOnPhone: boolean
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A `<details>`: opens without JavaScript; with it, Escape and a press elsewhere close it. */
export function Dropdown({ label, chosen, openOnPhone, wide = false, children }: DropdownProps) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const box = details.current
    if (!box) return
    const isPopover = () => matchMedia('(min-width: 48rem)').matches
    const onPress = (event: PointerEvent) => {
      if (isPopover() && event.target instanceof Node && !box.contains(event.target)) box.open = false
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !box.open || !isPopover()) return
      box.open = false
      box.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', onPress)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPress)
      document.removeEventListener('keydown', onKey)
    }
  }, [])
  return (
    <details
      ref={details}
      open={openOnPhone || undefined}
      className={`group max-md:w-full max-md:rounded-md max-md:border max-md:border-line-strong max-md:bg-surface ${wide ? '' : 'md:relative'}`}
    >
      <summary
        className={`flex h-10 cursor-pointer list-none items-center gap-2 rounded-full border border-line-strong bg-surface px-4 pt-0.5 text-sm max-md:h-12 max-md:border-0 max-md:font-[650] ${chosen > 0 ? 'md:border-2 md:border-act md:bg-act-soft md:font-[650] md:text-act-text' : ''}`}
      >
        {label}
        {chosen > 0 ? <span className="tabular-nums">{chosen}</span> : null}
        <ChevronDown
          aria-hidden
          size={17}
          strokeWidth={1.75}
          className="group-open:rotate-180 max-md:ml-auto"
        />
      </summary>
      <div
        className={`z-[1200] rounded-md bg-surface p-4 max-md:pt-0 md:absolute md:mt-1 md:max-h-[70vh] md:overflow-y-auto md:border md:border-line-strong md:shadow-lg ${wide ? 'md:right-(--gutter) md:left-(--gutter)' : 'md:left-0 md:w-72'}`}
      >
        <fieldset>
          <legend className="sr-only">{label}</legend>
          {children}
        </fieldset>
      </div>
    </details>
  )
}
