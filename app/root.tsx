/** The document around every page. */
import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  LiveReload,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { ButtonLink } from '~/components/button'
import { useNonce } from '~/components/nonce'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { Footer, Header, PageFrame, type ShellProps } from '~/components/shell'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { actorOf, readerOf } from '~/platform/auth/actor.server'
import { themeOf } from '~/platform/http/theme.server'
import styles from '~/styles/app.css'
import { wire } from '~/wiring.server'

export const links: LinksFunction = () => [
  {
    rel: 'preload',
    href: '/fonts/overpass-latin-wght-normal.woff2',
    as: 'font',
    type: 'font/woff2',
    crossOrigin: 'anonymous',
  },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** For pages that say nothing of their own: above all the error page. */
export const meta: MetaFunction = ({ error }) => [
  { title: error ? `${m.common_error_page_short()} · ${m.common_site_name()}` : m.common_site_name() },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await actorOf(request)
  const reader = await readerOf(request)
  const shell: ShellProps = {
    reader:
      actor.kind === 'user' && reader
        ? {
            name: reader.name,
            hasSchool: actor.schools.size > 0,
            hasOrganisation: actor.organisations.size > 0,
            coordinates: actor.regions.size > 0,
            isAdministrator: actor.isAdministrator,
            emailVerified: actor.emailVerified,
          }
        : null,
    locale: getLocale(),
    theme: themeOf(request),
    isDemo: wire().env.APP_ENV === 'demo',
  }
  return data(shell)
}

/** Also around the error page, so it must do without the loader's data. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = useNonce()
  const shell = useRouteLoaderData<typeof loader>('root')
  const theme = shell?.theme ?? 'system'
  return (
    <html lang={getLocale()} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
        <LiveReload nonce={nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  const shell = useLoaderData<typeof loader>()
  return (
    <Frame shell={shell}>
      {shell.reader && !shell.reader.emailVerified ? (
        <div className="page pt-4">
          <Notice tone="need">{m.common_verify_first()}</Notice>
        </div>
      ) : null}
      <Outlet />
    </Frame>
  )
}

const VISITOR: ShellProps = { reader: null, locale: 'nl', theme: 'system', isDemo: false }

function Frame({ shell, children }: { readonly shell: ShellProps; readonly children: ReactNode }) {
  return (
    <>
      <Header {...shell} />
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <Footer {...shell} />
    </>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const shell = useRouteLoaderData<typeof loader>('root')
  const answer = isRouteErrorResponse(error) ? error : null
  const text = (answer?.data as { readonly text?: unknown } | undefined)?.text
  const missing = answer?.status === 404
  return (
    <Frame shell={shell ?? { ...VISITOR, locale: getLocale() }}>
      <PageFrame
        title={missing ? m.common_not_found_title() : m.common_error_page_title()}
        lead={
          typeof text === 'string' ? text : missing ? m.common_not_found_text() : m.common_error_page_text()
        }
        narrow
      >
        <ButtonLink to={paths.finder()}>{m.common_to_finder()}</ButtonLink>
      </PageFrame>
    </Frame>
  )
}
