/** The form of an offer: what each field may hold, and the way from fields to an offer. */
import * as z from 'zod'
import { OFFER_KINDS, OFFER_LOCATIONS, VMBO_TRACKS } from '~/kernel/education'
import { typedLine, typedPostcode, typedText, typedUrl } from '~/kernel/typed-text'
import * as m from '~/paraglide/messages'
import { gapField, gapText } from './domain/gap-words'
import { gapsForPublication } from './domain/gaps'
import { readLevels, writeLevels } from './domain/level-years'
import {
  LIMITS,
  OFFER_LANGUAGES,
  type OfferContent,
  WEEKDAYS,
  withMainFirst,
  withoutWhatDoesNotApply,
} from './domain/offer'
import { type FieldStep, STEP_FIELDS } from './domain/offer-steps'
import { reachOf, serviceArea } from './domain/reach'
import { readEuros, writeEuros } from './domain/read-euros'

const BRANCH_WORDS = ['main', 'other', 'typed'] as const
const REACHES = ['radius', 'regions', 'everywhere'] as const

const line = (max: number) => z.string().transform(typedLine).pipe(z.string().max(max))
const text = (max: number) => z.string().transform(typedText).pipe(z.string().max(max))
/** A field that may stay empty; blanks are empty too. */
const orNull = <T extends z.ZodType<string>>(schema: T) =>
  schema.optional().transform((value) => (value === undefined || value === '' ? null : value))
const orEmpty = <T extends z.ZodType<string>>(schema: T) =>
  schema.optional().transform((value) => value ?? '')
const whole = (min: number, max: number) =>
  z
    .number()
    .int()
    .min(min)
    .max(max)
    .optional()
    .transform((value) => value ?? null)
const ids = (max: number) =>
  z
    .array(z.string().max(60))
    .max(max)
    .transform((list) => [...new Set(list)])

const cost = z
  .string()
  .max(40)
  .optional()
  .transform((typed, ctx) => {
    const euros = readEuros(typed ?? '', LIMITS.costCents)
    if (euros.ok) return euros.cents
    const message =
      euros.reason === 'too-much'
        ? m.error_form_at_most({ max: LIMITS.costCents / 100 })
        : m.error_offer_not_an_amount()
    ctx.addIssue({ code: 'custom', message })
    return z.NEVER
  })

const FIELDS = z.object({
  intent: z.enum(['save', 'publish']),
  kind: z.enum(OFFER_KINDS),
  title: z.string().transform(typedLine).pipe(z.string().min(1).max(LIMITS.title)),
  summary: orEmpty(line(LIMITS.summary)),
  goal: orNull(text(LIMITS.note)),
  description: orEmpty(text(LIMITS.text)),
  preparation: orNull(text(LIMITS.note)),
  followUp: orNull(text(LIMITS.note)),
  topics: ids(LIMITS.topics),
  /** Of several topics the one that it is about most; left open: the first. */
  mainTopic: orNull(z.string().max(60)),
  years: z.array(z.string().max(20)).max(40),
  tracks: z.array(z.enum(VMBO_TRACKS)).max(VMBO_TRACKS.length),
  subjects: ids(30),
  goals: ids(60),
  profiles: ids(20),
  networks: ids(20),
  location: z.enum(OFFER_LOCATIONS),
  reach: z.enum(REACHES).optional(),
  travelRadiusKm: whole(1, LIMITS.radiusKm),
  regions: ids(60),
  municipalities: ids(400),
  /** `main`: the organisation's own place; `other`: that of the postcode; left out: of the postcode, if there is one. */
  branch: z.union([z.enum(BRANCH_WORDS), z.uuid()]).optional(),
  postcode: orNull(
    z
      .string()
      .transform(typedPostcode)
      .pipe(z.string().regex(/^([1-9][0-9]{3}([A-Z]{2})?)?$/, { error: () => m.error_form_postcode() })),
  ),
  groupSizeMax: whole(1, LIMITS.groupSize),
  durationMinutes: whole(5, LIMITS.durationMinutes),
  sessionsPerYear: whole(0, LIMITS.sessions),
  weekdays: z.array(z.union(WEEKDAYS.map((day) => z.literal(day)))).max(WEEKDAYS.length),
  cost,
  languages: z.array(z.enum(OFFER_LANGUAGES)).max(OFFER_LANGUAGES.length),
  accessNotes: orNull(text(LIMITS.note)),
  girlsFocus: z.boolean().optional(),
  programme: orNull(line(LIMITS.name)),
  materialUrl: orNull(
    z
      .string()
      .transform(typedUrl)
      .pipe(
        z.url({
          protocol: /^https$/,
          hostname: z.regexes.domain,
          error: () => m.error_offer_https(),
        }),
      )
      .pipe(z.string().max(LIMITS.url)),
  ),
  contactName: orNull(line(LIMITS.name)),
  contactEmail: orNull(z.string().transform(typedLine).pipe(z.email()).pipe(z.string().max(LIMITS.email))),
})
type Fields = z.output<typeof FIELDS>
export type OfferField = keyof Fields

