/** Which requests a school can begin with, and what each fills in. */
import type { RequestForm, TypedRequest } from './request-form'
import { type SchoolLevel, yearName } from './school-levels'
import { type RequestTemplate, TEMPLATES } from './template-list'

/** What schools in one kind of class begin with. */
export type TemplateGroup = {
  readonly level: RequestTemplate['level']
  /** Those that the school has. */
  readonly years: readonly number[]
  readonly tracks: RequestTemplate['tracks']
  readonly templates: readonly RequestTemplate[]
}

/**
 * @param levels what the school can ask for.
 * @returns by class, the youngest first; templates for years or tracks that the school does not have are left out.
 */
export function templatesFor(levels: readonly SchoolLevel[]): readonly TemplateGroup[] {
  const groups = new Map<string, TemplateGroup>()
  for (const template of TEMPLATES) {
    const here = levels.find(({ level }) => level === template.level)
    const years = template.years.filter((year) => here?.years.includes(year))
    const tracks = template.tracks.filter((track) => here?.tracks.includes(track))
    if (years.length === 0 || (template.tracks.length > 0 && tracks.length === 0)) continue
    const key = `${template.level} ${years} ${tracks}`
    const known = groups.get(key)
    groups.set(key, {
      level: template.level,
      years,
      tracks,
      templates: [...(known?.templates ?? []), template],
    })
  }
  return [...groups.values()]
}

/** @returns the answers of the form; the step on which the school says for which of its classes it is comes next. */
export function answersOfTemplate(
  { kinds, topicIds, groupSize, ...template }: RequestTemplate,
  { level, years, tracks }: Omit<TemplateGroup, 'templates'>,
  locale: 'nl' | 'en',
): TypedRequest {
  const { title, text } = template[locale]
  return {
    kind: kinds,
    topic: topicIds,
    year: years.map((year) => yearName(level, year)),
    track: tracks,
    groups: ['1'],
    groupSize: [String(groupSize)],
    title: [title],
    text: [text],
  }
}

/** @returns whether nothing was answered yet, so that there is something to begin with. */
export function beginsNow({ step, typed }: Pick<RequestForm, 'step' | 'typed'>): boolean {
  return (
    step === 'what' && !['kind', 'topic', 'title', 'year', 'text'].some((name) => typed[name] !== undefined)
  )
}
