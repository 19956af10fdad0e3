import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** @returns whether the request bears this token. Takes as long for a wrong one as for the right one. */
export function bears(request: Request, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1] ?? ''
  return timingSafeEqual(digest(given), digest(token))
}
