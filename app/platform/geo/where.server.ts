/**
 * Where somebody wants to look: a postcode, a place or a school is a point, a municipality, region or province an area.
 * What is chosen can be typed as well: "7607", "Almelo", "gemeente Almelo", "regio Twente", "Overijssel", "De Bron (01AB00)".
 */
import { fold } from '~/kernel/fold'
import type { Point } from '~/kernel/geography'
import type { Db } from '~/platform/db/client.server'
import type { KnownName, Names } from './names.server'
import type { KnownPlace, Places } from './places.server'

export type WhereAnswer =
  | {
      readonly kind: 'found'
      readonly label: string
      readonly point: Point
      /** In which a point lies. */
      readonly municipalityCode?: string
      /** Of an area; a point has none. */
      readonly municipalityCodes?: readonly string[]
      /** Of an area what it is; its `label` is the name alone. */
      readonly area?: Area['kind']
    }
  /** Several are meant, or the nearest in spelling; `ask` is what to type to get exactly that one. */
  | {
      readonly kind: 'ambiguous'
      readonly choices: readonly {
        readonly label: string
        readonly ask: string
        readonly area?: Area['kind']
      }[]
    }
  | { readonly kind: 'unknown' }

export const CHOICE_KINDS = ['postcode', 'place', 'municipality', 'region', 'province', 'school'] as const
export type WhereChoice = {
  readonly kind: (typeof CHOICE_KINDS)[number]
  readonly label: string
  /** What tells it from others of the same name; may be empty. */
  readonly detail: string
  /** What to hand back. */
  readonly ask: string
}

export type Where = ReturnType<typeof makeWhere>
type Area = KnownName & { readonly kind: 'municipality' | 'region' | 'province' }

const TEXT_MAX = 100
const MARKED = /^(gemeente|arbeidsmarktregio|regio|provincie)\s+(.+)$/i
const KIND_OF: Readonly<Record<string, readonly Area['kind'][]>> = {
  gemeente: ['municipality'],
  arbeidsmarktregio: ['region'],
  regio: ['region'],
  provincie: ['province'],
}
const MARK = { municipality: 'gemeente', region: 'regio', province: 'provincie' } as const
const BRANCH = /(?:^|\()(\d{2}[a-z]{2}\d{2})\)?$/i
/** Longer names of schools are cut in what is handed back; the code tells which. */
const SCHOOL_NAME_MAX = 60
const EACH = { postcode: 6, place: 5, area: 4, school: 4 } as const
const SCHOOL_LEAST = 3

export function makeWhere(needs: {
  readonly db: Pick<Db, '$queryRaw' | 'postcodeArea' | 'schoolBranch'>
  readonly names: Names
  readonly places: Places
}) {
  const { db, places } = needs
  const areas = async () => (await needs.names()).filter((each): each is Area => each.kind !== 'place')

  return {
    /** At most two statements. */
    async resolve(text: string): Promise<WhereAnswer> {
      const asked = tidied(text)
      const branch = BRANCH.exec(asked)?.[1]
      if (branch) return schoolOf(db, branch.toUpperCase())
      const known = await areas()
      const [, mark = '', name = ''] = MARKED.exec(asked) ?? []
      const kinds = KIND_OF[mark.toLowerCase()]
      if (kinds) {
        const marked = known.find((area) => kinds.includes(area.kind) && isCalled(area, fold(name), asked))
        if (marked) return foundArea(marked)
      }
      const named = known.filter((area) => isCalled(area, fold(asked), asked))
      return withAreas(await places.resolve(asked), asked, named)
    },

    /** What somebody who types may mean, by kind, the likeliest first. At most two statements. */
    async suggest(text: string): Promise<readonly WhereChoice[]> {
      const asked = tidied(text)
      if (/^[1-9]\d{0,3}\s*[a-z]{0,2}$/i.test(asked) && asked.length >= 2 && !/^\d{2}[a-z]/i.test(asked))
        return postcodes(db, asked)
      const typed = fold(asked)
      if (typed.length < 2) return []
      const [found, known, schools] = await Promise.all([
        places.suggest(asked, EACH.place),
        areas(),
        typed.length < SCHOOL_LEAST ? [] : schoolsLike(db, typed),
      ])
      const begun = known
        .filter(({ name, aliases }) => [name, ...aliases].some((each) => begins(each, typed)))
        .sort((a, b) => Number(!begins(a.name, typed)) - Number(!begins(b.name, typed)))
      return [
        ...found.map((place) => placeChoice(place, known)),
        ...begun.slice(0, EACH.area).map(areaChoice),
        ...schools,
      ]
    },
  }
}

/** Without control characters, which the database does not take. */
const tidied = (text: string) =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, TEXT_MAX)

const plainName = (area: Area) => area.name.replace(/^regio\s+/i, '')
const isCalled = (area: Area, name: string, asked: string) =>
  [area.name, plainName(area), ...area.aliases].some((each) => fold(each) === name || each === asked)
