/**
 * From an address to a question for the index: reads the parts, looks the place up, and finds the reader's school.
 * At most three statements: topics, place, branch.
 */
import type { Actor } from '~/authorisation/actor'
import { type Problem, readAddress } from '~/features/finder/domain/finder-address'
import type { OwnSchool, TopicName } from '~/features/finder/domain/finder-page'
import { questionOf } from '~/features/finder/domain/finder-question'
import type { FinderState } from '~/features/finder/domain/finder-state'
import type { From, PlaceAnswer } from '~/features/finder/domain/place-answer'
import type { SearchQuery } from '~search/query'
import type { FinderNeeds } from './finder-needs.server'

export type Understood = {
  readonly state: FinderState
  readonly problems: readonly Problem[]
  readonly question: SearchQuery
  readonly from: From | null
  readonly placeChoices: readonly { readonly label: string; readonly ask: string }[]
  readonly school: OwnSchool | null
  readonly topics: readonly TopicName[]
}

const NOT_ASKED: PlaceAnswer = { kind: 'ambiguous', choices: [] }

export async function understandAddress(
  needs: FinderNeeds,
  actor: Actor,
  params: URLSearchParams,
): Promise<Understood> {
  const [topics, branch] = await Promise.all([
    needs.db.topic.findMany({
      select: { id: true, parentId: true, nl: true, en: true },
      orderBy: { position: 'asc' },
    }),
    ownBranch(needs, actor),
  ])
  const { state, problems } = readAddress(params, new Set(topics.map((topic) => topic.id)))
  const answer = state.place ? await needs.places.resolve(state.place) : NOT_ASKED
  const from = whereFrom(state, answer, branch)
  return {
    state,
    problems:
      answer.kind === 'unknown'
        ? [...problems, { field: 'place', code: 'place-unknown', given: state.place }]
        : problems,
    question: questionOf(state, from?.point ?? null, from?.kind === 'place'),
    from,
    placeChoices: answer.kind === 'ambiguous' ? answer.choices : [],
    school: branch && { name: branch.name, place: branch.postcode.slice(0, 4) },
    topics,
  }
}

function whereFrom(
  state: FinderState,
  answer: PlaceAnswer,
  branch: Awaited<ReturnType<typeof ownBranch>>,
): From | null {
  if (answer.kind === 'found') return { kind: 'place', label: answer.label, point: answer.point }
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
