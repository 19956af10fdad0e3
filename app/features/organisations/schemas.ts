/** The forms of an organisation. */
import * as z from 'zod'
import { ORGANISATION_ROLES } from '~/authorisation/actor'
import { typedLine, typedPostcode, typedText, typedUrl } from '~/kernel/typed-text'
import * as m from '~/paraglide/messages'
import { BRANCHES, type BranchChange } from './domain/branch'
import { COLLEAGUES } from './domain/colleagues'
import { LIMITS, type OrganisationFacts } from './domain/organisation'
import { VERIFICATIONS } from './domain/verification'

const ids = (max: number) =>
  z
    .array(z.string().max(60))
    .max(max)
    .transform((list) => [...new Set(list)])

const postcode = z
  .string()
  .transform(typedPostcode)
  .pipe(z.string().regex(/^[1-9][0-9]{3}([A-Z]{2})?$/, { error: () => m.error_form_postcode() }))

const FACTS = z.object({
  name: z.string().transform(typedLine).pipe(z.string().min(1).max(LIMITS.name)),
  about: z.string().transform(typedText).pipe(z.string().min(1).max(LIMITS.about)),
  website: z
    .string()
    .transform(typedUrl)
    .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain }))
    .pipe(z.string().max(LIMITS.url))
    .optional()
    .transform((url) => url ?? null),
  kvkNumber: z
    .string()
    .transform((typed) => typed.replace(/[\s.-]/g, ''))
    .pipe(z.string().regex(/^[0-9]{8}$/, { error: () => m.error_organisation_kvk() }))
    .optional()
    .transform((number) => number ?? null),
  postcode,
  employees: z
    .number()
    .int()
    .min(1)
    .max(LIMITS.employees)
    .optional()
    .transform((count) => count ?? null),
  topics: ids(LIMITS.topics),
  networks: ids(20),
})

const factsOf = ({ topics, networks, ...facts }: z.output<typeof FACTS>): OrganisationFacts => ({
  ...facts,
  topicIds: topics,
  networkIds: networks,
})

/** A form posted twice makes one, known by its key. */
export const newOrganisationForm = FACTS.extend({ submissionKey: z.uuid() }).transform(
  ({ submissionKey, ...facts }) => ({ submissionKey, facts: factsOf(facts) }),
)

/** Based on the version that the page showed. */
export const editOrganisationForm = FACTS.extend({ version: z.number().int().min(1) }).transform(
  ({ version, ...facts }) => ({ version, facts: factsOf(facts) }),
)

const email = z.string().transform(typedLine).pipe(z.string().min(1).max(COLLEAGUES.email).pipe(z.email()))
const role = z.enum(ORGANISATION_ROLES)

/** The page of colleagues. */
export const colleagueAction = z
  .object({ organisation: z.uuid() })
  .and(
    z.discriminatedUnion('intent', [
      z.object({ intent: z.literal('invite'), email, role }),
      z.object({ intent: z.literal('withdraw'), invitation: z.uuid() }),
      z.object({ intent: z.literal('role'), colleague: z.uuid(), role }),
      z.object({ intent: z.enum(['remove', 'hand-over']), colleague: z.uuid() }),
    ]),
  )

const branchFacts = {
  name: z.string().transform(typedLine).pipe(z.string().min(1).max(BRANCHES.name)),
  address: z
    .string()
    .transform(typedLine)
    .pipe(z.string().max(BRANCHES.address))
    .optional()
    .transform((typed) => typed || null),
  postcode,
  branchNumber: z
    .string()
    .transform((typed) => typed.replace(/[\s.-]/g, ''))
    .pipe(z.string().regex(/^[0-9]{12}$/, { error: () => m.error_organisation_branch_number() }))
    .optional()
    .transform((number) => number ?? null),
}

/** The page of branches. */
export const branchAction = z
  .discriminatedUnion('intent', [
    z.object({ intent: z.literal('add'), organisation: z.uuid(), ...branchFacts }),
    z.object({ intent: z.literal('change'), organisation: z.uuid(), branch: z.uuid(), ...branchFacts }),
    z.object({ intent: z.literal('remove'), organisation: z.uuid(), branch: z.uuid() }),
  ])
  .transform((asked): { organisationId: string; change: BranchChange } => {
    const organisationId = asked.organisation
    if (asked.intent === 'remove') return { organisationId, change: { kind: 'remove', id: asked.branch } }
    const { name, address, branchNumber } = asked
    const facts = { name, address, postcode: asked.postcode, branchNumber }
    if (asked.intent === 'add') return { organisationId, change: { kind: 'add', facts } }
    return { organisationId, change: { kind: 'change', id: asked.branch, facts } }
  })

const token = z.string().max(200)
/** Behind the link of an invitation. */
export const invitationForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('accept'), token }),
  z.object({
    intent: z.literal('account'),
    token,
    name: z.string().transform(typedLine).pipe(z.string().min(1).max(COLLEAGUES.name)),
    password: z.string().min(COLLEAGUES.passwordMin).max(COLLEAGUES.passwordMax),
  }),
])

/** What a coordinator says of an organisation that asks. */
export const verdictForm = z.object({ organisation: z.string().max(60), seen: z.enum(VERIFICATIONS) }).and(
  z.discriminatedUnion('intent', [
    z.object({ intent: z.literal('verify') }),
    z.object({
      intent: z.literal('refuse'),
      reason: z.string().transform(typedText).pipe(z.string().min(1).max(LIMITS.reason)),
    }),
  ]),
)

/** @returns the fields as the form shows them. */
export function fieldsOfFacts(facts: OrganisationFacts): Readonly<Record<string, string | string[]>> {
  return {
    name: facts.name,
    about: facts.about,
    website: facts.website ?? '',
    kvkNumber: facts.kvkNumber ?? '',
    postcode: facts.postcode,
    employees: facts.employees === null ? '' : String(facts.employees),
    topics: [...facts.topicIds],
    networks: [...facts.networkIds],
  }
}
