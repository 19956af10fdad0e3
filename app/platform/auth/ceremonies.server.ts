/**
 * Something begun that the same browser has to end within minutes: the second step of a sign-in, a passkey, a visit to
 * another sign-in service. What was begun stands in the database; the cookie holds only a secret that finds it, so a
 * ceremony ends once and nobody else can end it.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { UserId } from '~/kernel/ids'
import { authParts } from './auth-parts.server'

export type CeremonyKind = 'second-step' | 'passkey' | 'oidc'

export type Ceremony = {
  readonly id: string
  readonly userId: UserId | null
  readonly payload: Readonly<Record<string, string>>
}

const MINUTES = 10
const VALUE = /^[\w-]{43}$/
const idOf = (secret: string) => createHash('sha256').update(`ceremony:${secret}`).digest('hex')

/** One statement. @returns the value of `Set-Cookie`. */
export async function beginCeremony(
  kind: CeremonyKind,
  begun: Pick<Ceremony, 'userId' | 'payload'>,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + MINUTES * 60_000)
  await authParts().db.authCeremony.create({ data: { id: idOf(secret), kind, expiresAt, ...begun } })
  return cookieOf(kind, secret, MINUTES * 60)
}

/** @returns what this browser began, without ending it; `null` when it is too late. One statement. */
export async function openCeremony(request: Request, kind: CeremonyKind): Promise<Ceremony | null> {
  const secret = secretOf(request, kind)
  if (secret === null) return null
  const row = await authParts().db.authCeremony.findFirst({
    where: { id: idOf(secret), kind, expiresAt: { gt: new Date() } },
    select: { id: true, userId: true, payload: true },
  })
  return (row as Ceremony | null) ?? null
}

/** Of several at once one ends it. One statement. @returns whether it was still there. */
export async function endCeremony({ id }: Pick<Ceremony, 'id'>): Promise<boolean> {
  const { count } = await authParts().db.authCeremony.deleteMany({ where: { id } })
  return count === 1
}

/** @returns what this browser began, which ends by it; `null` when it is too late or was ended. Two statements. */
export async function takeCeremony(request: Request, kind: CeremonyKind): Promise<Ceremony | null> {
  const begun = await openCeremony(request, kind)
  return begun && (await endCeremony(begun)) ? begun : null
}

/** @returns the value of `Set-Cookie` that forgets it. */
export function forgetCeremony(kind: CeremonyKind): string {
  return cookieOf(kind, '', 0)
}

function secretOf(request: Request, kind: CeremonyKind): string | null {
  const pairs = (request.headers.get('Cookie') ?? '').split(/;\s*/)
  const value = pairs.find((pair) => pair.startsWith(`${kind}=`))?.slice(kind.length + 1)
  return value !== undefined && VALUE.test(value) ? value : null
}

function cookieOf(kind: CeremonyKind, value: string, seconds: number): string {
  const secure = authParts().secureCookies ? '; Secure' : ''
  return `${kind}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
}
