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
  type ShouldRevalidateFunction,
  useLoaderData,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { ConfirmFirst } from '~/components/confirm-first'
import { ErrorPage, errorTitle } from '~/components/error-page'
import { Footer } from '~/components/footer'
import { Header } from '~/components/header'
import { LookingBar } from '~/components/looking-bar'
import { MailFails } from '~/components/mail-fails'
import { useNonce } from '~/components/nonce'
import { paths } from '~/components/paths'
import type { ShellProps } from '~/components/shell'
import { Toast } from '~/components/toast'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { actorOf, readerOf } from '~/platform/auth/actor.server'
import { newsOf, takeNewsAway } from '~/platform/http/flash.server'
import { requestContext } from '~/platform/http/request-context.server'
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
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'apple-touch-icon', href: '/brand/apple-touch-icon.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
]

/** For pages that say nothing of their own: above all the error page. */
export const meta: MetaFunction = ({ error }) => [
  {
    title: error
      ? `${errorTitle(isRouteErrorResponse(error) ? error.status : null)} · ${m.common_site_name()}`
      : m.common_site_name(),
  },
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
            lookedAtUntil: reader.lookedAtUntil?.toISOString() ?? null,
            emailVerified: actor.emailVerified,
            unread: reader.unread,
            unreadConversations: reader.unreadConversations,
          }
        : null,
    locale: getLocale(),
    theme: themeOf(request),
    isDemo: wire().env.APP_ENV === 'demo',
  }
  const mailFails = reader?.mailFails ?? false
  const text = newsOf(request)
  const news = text === null ? null : { text, id: requestContext()?.requestId ?? text }
  return data({ ...shell, mailFails, news }, news ? { headers: { 'Set-Cookie': takeNewsAway() } } : {})
}

/** The header changes when somebody signs in, chooses or saves: never by only going to another page. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod, defaultShouldRevalidate }) =>
  formMethod !== undefined && formMethod !== 'GET' && defaultShouldRevalidate

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
  // The account says the same, with the address.
  const { pathname } = useLocation()
  const asksItself = pathname === paths.account()
  return (
    <Frame shell={shell}>
      {shell.reader && !shell.reader.emailVerified && !asksItself ? (
        <div className="page pt-4">
          <ConfirmFirst />
        </div>
      ) : null}
      {shell.mailFails && pathname !== paths.notificationSettings() ? (
        <div className="page pt-4">
          <MailFails />
        </div>
      ) : null}
      <Outlet />
      <Toast news={shell.news} />
    </Frame>
  )
}

const VISITOR: ShellProps = { reader: null, locale: 'nl', theme: 'system', isDemo: false }

function Frame({ shell, children }: { readonly shell: ShellProps; readonly children: ReactNode }) {
  return (
    <>
      {shell.reader?.lookedAtUntil ? (
        <LookingBar name={shell.reader.name} until={shell.reader.lookedAtUntil} />
      ) : null}
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
  const text = (answer?.data as { readonly text?: unknown } | null | undefined)?.text
  return (
    <Frame shell={shell ?? { ...VISITOR, locale: getLocale() }}>
      <ErrorPage status={answer?.status ?? null} text={typeof text === 'string' ? text : null} />
    </Frame>
  )
}
