/** What the link of an invitation shows: who asks whom, and what for. One statement. */
import type { Db } from '~/platform/db/client.server'
import { isOpen, present } from '../domain/project'
import { memberIs, projectClosed, projectLinkGone } from '../errors'
import { projectFacts } from './project-facts.server'

export type InvitationPage = {
  readonly title: string
  readonly goal: string
  readonly results: string
  /** Who is asked. */
  readonly name: string
  /** Who takes part. */
  readonly members: readonly { readonly name: string; readonly placeName: string }[]
}

/** @throws AppError gone when it is no more; conflict when it was answered, or the project is over. */
export async function invitationPage(
  db: Pick<Db, '$queryRaw'>,
  { id, memberId }: { readonly id: string; readonly memberId: string },
): Promise<InvitationPage> {
  const facts = await projectFacts(db, id)
  const asked = facts?.members.find((one) => one.id === memberId)
  if (!facts || !asked) throw projectLinkGone()
  if (asked.state !== 'invited') throw memberIs(asked.state)
  if (!isOpen(facts)) throw projectClosed()
  const { title, goal, results } = facts
  const members = present(facts.members).map(({ name, placeName }) => ({ name, placeName }))
  return { title, goal, results, name: asked.name, members }
}