/** Where what only the work finds is said. */
export const FIELD_OF_ERROR: Readonly<Record<string, OfferField>> = {
  'offer.postcode-unknown': 'postcode',
  'offer.branch-unknown': 'branch',
  'capacity.below-taken': 'sessionsPerYear',
  ...Object.fromEntries(Object.entries(gapField).map(([gap, field]) => [`offer.gap-${gap}`, field])),
}

function contentOf(fields: Fields): OfferContent {
  const levels = readLevels(fields.years, fields.tracks)
  return withoutWhatDoesNotApply({
    kind: fields.kind,
    title: fields.title,
    summary: fields.summary,
    goal: fields.goal,
    description: fields.description,
    preparation: fields.preparation,
    followUp: fields.followUp,
    topicIds: withMainFirst(fields.topics, fields.mainTopic),
    levels: levels.ok ? levels.levels : [],
    subjectIds: fields.subjects,
    curriculumGoalIds: fields.goals,
    profileIds: fields.profiles,
    networkIds: fields.networks,
    location: fields.location,
    reach: reachAsked(fields),
    ...placeOf(fields),
    groupSizeMax: fields.groupSizeMax,
    durationMinutes: fields.durationMinutes,
    costCents: fields.cost,
    languages: fields.languages,
    accessNotes: fields.accessNotes,
    girlsFocus: fields.girlsFocus ?? false,
    programme: fields.programme,
    materialUrl: fields.materialUrl,
    contactName: fields.contactName,
    contactEmail: fields.contactEmail,
    sessionsPerYear: fields.sessionsPerYear,
    weekdays: [...new Set(fields.weekdays)].sort((a, b) => a - b),
  })
}

function placeOf({ branch = 'typed', postcode }: Pick<Fields, 'branch' | 'postcode'>) {
  if (branch === 'main') return { branchId: null, postcode: null }
  const isTyped = branch === 'typed' || branch === 'other'
  return isTyped ? { branchId: null, postcode } : { branchId: branch, postcode: null }
}

function reachAsked({ reach, travelRadiusKm, regions, municipalities }: Fields): OfferContent['reach'] {
  if (reach === 'radius' && travelRadiusKm !== null) return { kind: 'radius', km: travelRadiusKm }
  if (reach === 'regions') return reachOf(null, regions, municipalities)
  return { kind: 'everywhere' }
}

const EMPTY_LISTS = {
  topics: [],
  years: [],
  tracks: [],
  subjects: [],
  goals: [],
  profiles: [],
  networks: [],
  regions: [],
  municipalities: [],
  weekdays: [],
  languages: [],
}

