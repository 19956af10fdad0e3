/** What stands around every page: skip link, header, footer. */
import { Form, Link, NavLink, useLocation } from '@remix-run/react'
import Menu from 'lucide-react/icons/menu'
import type { ReactNode } from 'react'
import * as m from '~/paraglide/messages'
import { ButtonLink } from './button'
import { Logo } from './logo'
import { paths } from './paths'

export type ShellReader = {
  readonly name: string
  readonly hasSchool: boolean
  readonly hasOrganisation: boolean
  readonly coordinates: boolean
  readonly isAdministrator: boolean
  readonly emailVerified: boolean
}

export type ShellProps = {
  readonly reader: ShellReader | null
  readonly locale: 'nl' | 'en'
  readonly theme: 'light' | 'dark' | 'system'
  readonly isDemo: boolean
}

type Item = { readonly to: string; readonly name: string }

function itemsFor(reader: ShellReader | null): readonly Item[] {
  const items: Item[] = [{ to: paths.finder(), name: m.common_nav_search() }]
  if (!reader || reader.hasSchool) items.push({ to: paths.schools(), name: m.common_nav_schools() })
  items.push({ to: paths.myOrganisation(), name: m.common_nav_companies() })
  items.push({ to: paths.regions(), name: m.common_nav_regions() })
  if (reader?.coordinates || reader?.isAdministrator) {
    items.push({ to: paths.organisationBoard(), name: m.common_nav_board() })
  }
  return items
}

export function Header({ reader, locale }: ShellProps) {
  const items = itemsFor(reader)
  return (
    <header className="no-print border-b border-line bg-surface">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-surface focus:px-4 focus:py-3"
      >
        {m.common_skip()}
      </a>
      <div className="page flex min-h-[60px] items-center gap-6 md:min-h-[68px]">
        <Link to={paths.home()} className="shrink-0 py-2">
          <Logo className="h-8 w-auto" />
        </Link>
        <nav aria-label={m.common_nav()} className="hidden gap-6 md:flex">
          {items.map(({ to, name }) => (
            <NavLink
              key={to}
              to={to}
              className="nav-link inline-flex min-h-[68px] items-center pt-1 text-ink"
            >
              {name}
            </NavLink>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-4">
          <LanguageSwitch locale={locale} />
          {reader ? (
            <Link to={paths.account()} className="link hidden max-w-40 truncate py-3 md:block">
              {reader.name}
            </Link>
          ) : (
            <ButtonLink to={paths.signIn()} look="second" size="small">
              {m.common_sign_in()}
            </ButtonLink>
          )}
          <SmallMenu items={items} reader={reader} />
        </div>
      </div>
    </header>
  )
}

/** A form, so that it works without JavaScript and no address has to change. */
function LanguageSwitch({ locale }: { readonly locale: 'nl' | 'en' }) {
  const other = locale === 'nl' ? 'en' : 'nl'
  const { pathname, search } = useLocation()
  return (
    <Form method="post" action={paths.language()} reloadDocument className="hidden sm:block">
      <input type="hidden" name="to" value={pathname + search} />
      <button type="submit" name="lang" value={other} lang={other} className="link min-h-11 px-1">
        {other === 'en' ? 'English' : 'Nederlands'}
      </button>
    </Form>
  )
}

/** On the phone: a disclosure, which needs no JavaScript. */
function SmallMenu({
  items,
  reader,
}: {
  readonly items: readonly Item[]
  readonly reader: ShellReader | null
}) {
  const { key, pathname, search } = useLocation()
  return (
    <details key={key} className="relative md:hidden">
      <summary className="flex size-11 list-none items-center justify-center rounded-md [&::-webkit-details-marker]:hidden">
        <Menu aria-hidden size={24} strokeWidth={1.75} />
        <span className="sr-only">{m.common_menu()}</span>
      </summary>
      <nav
        aria-label={m.common_nav()}
        className="absolute top-full right-0 z-40 mt-2 w-64 rounded-md border border-line bg-surface p-2 shadow-lg"
      >
        <ul>
          {items.map(({ to, name }) => (
            <li key={to}>
              <NavLink
                to={to}
                className="flex min-h-11 items-center rounded-sm px-3 pt-0.5 aria-[current=page]:bg-act-soft aria-[current=page]:font-[650]"
              >
                {name}
              </NavLink>
            </li>
          ))}
          {reader ? (
            <li>
              <NavLink to={paths.account()} className="flex min-h-11 items-center rounded-sm px-3 pt-0.5">
                {m.common_account()}
              </NavLink>
            </li>
          ) : null}
          <li className="flex gap-4 border-t border-line px-3 pt-1 sm:hidden">
            <Form method="post" action={paths.language()} reloadDocument>
              <input type="hidden" name="to" value={pathname + search} />
              <button type="submit" name="lang" value="nl" lang="nl" className="link min-h-11 pr-3">
                Nederlands
              </button>
              <button type="submit" name="lang" value="en" lang="en" className="link min-h-11">
                English
              </button>
            </Form>
          </li>
        </ul>
      </nav>
    </details>
  )
}

export function Footer({ theme, reader, isDemo }: ShellProps) {
  const { pathname, search } = useLocation()
  return (
    <footer className="no-print mt-auto bg-sunken text-sm text-ink-soft">
      <div className="page grid gap-6 py-8 md:grid-cols-[1fr_auto]">
        <div className="max-w-[34rem] space-y-3">
          <p>
            {m.common_footer_promise()} {isDemo ? m.common_footer_demo() : null}
          </p>
          <p className="text-xs">{m.common_footer_sources()}</p>
        </div>
        <div className="space-y-3">
          <ul className="flex flex-wrap gap-x-5">
            {[
              { to: paths.about(), name: m.common_about() },
              { to: paths.help(), name: m.common_help() },
              { to: paths.accessibility(), name: m.common_accessibility() },
              { to: paths.privacy(), name: m.common_privacy() },
            ].map(({ to, name }) => (
              <li key={to}>
                <Link to={to} className="link inline-flex min-h-11 items-center">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap items-center gap-x-5">
            <Form method="post" action={paths.theme()} reloadDocument>
              <input type="hidden" name="to" value={pathname + search} />
              <button
                type="submit"
                name="theme"
                value={theme === 'dark' ? 'light' : 'dark'}
                className="link min-h-11"
              >
                {theme === 'dark' ? m.common_theme_light() : m.common_theme_dark()}
              </button>
            </Form>
            {reader ? (
              <Form method="post" action={paths.signOut()}>
                <button type="submit" className="link min-h-11">
                  {m.common_sign_out()}
                </button>
              </Form>
            ) : null}
          </div>
        </div>
      </div>
    </footer>
  )
}

/** A page of text and forms: a heading and a column. */
export function PageFrame({
  title,
  lead,
  children,
  narrow = false,
}: {
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
  /** The width of a form. */
  readonly narrow?: boolean
}) {
  return (
    <div className="page py-8 md:py-12">
      <div className={narrow ? 'max-w-(--measure)' : ''}>
        <h1>{title}</h1>
        {lead ? <div className="mt-3 max-w-(--measure) text-lg text-ink-soft">{lead}</div> : null}
        <div className="mt-6">{children}</div>
      </div>
    </div>
  )
}
