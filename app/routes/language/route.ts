/** Chooses the language, and goes back to the page. */
import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { safeRedirect } from '~/platform/http/safe-redirect.server'
import { isLocale, LOCALE_COOKIE } from '~/platform/i18n/choose-locale'

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const lang = String(form.get('lang'))
  const to = safeRedirect(form.get('to'), '/')
  if (!isLocale(lang)) return redirect(to)
  return redirect(to, {
    headers: { 'Set-Cookie': `${LOCALE_COOKIE}=${lang}; Path=/; Max-Age=31536000; SameSite=Lax` },
  })
}

export function loader() {
  return redirect('/')
}
