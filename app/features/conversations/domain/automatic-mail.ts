/** Mails that no person wrote: answers to them would be answered again, and nobody wants to read them here. */

/** Headers of a mail, names in lower case. */
export type MailHeaders = ReadonlyMap<string, string>

/**
 * Out-of-office answers, mailing lists, our own mails that came back, and whatever says that it is automatic (RFC 3834,
 * RFC 2919, and what Outlook, Gmail, cPanel and older servers write).
 * @param returnPath of the envelope; `<>` or empty: nobody wants an answer. `null`: not known.
 */
export function isAutomatic(headers: MailHeaders, returnPath: string | null): boolean {
  const value = (name: string) => headers.get(name)?.trim().toLowerCase() ?? ''
  const submitted = value('auto-submitted').split(';')[0]?.trim()
  if (submitted !== undefined && submitted !== '' && submitted !== 'no') return true
  if (/^(bulk|list|junk|auto[-_]reply)/.test(value('precedence'))) return true
  if (['x-autoreply', 'x-autorespond', 'x-autoresponse', 'x-autoreply-from'].some((h) => headers.has(h)))
    return value('x-autoreply') !== 'no'
  if (['list-id', 'list-unsubscribe', 'x-loop', 'x-mailer-daemon'].some((h) => headers.has(h))) return true
  if (
    /\b(oof|autoreply|all)\b/.test(value('x-auto-response-suppress')) &&
    value('x-ms-exchange-inbox-rules-loop')
  )
    return true
  return returnPath !== null && returnPath.replace(/[<>\s]/g, '') === ''
}
