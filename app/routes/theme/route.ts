/** Chooses light, dark or what the device says, and goes back to the page. */
import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { paths } from '~/components/paths'
import { preferenceCookie } from '~/platform/http/preference-cookie.server'
import { safeRedirect } from '~/platform/http/safe-redirect.server'
import { THEME_COOKIE } from '~/platform/http/theme.server'
import { wire } from '~/wiring.server'

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData().catch(() => new FormData())
  const theme = form.get('theme')
  const to = safeRedirect(form.get('to'), paths.home())
  if (theme !== 'light' && theme !== 'dark' && theme !== 'system') return redirect(to)
  const secure = wire().env.ORIGIN.startsWith('https:')
  const value = theme === 'system' ? '' : theme
  return redirect(to, { headers: { 'Set-Cookie': preferenceCookie(THEME_COOKIE, value, secure) } })
}

export function loader() {
  return redirect(paths.home())
}