/** All that is wrong is said at once: what cannot be, and, when schools are to see it, what is missing. */
function sayWhatIsWrong(fields: Fields, ctx: z.core.$RefinementCtx<Fields>, isNew = true): void {
  const wrong = new Set(ctx.issues.map((issue) => issue.path?.[0]))
  const say = (path: OfferField, message: string) => {
    if (!wrong.has(path)) ctx.addIssue({ code: 'custom', path: [path], message })
  }
  const { topics, mainTopic } = fields
  if (!wrong.has('topics') && topics.length > 1 && mainTopic && !topics.includes(mainTopic))
    say('mainTopic', m.error_offer_main_topic())
  // A field that is wrong may hold anything here, so the rules below are asked only of what they can judge.
  const judgesLevels = !wrong.has('years') && !wrong.has('tracks')
  if (judgesLevels) {
    const levels = readLevels(fields.years, fields.tracks)
    if (!levels.ok) say('years', m.error_offer_year_unknown({ given: levels.given }))
  }
  if (fields.location === 'at-school' && fields.reach === 'radius' && fields.travelRadiusKm === null)
    say('travelRadiusKm', m.error_offer_no_radius())
  const area = [...(fields.regions ?? []), ...(fields.municipalities ?? [])]
  if (fields.location === 'at-school' && fields.reach === 'regions' && area.length === 0)
    say('regions', m.error_offer_no_region())
  const isPlaced = fields.location === 'at-school' || fields.location === 'at-company'
  if (isPlaced && fields.branch === 'other' && fields.postcode === null)
    say('postcode', m.error_offer_no_postcode())
  if (fields.intent !== 'publish') return
  const judged = judgesLevels ? fields : { ...fields, years: [], tracks: [] }
  // Of one that is there only the work knows whether a file stands in for the address of the material.
  for (const gap of gapsForPublication(contentOf({ ...EMPTY_LISTS, ...judged }), { hasFiles: !isNew }))
    if (judgesLevels || gap !== 'years') say(gapField[gap], gapText[gap]())
}
const always = { when: () => true }

/** The fields that an offer was made of. */
function fieldsBehind(content: OfferContent): Omit<Fields, 'intent'> {
  const { keys, tracks } = writeLevels(content.levels)
  const { reach } = content
  return {
    kind: content.kind,
    title: content.title,
    summary: content.summary,
    goal: content.goal,
    description: content.description,
    preparation: content.preparation,
    followUp: content.followUp,
    topics: [...content.topicIds],
    mainTopic: null,
    years: [...keys],
    tracks: [...tracks],
    subjects: [...content.subjectIds],
    goals: [...content.curriculumGoalIds],
    profiles: [...content.profileIds],
    networks: [...content.networkIds],
    location: content.location,
    reach: reach.kind,
    travelRadiusKm: reach.kind === 'radius' ? reach.km : null,
    regions: [...serviceArea(reach).regionIds],
    municipalities: [...serviceArea(reach).municipalityCodes],
    branch: (content.branchId ?? 'typed') as Fields['branch'],
    postcode: content.postcode,
    groupSizeMax: content.groupSizeMax,
    durationMinutes: content.durationMinutes,
    sessionsPerYear: content.sessionsPerYear,
    weekdays: [...content.weekdays] as Fields['weekdays'],
    cost: content.costCents,
    languages: [...content.languages] as Fields['languages'],
    accessNotes: content.accessNotes,
    girlsFocus: content.girlsFocus,
    programme: content.programme,
    materialUrl: content.materialUrl,
    contactName: content.contactName,
    contactEmail: content.contactEmail,
  }
}

const picked = (names: readonly OfferField[]) =>
  Object.fromEntries(names.map((name) => [name, true])) as Partial<Record<OfferField, true>>

/** What is pressed under a step: on to the next, away, stay and take a suggested topic. */
const stepPress = {
  version: z.number().int().min(1),
  intent: z.enum(['next', 'stop']).optional(),
  take: z.string().max(60).optional(),
}

const withTaken = (topics: string[], take: string | undefined) =>
  take === undefined ? topics : [...new Set([...topics, take])].slice(0, LIMITS.topics)

/**
 * One step of an offer that is there. Gaps may stay: what schools see already is judged by the work.
 * @returns the change as a function of what the offer says now: other steps stay as they are.
 */
export function stepForm(step: FieldStep) {
  return FIELDS.pick(picked(STEP_FIELDS[step]) as { kind: true })
    .extend(stepPress)
    .superRefine((fields, ctx) => {
      const given = { ...EMPTY_LISTS, ...(fields as unknown as Fields), intent: 'save' as const }
      const topics = withTaken(given.topics, fields.take)
      sayWhatIsWrong({ ...given, topics }, ctx as never, false)
    }, always)
    .transform(({ version, intent, take, ...fields }) => ({
      version,
      intent: take === undefined ? (intent ?? 'next') : ('stay' as const),
      change: (before: OfferContent): OfferContent => {
        const after = { ...fieldsBehind(before), ...(fields as Partial<Fields>), intent: 'save' as const }
        return contentOf({ ...after, topics: withTaken(after.topics, take) })
      },
    }))
}

