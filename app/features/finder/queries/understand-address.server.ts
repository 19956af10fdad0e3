/**
 * From an address to a question for the index: reads the parts, looks the place up, and finds the reader's school.
 * At most seven statements: topics, vocabularies, branch, companies, two for the place; one more every six hours for the names
 * of places.
 */
import type { Actor } from '~/authorisation/actor'
import {
  type Problem,
  type ReadAddress,
  readAddress,
  type WordField,
} from '~/features/finder/domain/finder-address'
import type { OwnSchool, TopicName } from '~/features/finder/domain/finder-page'
import { questionOf, withinPlace } from '~/features/finder/domain/finder-question'
import { type FinderState, WORD_LISTS } from '~/features/finder/domain/finder-state'
import { FACET_OF, type Vocabulary } from '~/features/finder/domain/finder-words'
import type { From, PlaceAnswer, PlaceChoice } from '~/features/finder/domain/place-answer'
import { fromText } from '~/features/finder/domain/read-part'
import { calendarDateOf, type Month, monthOf } from '~/kernel/calendar'
import type { Understood as ReadText } from '~search/dutch/understand'
import type { SearchQuery } from '~search/query'
import type { FinderNeeds } from './finder-needs.server'
import { finderVocabulary, organisationNames } from './vocabulary.server'

export type Understood = {
  readonly state: FinderState
  readonly problems: readonly Problem[]
  /** Of the reader's own choices; what was read in the text is laid over it. */
  readonly question: SearchQuery
  readonly understood: ReadText
  readonly from: From | null
  readonly placeChoices: readonly PlaceChoice[]
  readonly school: OwnSchool | null
  readonly topics: readonly TopicName[]
  readonly vocabulary: Vocabulary
  /** The first month that can be asked for. */
  readonly thisMonth: Month
}

const NOT_ASKED: PlaceAnswer = { kind: 'ambiguous', choices: [] }

export async function understandAddress(
  needs: FinderNeeds,
  actor: Actor,
  params: URLSearchParams,
): Promise<Understood> {
  const today = calendarDateOf(needs.clock.now())
  const [topics, branch, words] = await Promise.all([
    needs.db.topic.findMany({
      select: { id: true, parentId: true, nl: true, en: true },
      orderBy: { position: 'asc' },
    }),
    ownBranch(needs, actor),
    finderVocabulary(needs.db, today),
  ])
  const read = readAddress(params, new Set(topics.map((topic) => topic.id)))
  const vocabulary = { ...words, organisation: await organisationNames(needs.db, read.state.organisations) }
  const { state: asked, problems } = withoutUnknown(read, vocabulary)
  const [answer, understood] = await Promise.all([
    asked.place ? needs.where.resolve(asked.place) : NOT_ASKED,
    needs.readQuestion(asked.text, { plain: asked.plain, places: asked.place === '' }),
  ])
  const from = fromText(whereFrom(asked, answer, branch), understood.parts)
  const state: FinderState = {
    ...asked,
    plain: asked.plain.filter((words) => understood.plain.includes(words)),
    // An area has no distance.
    radiusKm: from?.kind === 'area' ? null : asked.radiusKm,
  }
  return {
    state,
    problems:
      answer.kind === 'unknown'
        ? [...problems, { field: 'place', code: 'place-unknown', given: state.place }]
        : problems,
    question: {
      ...withinPlace(questionOf(state, pointOf(from), from?.kind === 'place' && state.place !== ''), from),
      ...(state.sort === 'soonest' ? { soonestFrom: soonestFrom(state, monthOf(today)) } : {}),
    },
    understood,
    from,
    placeChoices: answer.kind === 'ambiguous' ? answer.choices : [],
    school: branch && { name: branch.name, place: branch.postcode.slice(0, 4) },
    topics,
    vocabulary,
    thisMonth: monthOf(today),
  }
}

/** A place of a month that is over is of no use, even where the index still knows it. */
function soonestFrom({ openFrom }: FinderState, thisMonth: Month): Month {
  return openFrom !== null && openFrom > thisMonth ? openFrom : thisMonth
}

/** Words of the address that no vocabulary has ask nothing, and are named. */
function withoutUnknown({ state, problems }: ReadAddress, vocabulary: Vocabulary): ReadAddress {
  const unknown: Problem[] = []
  const known = { ...state }
  for (const field of Object.keys(FACET_OF) as WordField[]) {
    const ids = new Set(vocabulary[field].map(({ id }) => id))
    const list = WORD_LISTS[field]
    known[list] = state[list].filter((id) => ids.has(id))
    for (const given of state[list])
      if (!ids.has(given)) unknown.push({ field, code: 'value-unknown', given: given.slice(0, 40) })
  }
  return unknown.length === 0 ? { state, problems } : { state: known, problems: [...problems, ...unknown] }
}

/** In the middle of an area nobody is: nothing is ordered by the distance from there. */
const pointOf = (from: From | null) => (from === null || from.kind === 'area' ? null : from.point)

function whereFrom(
  state: FinderState,
  answer: PlaceAnswer,
  branch: Awaited<ReturnType<typeof ownBranch>>,
): From | null {
  if (answer.kind === 'found') {
    const { label, point, municipalityCode, municipalityCodes, area } = answer
    return municipalityCodes && area
      ? { kind: 'area', area, label, point, municipalityCodes }
      : { kind: 'place', label, point, ...(municipalityCode ? { municipalityCode } : {}) }
  }
  if (!state.place && branch)
    return { kind: 'school', label: branch.name, point: { lat: branch.lat, lng: branch.lng } }
  return null
}

async function ownBranch(needs: FinderNeeds, actor: Actor) {
  if (actor.kind !== 'user' || actor.schools.size === 0) return null
  // A teacher of several branches: the lowest code, so that the answer is the same every time.
  const [id] = [...actor.schools.keys()].sort()
  return needs.db.schoolBranch.findUnique({
    where: { id },
    select: { name: true, postcode: true, lat: true, lng: true },
  })
}
