/** What somebody says of a conversation that is not as it should be. */
export const ABUSE_REASONS = ['rude', 'spam', 'personal', 'unsafe', 'other'] as const
export type AbuseReason = (typeof ABUSE_REASONS)[number]

export const REPORT_TEXT_MAX = 2000
export const REPORT_NOTE_MAX = 1000