/** A new offer. A form posted twice makes one, known by its key. */
export const newOfferForm = FIELDS.extend({ submissionKey: z.uuid(), organisation: z.string().max(60) })
  .superRefine((fields, ctx) => sayWhatIsWrong(fields, ctx), always)
  .transform(({ submissionKey, organisation, intent, ...fields }) => ({
    submissionKey,
    organisation,
    intent,
    content: contentOf({ intent, ...fields }),
  }))

/** A change of an offer, based on the version that the page showed. */
export const editOfferForm = FIELDS.extend({ version: z.number().int().min(1) })
  .superRefine((fields, ctx) => sayWhatIsWrong(fields, ctx, false), always)
  .transform(({ version, intent, ...fields }) => ({
    version,
    intent,
    content: contentOf({ intent, ...fields }),
  }))

/** An offer as a row of a table says it: the rules of the form, without a page around it. */
export const rowOfferForm = FIELDS.superRefine(sayWhatIsWrong, always).transform(contentOf)

const offer = z.string().max(60)

/** What can be pressed at an offer on the page of its company. */
export const offerAction = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['publish', 'resume', 'archive', 'confirm']), offer }),
  /** Until a day, or until somebody resumes it. */
  z.object({
    intent: z.literal('pause'),
    offer,
    until: z.iso
      .date({ error: () => m.error_offer_not_a_day() })
      .optional()
      .transform((day) => day ?? null),
  }),
  /** A form posted twice makes one copy, known by its key. */
  z.object({ intent: z.literal('copy'), offer, submissionKey: z.uuid() }),
])

/** @returns the fields as a form shows them: all texts, boxes as lists. The reverse of the form. */
export function fieldsOfContent(content: OfferContent): Readonly<Record<string, string | string[]>> {
  const { keys, tracks } = writeLevels(content.levels)
  const number = (value: number | null) => (value === null ? '' : String(value))
  return {
    kind: content.kind,
    title: content.title,
    summary: content.summary,
    goal: content.goal ?? '',
    description: content.description,
    preparation: content.preparation ?? '',
    followUp: content.followUp ?? '',
    topics: [...content.topicIds],
    // Of one there is nothing to choose, and it may make way for another.
    mainTopic: content.topicIds.length > 1 ? (content.topicIds[0] ?? '') : '',
    years: keys,
    tracks,
    subjects: [...content.subjectIds],
    goals: [...content.curriculumGoalIds],
    profiles: [...content.profileIds],
    networks: [...content.networkIds],
    location: content.location,
    reach: content.reach.kind,
    travelRadiusKm: content.reach.kind === 'radius' ? String(content.reach.km) : '',
    regions: [...serviceArea(content.reach).regionIds],
    municipalities: [...serviceArea(content.reach).municipalityCodes],
    branch: content.branchId ?? (content.postcode === null ? 'main' : 'other'),
    postcode: content.postcode ?? '',
    groupSizeMax: number(content.groupSizeMax),
    durationMinutes: number(content.durationMinutes),
    sessionsPerYear: number(content.sessionsPerYear),
    weekdays: content.weekdays.map(String),
    cost: writeEuros(content.costCents),
    languages: [...content.languages],
    accessNotes: content.accessNotes ?? '',
    girlsFocus: content.girlsFocus ? 'on' : '',
    programme: content.programme ?? '',
    materialUrl: content.materialUrl ?? '',
    contactName: content.contactName ?? '',
    contactEmail: content.contactEmail ?? '',
  }
}

/** A former content is put back: which, and on top of what the page showed. */
export const putBackForm = z.object({
  kept: z.number().int().min(1).max(2_147_483_647),
  version: z.number().int().min(1),
})

/** What the page "still right?" posts. */
export const stillRightAnswer = z.object({
  token: z.string().max(200),
  /** Those that are still right; none: nothing is said. */
  offers: z.array(z.uuid()).max(200).default([]),
})
