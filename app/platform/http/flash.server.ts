/**
 * One sentence for the next page: "Verstuurd naar 2 bedrijven." It travels in a cookie that the next page reads and
 * takes away. Never the only place of news, and never for errors: those stand at the form.
 */
import { redirect } from '@remix-run/node'

const COOKIE = 'flash'
const SECONDS = 60
const LENGTH_MAX = 300

/** @param text in the reader's language, without personal data; longer than 300 characters it is cut. */
export function redirectWithNews(to: string, text: string, headers?: HeadersInit): Response {
  const response = redirect(to, headers ? { headers } : {})
  response.headers.append('Set-Cookie', `${COOKIE}=${encode(text)}; ${attributes(SECONDS)}`)
  return response
}

/** @returns the news of this request, `null` when there is none. */
export function newsOf(request: Request): string | null {
  const value = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{1,1200})(?:;|$)`).exec(
    request.headers.get('Cookie') ?? '',
  )?.[1]
  return value === undefined ? null : Buffer.from(value, 'base64url').toString('utf8').slice(0, LENGTH_MAX)
}

/** @returns the value of `Set-Cookie` that takes the news away. */
export function takeNewsAway(): string {
  return `${COOKIE}=; ${attributes(0)}`
}

const encode = (text: string) => Buffer.from(text.slice(0, LENGTH_MAX), 'utf8').toString('base64url')
const attributes = (seconds: number) => `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax`
