/** Chooses the language, and goes back to the page. */
import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { paths } from '~/components/paths'
import { preferenceCookie } from '~/platform/http/preference-cookie.server'
import { safeRedirect } from '~/platform/http/safe-redirect.server'
import { isLocale, LOCALE_COOKIE } from '~/platform/i18n/choose-locale'
import { wire } from '~/wiring.server'

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData().catch(() => new FormData())
  const lang = String(form.get('lang'))
  const to = withoutLanguage(safeRedirect(form.get('to'), paths.home()))
  if (!isLocale(lang)) return redirect(to)
  const secure = wire().env.ORIGIN.startsWith('https:')
  return redirect(to, { headers: { 'Set-Cookie': preferenceCookie(LOCALE_COOKIE, lang, secure) } })
}

/** A language in the address (`?lang=nl`) would win over the choice that was just made. */
function withoutLanguage(to: string): string {
  const url = new URL(to, 'http://own.invalid')
  if (!url.searchParams.has('lang')) return to
  url.searchParams.delete('lang')
  return `${url.pathname}${url.search}${url.hash}`
}

export function loader() {
  return redirect(paths.home())
}
