/** Buttons say a verb and a thing. One main button per page; deleting only inside a dialog. */
import { Link, type LinkProps } from '@remix-run/react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'

type Look = 'main' | 'second' | 'quiet' | 'danger'
type Size = 'normal' | 'small'

const LOOKS: Record<Look, string> = {
  main: 'bg-act text-on-fill border-2 border-act hover:bg-act-hover hover:border-act-hover',
  second: 'bg-surface text-act-text border-2 border-act hover:bg-act-soft',
  quiet: 'text-act-text underline decoration-1 underline-offset-[.22em] hover:decoration-2',
  danger: 'bg-danger text-on-fill border-2 border-danger',
}
const SIZES: Record<Size, string> = {
  normal: 'min-h-[46px] px-5 pt-[11px] pb-[9px]',
  small: 'min-h-[40px] px-3.5 pt-[8px] pb-[6px] text-sm',
}

function classes(look: Look, size: Size, extra = ''): string {
  return `inline-flex items-center justify-center gap-2 rounded-md font-[650] text-center transition-colors duration-(--fast) ${LOOKS[look]} ${SIZES[size]} ${extra}`
}

type Common = { readonly look?: Look; readonly size?: Size; readonly children: ReactNode }

export function Button({
  look = 'main',
  size = 'normal',
  className,
  busyText,
  busy = false,
  children,
  ...rest
}: Common &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> & {
    /** What it says while the form is on its way. It stays focusable; a second press is ignored. */
    readonly busyText?: string
    readonly busy?: boolean
  }) {
  return (
    <button
      type="submit"
      {...rest}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : rest.onClick?.(event))}
      className={classes(look, size, className)}
    >
      {busy && busyText ? busyText : children}
    </button>
  )
}

export function ButtonLink({
  look = 'main',
  size = 'normal',
  className,
  children,
  ...rest
}: Common & LinkProps) {
  return (
    <Link {...rest} className={classes(look, size, className)}>
      {children}
    </Link>
  )
}
