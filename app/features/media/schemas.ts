/** The forms of the pictures and files of an offer. */
import * as z from 'zod'
import { typedLine } from '~/kernel/typed-text'
import * as m from '~/paraglide/messages'
import { FILE_LIMITS } from './domain/offer-file'
import { PICTURE_LIMITS, PICTURE_MOVES } from './domain/offer-picture'

const lineOrNull = (max: number) =>
  z
    .string()
    .max(max)
    .optional()
    .transform((typed) => typedLine(typed ?? '') || null)
/** Without a choice browsers send a file without name and content. */
const upload = z.instanceof(File).optional()

const text = {
  alt: lineOrNull(PICTURE_LIMITS.alt).transform((words, ctx) => {
    if (words !== null) return words
    ctx.addIssue({ code: 'custom', message: m.error_media_alt() })
    return z.NEVER
  }),
  altEn: lineOrNull(PICTURE_LIMITS.alt),
  credit: lineOrNull(PICTURE_LIMITS.credit),
}
const picture = z.string().max(60)

export const mediaAction = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add-picture'), upload, ...text }),
  z.object({ intent: z.literal('change-picture'), picture, ...text }),
  z.object({ intent: z.enum(PICTURE_MOVES), picture }),
  z.object({ intent: z.literal('remove-picture'), picture }),
  z.object({ intent: z.literal('add-file'), upload, name: lineOrNull(FILE_LIMITS.name) }),
  z.object({ intent: z.literal('remove-file'), file: z.string().max(60) }),
])
export type MediaAction = z.output<typeof mediaAction>

/** Where what only the work finds is said. */
export const FIELD_OF_MEDIA_ERROR: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'no-picture',
    'picture-too-large',
    'picture-type',
    'picture-heic',
    'picture-broken',
    'picture-too-many-pixels',
    'picture-too-small',
    'no-file',
    'file-too-large',
    'file-type',
  ].map((code) => [`media.${code}`, 'upload']),
)