const begins = (name: string, typed: string) => {
  const folded = fold(name)
  return folded.startsWith(typed) || folded.split(/[^a-z0-9']+/).some((word) => word.startsWith(typed))
}
const askFor = (area: Area) => `${MARK[area.kind]} ${plainName(area)}`
const foundArea = (area: Area): WhereAnswer => ({
  kind: 'found',
  label: area.kind === 'municipality' ? plainName(area) : area.name,
  area: area.kind,
  point: area.point,
  municipalityCodes: area.municipalityCodes,
})
const areaChoice = (area: Area): WhereChoice => ({
  kind: area.kind,
  label: plainName(area),
  detail: '',
  ask: askFor(area),
})

/** A place that gives its municipality its name stands for both; beside any other place the area is a choice. */
function withAreas(
  answer: Awaited<ReturnType<Places['resolve']>>,
  asked: string,
  named: readonly Area[],
): WhereAnswer {
  const [area] = [...named].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  if (answer.kind === 'found') {
    if (!area || isSeat(answer, named)) return pointOf(answer)
    return { kind: 'ambiguous', choices: [choiceOf(area), sharedChoice(answer, asked)] }
  }
  if (!area) return answer
  const isShared = answer.kind === 'ambiguous' && answer.choices.some(({ ask }) => startsSame(ask, asked))
  if (!isShared || answer.kind !== 'ambiguous') return foundArea(area)
  return { kind: 'ambiguous', choices: [...answer.choices, ...named.map(choiceOf)] }
}

const isSeat = (place: KnownPlace, named: readonly Area[]) =>
  named.some(
    ({ kind, municipalityCodes }) =>
      kind === 'municipality' && municipalityCodes[0] === place.municipalityCode,
  )

function placeChoice(place: KnownPlace, known: readonly Area[]): WhereChoice {
  const named = known.filter((area) => isCalled(area, fold(place.label), place.label))
  const { ask } =
    named.length === 0 || isSeat(place, named) ? { ask: place.label } : sharedChoice(place, place.label)
  return { kind: 'place', label: ask, detail: '', ask }
}

const ORDER = ['province', 'municipality', 'region'] as const
const startsSame = (choice: string, asked: string) => fold(choice).split(' (')[0] === fold(asked)
const choiceOf = (area: Area) => ({ label: plainName(area), ask: askFor(area), area: area.kind })
const pointOf = ({ label, point, municipalityCode }: KnownPlace): WhereAnswer => ({
  kind: 'found',
  label,
  point,
  municipalityCode,
})

/** A village that bears the name of a province: with brackets behind it nothing else is meant. */
function sharedChoice({ placeName, municipalityName }: KnownPlace, asked: string) {
  const ask = `${placeName || asked} (${municipalityName})`
  return { label: ask, ask }
}

async function schoolOf(db: Pick<Db, 'schoolBranch'>, id: string): Promise<WhereAnswer> {
  const branch = await db.schoolBranch.findUnique({
    where: { id },
    select: { name: true, placeName: true, lat: true, lng: true, municipalityCode: true },
  })
  if (!branch) return { kind: 'unknown' }
  return {
    kind: 'found',
    label: `${branch.name}, ${branch.placeName}`,
    point: { lat: branch.lat, lng: branch.lng },
    municipalityCode: branch.municipalityCode,
  }
}

/** The areas whose four digits begin so; the letters of a whole postcode do not change where it is. */
async function postcodes(db: Pick<Db, 'postcodeArea'>, typed: string): Promise<readonly WhereChoice[]> {
  const [, digits = '', letters = ''] = /^(\d{1,4})\s*([a-z]{0,2})$/i.exec(typed) ?? []
  const rows = await db.postcodeArea.findMany({
    where: { pc4: { startsWith: digits } },
    orderBy: { pc4: 'asc' },
    take: EACH.postcode,
    select: { pc4: true, placeName: true },
  })
  const behind = letters.length === 2 && digits.length === 4 ? ` ${letters.toUpperCase()}` : ''
  return rows.map(({ pc4, placeName }) => ({
    kind: 'postcode',
    label: `${pc4}${behind} ${placeName}`,
    detail: '',
    ask: `${pc4}${behind} ${placeName}`,
  }))
}

type SchoolRow = {
  readonly id: string
  readonly name: string
  readonly placeName: string
  readonly street: string
  readonly houseNumber: string
}

/** Schools of the register in which every typed word occurs; those that begin so first. */
async function schoolsLike(db: Pick<Db, '$queryRaw'>, typed: string): Promise<readonly WhereChoice[]> {
  const words = typed
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter(Boolean)
    .slice(0, 6)
  if (words.length === 0) return []
  const rows = await db.$queryRaw<SchoolRow[]>`
    SELECT b.id, b.name, b.place_name AS "placeName", b.street, b.house_number AS "houseNumber" FROM school_branch b
    WHERE b.closed_on IS NULL AND b.search_text LIKE ALL(${words.map((word) => `%${word}%`)}::text[])
    ORDER BY starts_with(b.search_text, ${words.join(' ')}) DESC, b.name COLLATE "nl-x-icu", b.id LIMIT ${EACH.school}`
  return rows.map(({ id, name, placeName, street, houseNumber }) => ({
    kind: 'school',
    label: name,
    // Branches of one school in one place have the same name.
    detail: `${street} ${houseNumber}, ${placeName}`,
    ask: `${name.slice(0, SCHOOL_NAME_MAX).trim()} (${id})`,
  }))
}
