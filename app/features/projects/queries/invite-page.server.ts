/** Whom a project may ask to take part: schools of the register and verified companies that answer to the words. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Db } from '~/platform/db/client.server'
import { isOpen, partiesOf, present } from '../domain/project'
import type { MemberState } from '../domain/project-states'
import { projectClosed, projectNotFound } from '../errors'
import { projectFacts } from './project-facts.server'

export type Candidate = {
  readonly id: string
  readonly name: string
  readonly placeName: string
  /** How it stands to the project already; `null`: not at all. */
  readonly state: MemberState | null
  /** Somebody there has an account and hears of it by mail. */
  readonly hasPeople: boolean
}

export type InvitePage = {
  readonly id: string
  readonly title: string
  readonly asked: string
  /** At most ten of each. */
  readonly schools: readonly Candidate[]
  readonly companies: readonly Candidate[]
}

const SHOWN = 10

/** At most three statements. @throws AppError 401; 404 for who takes no part; conflict when it is over. */
export async function invitePage(
  db: Pick<Db, '$queryRaw'>,
  actor: Actor,
  { id, asked }: { readonly id: string; readonly asked: string },
): Promise<InvitePage> {
  const facts = await projectFacts(db, id)
  if (!facts) throw projectNotFound()
  allow(actor, 'project.work', partiesOf(present(facts.members)))
  if (!isOpen(facts)) throw projectClosed()
  const words = wordsOf(asked)
  const found = { id: facts.id, title: facts.title, asked }
  if (words.length === 0) return { ...found, schools: [], companies: [] }
  const like = words.map((word) => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
  const [schools, companies] = await Promise.all([
    db.$queryRaw<Candidate[]>`
      SELECT b.id, b.name, b.place_name AS "placeName", m.state::text,
        EXISTS (SELECT 1 FROM school_membership s WHERE s.branch_id = b.id) AS "hasPeople"
      FROM school_branch b LEFT JOIN project_member m ON m.branch_id = b.id AND m.project_id = ${id}::uuid
      WHERE b.closed_on IS NULL AND b.search_text LIKE ALL(${like})
      ORDER BY 5 DESC, b.name, b.id LIMIT ${SHOWN}`,
    db.$queryRaw<Candidate[]>`
      SELECT g.id, g.name, g.place_name AS "placeName", m.state::text,
        EXISTS (SELECT 1 FROM organisation_membership s WHERE s.organisation_id = g.id) AS "hasPeople"
      FROM organisation g LEFT JOIN project_member m ON m.organisation_id = g.id AND m.project_id = ${id}::uuid
      WHERE g.verification = 'verified' AND lower(g.name || ' ' || g.place_name) LIKE ALL(${like})
      ORDER BY g.name, g.id LIMIT ${SHOWN}`,
  ])
  return { ...found, schools, companies }
}

/** As the register is searched: folded, at most six, none so short that everything answers to it. */
function wordsOf(asked: string): readonly string[] {
  return asked
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= 2)
    .slice(0, 6)
}
