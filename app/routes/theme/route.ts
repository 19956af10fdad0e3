/** Chooses light or dark, and goes back to the page. */
import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { safeRedirect } from '~/platform/http/safe-redirect.server'
import { THEME_COOKIE } from '~/platform/http/theme.server'

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const theme = form.get('theme')
  const to = safeRedirect(form.get('to'), '/')
  if (theme !== 'light' && theme !== 'dark') return redirect(to)
  return redirect(to, {
    headers: { 'Set-Cookie': `${THEME_COOKIE}=${theme}; Path=/; Max-Age=31536000; SameSite=Lax` },
  })
}

export function loader() {
  return redirect('/')
}
