/** The pages of one part of the program, a line under the header. */
import { NavLink } from '@remix-run/react'

export type SectionPage = { readonly to: string; readonly name: string }

/** @param pages the first one is the page of the part itself: it is marked only where it is open. */
export function SectionNav({
  label,
  pages,
}: {
  readonly label: string
  readonly pages: readonly SectionPage[]
}) {
  return (
    <nav aria-label={label} className="no-print border-b border-line bg-surface">
      <ul className="page flex flex-wrap gap-x-6">
        {pages.map(({ to, name }, index) => (
          <li key={to}>
            <NavLink to={to} end={index === 0} className="nav-link inline-flex min-h-12 items-center pt-1">
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
