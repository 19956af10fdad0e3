import type { ReactNode } from 'react'

/** One part with its name. */
export function Specimen({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="card min-w-0 p-5">
      <h2 className="text-sm text-ink-soft">{name}</h2>
      <div className="mt-3 space-y-4">{children}</div>
    </section>
  )
}
