/** What the forms of the waiting list and the rounds send. */
import * as z from 'zod'
import { LEVELS } from '~/kernel/education'
import { CHOICE_MOVES } from './domain/change-choices'
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

export const newRound = z.object({ regionIds: z.array(z.string().max(10)).max(60).default([]) })

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
  z.object({ intent: z.literal('publish') }),
  z.object({ intent: z.literal('replay') }),
  z.object({ intent: z.literal('discard') }),
])

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
