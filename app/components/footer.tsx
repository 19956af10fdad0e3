/** What Schakel is, where its data comes from, what there is to read, light or dark. */
import { Form, Link, useLocation } from '@remix-run/react'
import * as m from '~/paraglide/messages'
import { paths } from './paths'
import type { ShellProps } from './shell'

export function Footer({ theme, reader, isDemo }: ShellProps) {
  return (
    <footer className="no-print mt-auto bg-sunken text-sm text-ink-soft">
      <div className="page grid gap-x-12 gap-y-4 py-8 lg:grid-cols-[1fr_auto]">
        <div className="max-w-[34rem] space-y-2">
          <p>
            {m.common_footer_promise()} {isDemo ? m.common_footer_demo() : null}
          </p>
          <p className="text-xs">{m.common_footer_sources()}</p>
        </div>
        <div className="lg:justify-self-end">
          <ul className="flex flex-wrap gap-x-5 lg:justify-end">
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
            {reader ? (
              <li>
                <Form method="post" action={paths.signOut()}>
                  <button type="submit" className="link min-h-11">
                    {m.common_sign_out()}
                  </button>
                </Form>
              </li>
            ) : null}
          </ul>
          <ThemeSwitch theme={theme} />
        </div>
      </div>
    </footer>
  )
}

function ThemeSwitch({ theme }: Pick<ShellProps, 'theme'>) {
  const { pathname, search } = useLocation()
  const choices = [
    { value: 'light', name: m.common_theme_light() },
    { value: 'dark', name: m.common_theme_dark() },
    { value: 'system', name: m.common_theme_system() },
  ] as const
  return (
    <Form
      method="post"
      action={paths.theme()}
      preventScrollReset
      replace
      className="flex flex-wrap items-center gap-x-1 lg:justify-end"
    >
      <input type="hidden" name="to" value={pathname + search} />
      <span id="theme-switch" className="mr-2">
        {m.common_theme()}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would put its legend above the row */}
      <span role="group" aria-labelledby="theme-switch" className="flex flex-wrap">
        {choices.map(({ value, name }) => (
          <button
            key={value}
            type="submit"
            name="theme"
            value={value}
            aria-pressed={theme === value}
            className="min-h-11 rounded-md border-2 border-transparent px-3 pt-0.5 underline decoration-1 underline-offset-[.22em] aria-pressed:border-act aria-pressed:bg-act-soft aria-pressed:font-[650] aria-pressed:text-act-text aria-pressed:no-underline"
          >
            {name}
          </button>
        ))}
      </span>
    </Form>
  )
}
