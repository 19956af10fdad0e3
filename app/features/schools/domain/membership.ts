/** Who belongs to a school, and how he may come to. */
import type { MembershipRole } from '~/authorisation/actor'

/** Schools that one account may belong to or wait for: enough for somebody who teaches at several branches. */
export const SCHOOLS_MAX = 10

export type Member = { readonly userId: string; readonly role: MembershipRole; readonly email: string }

/** Addresses at these are everybody's: they say nothing of where somebody works. */
const OPEN_TO_ALL = new Set([
  'aol.com',
  'casema.nl',
  'chello.nl',
  'gmail.com',
  'gmx.com',
  'gmx.net',
  'googlemail.com',
  'hetnet.nl',
  'home.nl',
  'hotmail.com',
  'hotmail.nl',
  'icloud.com',
  'kpnmail.nl',
  'kpnplanet.nl',
  'live.com',
  'live.nl',
  'mac.com',
  'mail.com',
  'me.com',
  'msn.com',
  'online.nl',
  'outlook.com',
  'outlook.nl',
  'planet.nl',
  'proton.me',
  'protonmail.com',
  'quicknet.nl',
  'tele2.nl',
  'telfort.nl',
  'upcmail.nl',
  'versatel.nl',
  'xs4all.nl',
  'yahoo.com',
  'ziggo.nl',
])

const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1).toLowerCase()

/**
 * @param website of the school, with its scheme; `null` when the register has none.
 * @returns whether the address is one of the website's domain or of a domain below it.
 */
function isAddressOf(email: string, website: string | null): boolean {
  if (website === null) return false
  const host = URL.canParse(website) ? new URL(website).hostname.replace(/^www\./, '') : ''
  const domain = domainOf(email)
  // A school whose page stands at a provider for everybody shares that provider's domain with everybody.
  if (!host.includes('.') || OPEN_TO_ALL.has(host)) return false
  return domain === host || domain.endsWith(`.${host}`)
}

/**
 * What becomes of somebody who says that he works here. His e-mail address is verified before this is asked.
 * @returns `lead`: nobody is here yet, so there is nothing to see and nobody to ask. `member`: his address is of the
 * school's website, or of the same domain as that of a lead. `ask`: a lead says whether he may.
 */
export function wayIn(
  email: string,
  school: { readonly website: string | null; readonly members: readonly Member[] },
): 'lead' | 'member' | 'ask' {
  if (school.members.length === 0) return 'lead'
  if (isAddressOf(email, school.website)) return 'member'
  const domain = domainOf(email)
  const colleague = school.members.some(
    (member) => member.role === 'lead' && domainOf(member.email) === domain,
  )
  return colleague && !OPEN_TO_ALL.has(domain) ? 'member' : 'ask'
}

/**
 * @param members of the school, who came first first.
 * @returns who becomes lead when this member goes: the one who is there longest, when no other lead is left.
 */
export function nextLead(members: readonly Member[], leaving: string): string | null {
  const rest = members.filter((member) => member.userId !== leaving)
  if (rest.some((member) => member.role === 'lead')) return null
  return rest[0]?.userId ?? null
}
