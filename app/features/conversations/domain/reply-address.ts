/** The addresses that stand for people in mails, and what keeps their real ones out of sight. */

const TOKEN = /^c\+([0-9a-f]{40})$/

/** @param token of one person in one conversation. */
export function replyAddress(token: string, domain: string): string {
  return `c+${token}@${domain}`
}

/** @returns the token of the first address that is one of ours; `null` when none is. */
export function tokenAmong(addresses: readonly string[], domain: string): string | null {
  for (const address of addresses) {
    const at = address.lastIndexOf('@')
    if (address.slice(at + 1).toLowerCase() !== domain.toLowerCase()) continue
    const token = TOKEN.exec(address.slice(0, at).toLowerCase())?.[1]
    if (token !== undefined) return token
  }
  return null
}

const ADDRESS = /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi

/**
 * @param hidden addresses of people of both sides, in any case.
 * @returns the text in which each of them, and every address that stands for somebody, reads `…@…`.
 */
export function withoutAddresses(text: string, hidden: readonly string[]): string {
  const known = new Set(hidden.map((address) => address.toLowerCase()))
  return text.replace(ADDRESS, (address) => {
    const lower = address.toLowerCase()
    const isOurs = /^c\+[0-9a-f]{40}@/.test(lower)
    // A full stop at the end of a sentence is no part of it.
    return isOurs || known.has(lower) || known.has(lower.replace(/\.+$/, '')) ? '…@…' : address
  })
}
