/** Courses, events, works and services of schema.org, wherever in the data they stand, with what schools ask about. */
const WANTED = new Set([
  'Course',
  'Event',
  'EducationEvent',
  'BusinessEvent',
  'ExhibitionEvent',
  'CreativeWork',
  'LearningResource',
  'Service',
])
const DEPTH = 6
const ITEMS = 20_000

type Node = Readonly<Record<string, unknown>>

/** @returns one item per thing, by the names of its properties; things inside things too, to a depth of six. */
export function jsonLdItems(content: unknown): readonly Readonly<Record<string, string>>[] {
  const items: Record<string, string>[] = []
  const visit = (value: unknown, depth: number): void => {
    if (depth > DEPTH || items.length >= ITEMS || typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (const entry of value) visit(entry, depth + 1)
      return
    }
    const node = value as Node
    if (typesOf(node).some((type) => WANTED.has(type))) {
      items.push(itemOf(node))
      return
    }
    for (const name of [
      '@graph',
      'itemListElement',
      'item',
      'mainEntity',
      'hasPart',
      'makesOffer',
      'itemOffered',
    ])
      visit(node[name], depth + 1)
  }
  visit(content, 0)
  return items
}

const typesOf = (node: Node) =>
  [node['@type'] ?? []].flat().filter((type): type is string => typeof type === 'string')

function itemOf(node: Node): Record<string, string> {
  const offer = asNode(node.offers)
  const audience = asNode(node.audience)
  const values: Record<string, string> = {
    identifier: text(node.identifier) || text(node['@id']) || text(node.url),
    name: text(node.name),
    description: text(node.description),
    abstract: text(node.abstract) || text(node.disambiguatingDescription),
    keywords: text(node.keywords) || text(node.about),
    educationalLevel: text(node.educationalLevel) || text(audience?.educationalRole) || text(audience?.name),
    timeRequired: minutesOf(text(node.timeRequired) || text(node.duration)),
    price: text(offer?.price),
    inLanguage: text(node.inLanguage),
    url: text(node.url),
    postalCode: text(asNode(asNode(node.location)?.address)?.postalCode),
    maximumAttendeeCapacity: text(node.maximumAttendeeCapacity),
    email: text(asNode(node.contactPoint)?.email),
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}

function asNode(value: unknown): Node | null {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'object' && first !== null ? (first as Node) : null
}

/** A text, a number, a value with a unit or a language, or the name of a thing; of lists all of them. */
function text(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(text).filter(Boolean).join('; ')
  const node = asNode(value)
  return node ? text(node['@value'] ?? node.value ?? node.name ?? node.alternateName ?? '') : ''
}

/** `PT1H30M` as 90; anything else as it is. */
function minutesOf(duration: string): string {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration) ?? []
  const sum = Number(days ?? 0) * 1440 + Number(hours ?? 0) * 60 + Number(minutes ?? 0)
  return sum > 0 ? String(sum) : duration
}
