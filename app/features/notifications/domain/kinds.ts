/**
 * The table of what users are told: for whom each kind is, how its mail comes unless they choose otherwise, what they may
 * choose, and which mails belong to it. A mail of no kind (confirm your address, a saved search, an invitation) is nothing
 * that one is told: it goes out at once and stands on no page.
 */

/** How the mail of a kind comes: at once, in the digest of the day or of the week, or not at all. */
export const DELIVERIES = ['now', 'daily', 'weekly', 'off'] as const
export type Delivery = (typeof DELIVERIES)[number]

/** For whom: people of a school, of a company, of both, coordinators, or whoever has an account. */
export type Audience = 'school' | 'company' | 'both' | 'region' | 'everyone'

export type KindFacts = {
  readonly audience: Audience
  readonly byDefault: Delivery
  /** Where one delivery is left, nothing can be chosen. */
  readonly choices: readonly Delivery[]
  /** Whether quiet hours hold its mail back. Not where a promise or the safety of an account hangs on it. */
  readonly canWait: boolean
  /** Names of the templates of its mails. */
  readonly templates: readonly string[]
}

const FREE: readonly Delivery[] = DELIVERIES
/** Somebody waits for an answer: it can be put together with other mails of the day, never left out. */
const SOON: readonly Delivery[] = ['now', 'daily']
const ALWAYS: readonly Delivery[] = ['now']

const kind = (
  audience: Audience,
  choices: readonly Delivery[],
  templates: readonly string[],
  more: Partial<KindFacts> = {},
): KindFacts => ({ audience, byDefault: 'now', choices, canWait: true, templates, ...more })

export const KINDS = {
  hold: kind('school', ALWAYS, ['hold-offered', 'hold-expires-soon'], { canWait: false }),
  answer: kind('school', FREE, ['proposal-declined', 'proposal-expired', 'company-stopped']),
  offered: kind('school', FREE, ['proposal-offered']),
  'asked-for-you': kind('school', FREE, ['proposal-asked-for-school', 'request-entered']),
  'still-wanted': kind('school', SOON, ['still-wanted']),
  'hold-ended': kind('school', FREE, ['hold-expired', 'hold-declined']),
  'request-asked': kind('company', SOON, ['proposal-new']),
  'answer-reminder': kind('company', FREE, ['proposal-reminder']),
  'request-withdrawn': kind('company', FREE, ['proposal-withdrawn']),
  'offer-answered': kind('company', FREE, [
    'proposal-offered-declined',
    'proposal-offered-expired',
    'proposal-offered-withdrawn',
  ]),
  'own-offers': kind('company', FREE, ['still-right', 'offers-went-stale', 'offer-entered']),
  silence: kind('company', SOON, ['company-is-silent', 'company-hidden']),
  verification: kind('company', SOON, ['organisation-verified', 'organisation-refused']),
  loads: kind('company', FREE, ['load-done', 'loaded-for-you', 'feed-ready', 'feed-failed']),
  'booking-made': kind('both', SOON, ['booking-made']),
  'booking-date': kind('both', SOON, ['booking-date']),
  'booking-plan': kind('both', FREE, ['booking-plan']),
  'project-asked': kind('both', SOON, ['project-invited', 'project-licence']),
  'project-meeting': kind('both', SOON, ['project-meeting']),
  project: kind('both', FREE, ['project-joined', 'project-files', 'project-published']),
  'booking-cancelled': kind('both', ALWAYS, ['booking-cancelled'], { canWait: false }),
  'booking-reminder': kind(
    'both',
    ['now', 'off'],
    ['booking-week-before', 'booking-day-before', 'booking-choose-date'],
  ),
  evaluation: kind('both', FREE, ['booking-how-was-it', 'booking-how-was-it-again', 'evaluation-asked']),
  'evaluation-read': kind('both', FREE, ['evaluation-both'], { byDefault: 'daily' }),
  message: kind('both', FREE, ['message']),
  colleagues: kind('both', FREE, [
    'school-closes',
    'school-ended',
    'school-join-asked',
    'school-join-answered',
    'colleague-joined',
    'colleague-access',
    'loading-delegated',
    'loading-revoked',
  ]),
  region: kind('region', FREE, ['organisation-asks', 'silence-notice']),
  security: kind('everyone', ALWAYS, ['password-changed', 'security-notice'], { canWait: false }),
} as const satisfies Readonly<Record<string, KindFacts>>

export type Kind = keyof typeof KINDS

/** The mail of a digest. It is no kind that one chooses, but it waits for quiet hours like one, and can be ended. */
export const DIGEST_TEMPLATE = 'notification-digest'

/** @returns what the table says of the kind. */
export const factsOf = (name: Kind): KindFacts => KINDS[name]

const ALL = Object.keys(KINDS) as Kind[]
const KIND_OF_TEMPLATE = new Map(ALL.flatMap((name) => KINDS[name].templates.map((one) => [one, name])))

/** @returns whether the text names a kind. */
export function isKind(text: unknown): text is Kind {
  return typeof text === 'string' && Object.hasOwn(KINDS, text)
}

/** @returns the kind of a mail; `null` for a mail of no kind. */
export function kindOf(template: string): Kind | null {
  return KIND_OF_TEMPLATE.get(template) ?? null
}

/** @returns how the mail comes: as chosen, where the table lets one choose it. */
export function deliveryOf(name: Kind, chosen: Delivery | null | undefined): Delivery {
  const { choices, byDefault } = factsOf(name)
  return chosen && choices.includes(chosen) ? chosen : byDefault
}

/** @returns whether its mails can be turned off. */
export const canBeOff = (name: Kind): boolean => factsOf(name).choices.includes('off')

/** Where somebody works. */
export type Belongs = { readonly school: boolean; readonly company: boolean; readonly region: boolean }

/** @returns the kinds that can reach somebody who works there, in the order of the table. */
export function kindsFor({ school, company, region }: Belongs): readonly Kind[] {
  const reached: Readonly<Record<Audience, boolean>> = {
    ...{ school, company, region },
    both: school || company,
    everyone: true,
  }
  return ALL.filter((name) => reached[KINDS[name].audience])
}
