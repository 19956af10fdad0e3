/** An offer as the form stands now, half written: what schools would see, and what is still missing. */
import {
  isOfferKind,
  isOfferLocation,
  type LevelYears,
  type OfferKind,
  VMBO_TRACKS,
} from '~/kernel/education'
import { type Gap, gapsForPublication } from './gaps'
import { readLevels } from './level-years'
import { withMainFirst } from './offer'
import { type PlainHint, plainHints } from './plain-language'

export type OfferPreview = {
  readonly kind: OfferKind
  readonly title: string
  readonly summary: string
  readonly topicId: string
  readonly levels: readonly LevelYears[]
  readonly durationMinutes: number | null
  /** The branch that was chosen, a word for another place, or nothing. */
  readonly branch: string
  readonly gaps: readonly Gap[]
  readonly hints: readonly PlainHint[]
}

/**
 * @param valuesOf what stands in the fields of that name; none: not there. Anything may stand there.
 * @param more `hasFiles`: it has a file to take along.
 */
export function previewOf(
  valuesOf: (name: string) => readonly string[],
  more: { readonly hasFiles?: boolean } = {},
): OfferPreview {
  const text = (name: string) => (valuesOf(name)[0] ?? '').trim()
  const number = (name: string) => (/^\d{1,6}$/.test(text(name)) ? Number(text(name)) : null)
  const tracks = VMBO_TRACKS.filter((track) => valuesOf('tracks').includes(track))
  const read = readLevels(valuesOf('years'), tracks)
  const [kind, location] = [text('kind'), text('location')]
  const content = {
    kind: isOfferKind(kind) ? kind : ('guest-lesson' as const),
    location: isOfferLocation(location) ? location : ('at-school' as const),
    summary: text('summary'),
    description: text('description'),
    topicIds: withMainFirst(valuesOf('topics'), text('mainTopic')),
    levels: read.ok ? read.levels : [],
    durationMinutes: number('durationMinutes'),
    languages: valuesOf('languages'),
    sessionsPerYear: number('sessionsPerYear'),
    materialUrl: text('materialUrl') || null,
  }
  return {
    kind: content.kind,
    title: text('title'),
    summary: content.summary,
    topicId: content.topicIds[0] ?? '',
    levels: content.levels,
    durationMinutes: content.location === 'download' ? null : content.durationMinutes,
    branch: text('branch'),
    gaps: gapsForPublication(content, more),
    hints: plainHints(content.summary, content.description),
  }
}

/** @param fields texts, and lists of texts, by the names of the form. */
export function previewOfFields(
  fields: Readonly<Record<string, unknown>>,
  more: { readonly hasFiles?: boolean } = {},
): OfferPreview {
  return previewOf((name) => [fields[name] ?? []].flat().filter((value) => typeof value === 'string'), more)
}
