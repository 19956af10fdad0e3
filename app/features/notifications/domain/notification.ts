/** What is kept of a notification, and for how long. */

/** Of one page of the list. */
export const PAGE_SIZE = 25
/** Of more the bell says `99+`. */
export const COUNTED = 100
/** Read ones are gone after these days, others after a year. */
export const KEPT_DAYS = { read: 90, unread: 365 } as const
/** A link that ends mails works until the end of the year after: mails are kept. */
export const stopLinkUntil = (now: Date): Date => new Date(Date.UTC(now.getUTCFullYear() + 2, 0, 1))

export const TITLE_MAX = 200
/** A place of this site: never one that a browser reads as another host. */
export const isOwnPath = (path: string): boolean => /^\/([^/\\]|$)/.test(path)
