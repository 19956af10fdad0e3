/** Pads on a trace: where one is in a row of pages. Steps that are done are links backwards. */
import { Link } from '@remix-run/react'
import * as m from '~/paraglide/messages'

export type Step = { readonly name: string; readonly to: string }

export function Steps({ steps, now }: { readonly steps: readonly Step[]; readonly now: number }) {
  return (
    <nav aria-label={m.common_steps()}>
      <p className="text-sm text-ink-soft">{m.common_step_of({ now: now + 1, of: steps.length })}</p>
      <ol className="mt-2 flex">
        {steps.map(({ name, to }, i) => (
          <li key={to} aria-current={i === now ? 'step' : undefined} className="relative flex-1 pt-6">
            {i < steps.length - 1 ? (
              <span
                aria-hidden
                className={`absolute top-[7px] left-2 h-[3px] w-full ${i < now ? 'bg-act' : 'bg-line-strong'}`}
              />
            ) : null}
            <span
              aria-hidden
              className={`absolute top-0 left-0 size-[17px] rounded-full border-[3px] ${i < now ? 'border-act bg-act' : i === now ? 'border-act bg-hold' : 'border-line-strong bg-surface'}`}
            />
            {i < now ? (
              <Link to={to} className="link text-sm max-sm:sr-only">
                {name}
              </Link>
            ) : (
              <span className={`text-sm ${i === now ? 'font-[650]' : 'text-ink-soft max-sm:sr-only'}`}>
                {name}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
