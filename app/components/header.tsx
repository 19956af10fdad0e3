/** Logo, the pages of the reader, language, account. On a small window the pages are behind a menu. */
import { Form, Link, NavLink, useLocation } from '@remix-run/react'
import Menu from 'lucide-react/icons/menu'
import { useRef } from 'react'
import * as m from '~/paraglide/messages'
import { Bell } from './bell'
import { ButtonLink } from './button'
import { Logo } from './logo'
import { paths } from './paths'
import type { ShellProps, ShellReader } from './shell'
import { usePopup } from './use-popup'

type Item = { readonly to: string; readonly name: string; readonly unread?: number }

/** @returns the pages of the menu, the one that the reader needs most first. */
function itemsFor(reader: ShellReader | null): readonly Item[] {
  const items: Item[] = [{ to: paths.finder(), name: m.common_nav_search() }]
  if (reader?.hasSchool || reader?.hasOrganisation) items.unshift({ to: paths.desk(), name: m.desk_nav() })
  if (reader?.hasSchool) {
    items.push({ to: paths.requests(), name: m.common_nav_requests() })
    items.push({ to: paths.accountSchool(), name: m.common_nav_my_school() })
  } else if (!reader?.hasOrganisation) items.push({ to: paths.schools(), name: m.common_nav_schools() })
  if (reader?.hasOrganisation) {
    items.push({ to: paths.inbox(), name: m.common_nav_inbox() })
    items.push({ to: paths.myOrganisation(), name: m.common_nav_my_organisation() })
  } else if (!reader?.hasSchool) items.push({ to: paths.myOrganisation(), name: m.common_nav_companies() })
  if (reader?.hasSchool || reader?.hasOrganisation)
    items.push(
      { to: paths.bookings(), name: m.common_nav_bookings() },
      { to: paths.conversations(), name: m.common_nav_conversations(), unread: reader.unreadConversations },
    )
  if (reader?.coordinates || reader?.isAdministrator)
    items.push({ to: paths.board(), name: m.common_nav_board() })
  if (reader?.isAdministrator) items.push({ to: paths.admin(), name: m.administration_nav() })
  items.push({ to: paths.regions(), name: m.common_nav_regions() })
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
      <div className="page flex min-h-[60px] items-center gap-4 md:min-h-[68px] xl:gap-7">
        <Link to={paths.home()} className="-my-1 shrink-0 py-3">
          <Logo className="h-8 w-auto" />
        </Link>
        <nav aria-label={m.common_nav()} className="hidden gap-5 xl:flex 2xl:gap-7">
          {items.map(({ to, name, unread }) => (
            <NavLink
              key={to}
              to={to}
              className="nav-link inline-flex min-h-[68px] items-center pt-1 text-ink"
            >
              {name}
              <Unread count={unread} />
            </NavLink>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-4">
          <LanguageSwitch locale={locale} className="max-sm:hidden" />
          {reader ? <Bell unread={reader.unread} /> : null}
          {reader ? (
            <NavLink
              to={paths.account()}
              className="nav-link hidden min-h-[68px] max-w-32 items-center pt-1 xl:inline-flex 2xl:max-w-48"
            >
              <span className="truncate">{reader.name}</span>
            </NavLink>
          ) : (
            <ButtonLink to={paths.signIn()} look="second" size="small">
              {m.common_sign_in()}
            </ButtonLink>
          )}
          <SmallMenu items={items} reader={reader} locale={locale} />
        </div>
      </div>
    </header>
  )
}

function Unread({ count = 0 }: { readonly count?: number | undefined }) {
  if (count === 0) return null
  return (
    <span className="ml-1.5 inline-flex min-w-6 items-center justify-center rounded-full bg-need-soft px-1.5 text-sm leading-6 font-[650] text-need-text tabular-nums">
      {count}
      <span className="sr-only"> {m.common_nav_unread()}</span>
    </span>
  )
}

/** A form, so that it works without JavaScript and the address stays the same. */
function LanguageSwitch({ locale, className }: Pick<ShellProps, 'locale'> & { readonly className: string }) {
  const other = locale === 'nl' ? 'en' : 'nl'
  const { pathname, search } = useLocation()
  return (
    <Form method="post" action={paths.language()} reloadDocument className={className}>
      <input type="hidden" name="to" value={pathname + search} />
      <button type="submit" name="lang" value={other} lang={other} className="link min-h-11 px-1">
        {other === 'en' ? 'English' : 'Nederlands'}
      </button>
    </Form>
  )
}

type MenuProps = Pick<ShellProps, 'reader' | 'locale'> & { readonly items: readonly Item[] }

const ROW =
  'flex min-h-12 w-full items-center rounded-sm px-3 pt-0.5 text-left aria-[current=page]:bg-act-soft aria-[current=page]:font-[650]'

function SmallMenu(props: MenuProps) {
  const { key } = useLocation()
  // Each page begins with a closed menu.
  return <MenuBox key={key} {...props} />
}

function MenuBox({ items, reader, locale }: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null)
  usePopup(box)
  return (
    <details ref={box} className="relative xl:hidden">
      <summary className="flex size-11 list-none items-center justify-center rounded-md [&::-webkit-details-marker]:hidden">
        <Menu aria-hidden size={26} strokeWidth={1.75} />
        <span className="sr-only">{m.common_menu()}</span>
      </summary>
      <nav
        aria-label={m.common_nav()}
        className="absolute top-full right-0 z-[1300] mt-2 w-72 max-w-[calc(100vw-2*var(--gutter))] rounded-lg border border-line bg-surface p-2 shadow-lg"
      >
        <ul>
          {items.map(({ to, name, unread }) => (
            <li key={to}>
              <NavLink to={to} className={ROW}>
                {name}
                <Unread count={unread} />
              </NavLink>
            </li>
          ))}
          {reader ? (
            <li className="mt-1 border-t border-line pt-1">
              <NavLink to={paths.account()} className={ROW}>
                {m.common_account()}
              </NavLink>
              <Form method="post" action={paths.signOut()}>
                <button type="submit" className={ROW}>
                  {m.common_sign_out()}
                </button>
              </Form>
            </li>
          ) : null}
          <li className="mt-1 border-t border-line px-2 pt-1 sm:hidden">
            <LanguageSwitch locale={locale} className="" />
          </li>
        </ul>
      </nav>
    </details>
  )
}
