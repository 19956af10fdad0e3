/** What schools ask about most when it is not told. It stops nobody from publishing; it is said before. */
import { hasCapacity } from '~/kernel/education'
import type { OfferContent } from './offer'
import type { OfferStep } from './offer-steps'

export const UNCLEAR = ['group', 'contact', 'access', 'goal', 'picture'] as const
export type Unclear = (typeof UNCLEAR)[number]

export const STEP_OF_UNCLEAR: Readonly<Record<Unclear, OfferStep>> = {
  group: 'practical',
  contact: 'practical',
  access: 'where',
  goal: 'what',
  picture: 'media',
}

type Judged = Pick<
  OfferContent,
  'kind' | 'location' | 'groupSizeMax' | 'contactName' | 'contactEmail' | 'accessNotes' | 'goal'
>

/** @returns what is not clear yet, what schools ask about most first. */
export function unclearFor(
  content: Judged,
  { hasPictures }: { readonly hasPictures: boolean },
): readonly Unclear[] {
  const withPeople = hasCapacity(content)
  const isUnclear: Readonly<Record<Unclear, boolean>> = {
    group: withPeople && content.groupSizeMax === null,
    contact: withPeople && content.contactName === null && content.contactEmail === null,
    access: content.location === 'at-company' && content.accessNotes === null,
    goal: content.goal === null,
    picture: !hasPictures,
  }
  return UNCLEAR.filter((point) => isUnclear[point])
}
