/** What the forms of the waiting list and the rounds send. */
import * as z from 'zod'
import { LEVELS } from '~/kernel/education'
import { typedText } from '~/kernel/typed-text'
import * as m from '~/paraglide/messages'
import { CHOICE_MOVES } from './domain/change-choices'
import { HOLD_DECLINE_REASONS } from './domain/hold-states'
import type { RoundChange } from './domain/round-change'
import { GIVE_WITHIN, HEAD_STARTS, USUAL_SETTINGS, WAITING_STEPS } from './domain/round-settings'
import {
  OWNER_ME,
  OWNER_NOBODY,
  SCHOOL_SECTORS,
  WAITING_AGES,
  WAITING_DUES,
  WAITING_SORTS,
} from './domain/waiting-filter'

export const holdAnswer = z.object({ answer: z.enum(['yes', 'no']) })
export const holdAnswerByLink = holdAnswer.extend({ token: z.string().max(200) })

/** Of the company at which the place is kept. */
export const holdDecline = z.object({
  reason: z.enum(HOLD_DECLINE_REASONS, { error: () => m.error_proposal_reason() }),
  text: z
    .string()
    .transform(typedText)
    .pipe(z.string().max(1_000))
    .optional()
    .transform((text) => text || null),
})

const isoDay = z.iso.date().optional()
const stepOf = <const T extends readonly number[]>(steps: T) =>
  z.coerce.number().pipe(z.literal(steps as readonly T[number][]))

const settingsFields = {
  from: isoDay,
  until: isoDay,
  waitingStep: stepOf(WAITING_STEPS).default(USUAL_SETTINGS.waitingStep),
  headStart: stepOf(HEAD_STARTS).default(USUAL_SETTINGS.headStart),
  giveWithin: stepOf(GIVE_WITHIN).default(0),
  balance: z.literal('on').optional(),
  pupilsFirst: z.array(z.string().max(10)).max(60).default([]),
}
type SettingsFields = z.output<z.ZodObject<typeof settingsFields>>

/** @returns the settings; one day of a period alone is the other as well. */
function settingsOf({ from, until, balance, pupilsFirst, giveWithin, ...weights }: SettingsFields) {
  const [first, last] = [from ?? until, until ?? from]
  const period = first && last ? { from: first, until: last } : null
  const ahead = giveWithin > 0 && { giveWithin }
  return {
    ...weights,
    ...ahead,
    period,
    balance: balance === 'on',
    pupilsFirst: [...new Set(pupilsFirst)].sort(),
  }
}

export const newRound = z
  .object({ regionIds: z.array(z.string().max(10)).max(60).default([]), ...settingsFields })
  .transform(({ regionIds, ...fields }) => ({
    regionIds,
    settings: { ...settingsOf(fields), closedOffers: [] },
  }))

/** The buttons of a preview. */
export const roundAction = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('choose'),
    move: z.enum(CHOICE_MOVES),
    groupIds: z
      .string()
      .max(2_000)
      .transform((text) => text.split(',').filter((id) => id !== ''))
      .pipe(z.array(z.uuid()).min(1).max(40)),
    offerId: z.uuid(),
  }),
  z.object({ intent: z.literal('again') }),
  z.object({ intent: z.literal('settings'), ...settingsFields }),
  z.object({ intent: z.enum(['close-offer', 'open-offer']), offerId: z.uuid() }),
  z.object({ intent: z.literal('publish') }),
  z.object({ intent: z.literal('replay') }),
  z.object({ intent: z.literal('discard') }),
])

/** @returns what a coordinator's button does to the preview; `null` for those that do something else. */
export function roundChangeOf(asked: z.output<typeof roundAction>): RoundChange | null {
  switch (asked.intent) {
    case 'choose':
      return { kind: 'choice', move: asked.move, groupIds: asked.groupIds, offerId: asked.offerId }
    case 'settings': {
      const { intent: kind, ...fields } = asked
      return { kind, settings: settingsOf(fields) }
    }
    case 'close-offer':
    case 'open-offer':
      return { kind: asked.intent, offerId: asked.offerId }
    case 'again':
      return { kind: 'again' }
    default:
      return null
  }
}

/** An address that was typed wrong shows the first page and everything. */
export const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1)

const word = z.string().max(60).nullable().catch(null).default(null)
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).nullable().catch(null).default(null)

export const waitingFilter = z.object({
  region: word,
  level: oneOf(LEVELS),
  sector: oneOf(SCHOOL_SECTORS),
  topic: word,
  reason: word,
  owner: z
    .union([z.literal([OWNER_ME, OWNER_NOBODY]), z.uuid()])
    .nullable()
    .catch(null)
    .default(null),
  due: oneOf(WAITING_DUES),
  age: oneOf(WAITING_AGES),
  sort: z.enum(WAITING_SORTS).catch('longest').default('longest'),
  page: pageNumber.default(1),
})
