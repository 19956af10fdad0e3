/** What the parts of the form of an offer share. */
import type { ReactNode } from 'react'
import type { FieldLike } from '~/components/field'
import type { Choice } from '../queries/vocabularies.server'

/** In the order of the page: the error summary follows it. */
export const OFFER_FIELDS = [
  'kind',
  'title',
  'summary',
  'goal',
  'description',
  'preparation',
  'followUp',
  'topics',
  'mainTopic',
  'years',
  'tracks',
  'subjects',
  'profiles',
  'goals',
  'networks',
  'girlsFocus',
  'location',
  'reach',
  'travelRadiusKm',
  'regions',
  'municipalities',
  'branch',
  'postcode',
  'materialUrl',
  'accessNotes',
  'groupSizeMax',
  'durationMinutes',
  'cost',
  'sessionsPerYear',
  'weekdays',
  'languages',
  'programme',
  'contactName',
  'contactEmail',
] as const
export type OfferFields = Readonly<Record<(typeof OFFER_FIELDS)[number], FieldLike>>

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="card grid gap-6 p-4 sm:p-6">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

type AskedProps = {
  /** Places, or `self-service`, for which it is not asked. */
  readonly not?: string
  /** The one choice for which it is asked. */
  readonly only?: 'radius' | 'regions' | 'vmbo' | 'other-place'
  /** What is wrong stays in sight, whatever else was chosen. */
  readonly fields: readonly FieldLike[]
  readonly children: ReactNode
}

/** A question that not every offer is asked: see `.offer-form` in the style sheet. */
export function Asked({ not, only, fields, children }: AskedProps) {
  const isWrong = fields.some((field) => (field.errors?.length ?? 0) > 0)
  return (
    <div data-not={not} data-only={only} data-wrong={isWrong || undefined}>
      {children}
    </div>
  )
}

/** A question that many leave open; what was answered, or is wrong, stands open. */
export function Folded({
  title,
  fields,
  children,
}: {
  readonly title: string
  readonly fields: readonly FieldLike[]
  readonly children: ReactNode
}) {
  const isOpen = fields.some(
    ({ errors, initialValue }) =>
      (errors?.length ?? 0) > 0 || (Array.isArray(initialValue) ? initialValue.length > 0 : !!initialValue),
  )
  return (
    <details open={isOpen}>
      <summary className="link inline-flex min-h-11 items-center">{title}</summary>
      <div className="mt-3 grid gap-6">{children}</div>
    </details>
  )
}

export const optionsOf = (choices: readonly Choice[]) =>
  choices.map(({ id, label }) => ({ value: id, label }))
