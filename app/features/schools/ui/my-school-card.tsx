/** A school of the reader: his colleagues there, and for a lead who asks to join. Each button is a form of its own. */
import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/button'
import { formatNumber } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Colleague, MySchool, MySchools } from '../queries/my-schools.server'
import { levelsWord } from './words'

export function MySchoolCard({ school }: { readonly school: MySchool }) {
  return (
    <article className="card p-5">
      <h2>
        <Link to={paths.school(school.id)} className="link">
          {school.name}
        </Link>
      </h2>
      <p className="text-ink-soft">
        {school.placeName} · {levelsWord(school.registerLevels)}
      </p>
      <p className="mt-1 text-sm font-[650] text-act-text">
        {school.role === 'lead' ? m.schools_my_role_lead() : m.schools_my_role_member()}
      </p>
      {school.isClosed ? (
        <div className="mt-4">
          <Notice tone="need">{m.schools_my_closed()}</Notice>
        </div>
      ) : null}
      <Asking school={school} />
      <Colleagues school={school} />
      <details className="mt-4">
        <summary className="py-2 text-act-text">{m.schools_my_leave()}</summary>
        <p className="mt-1">{m.schools_my_leave_text()}</p>
        <Form method="post" className="mt-3">
          <input type="hidden" name="branchId" value={school.id} />
          <Button look="danger" size="small" name="intent" value="leave">
            {m.schools_my_leave_submit({ name: school.name })}
          </Button>
        </Form>
      </details>
    </article>
  )
}

function Asking({ school: { id, asking } }: { readonly school: MySchool }) {
  if (asking.length === 0) return null
  return (
    <section className="mt-5 rounded-md border border-need bg-need-soft p-4 text-need-text">
      <h3>{m.schools_my_asking_title({ count: asking.length, shown: formatNumber(asking.length) })}</h3>
      <p className="mt-1">{m.schools_my_asking_text()}</p>
      <ul>
        {asking.map(({ userId, name, email }) => (
          <li key={userId} className="mt-4">
            <p className="font-[650]">{name}</p>
            <p>{email}</p>
            <Form method="post" className="mt-2 flex flex-wrap items-center gap-2">
              <input type="hidden" name="intent" value="answer" />
              <input type="hidden" name="branchId" value={id} />
              <input type="hidden" name="userId" value={userId} />
              <Button size="small" name="answer" value="yes">
                {m.schools_my_admit({ name })}
              </Button>
              <Button
                look="second"
                size="small"
                name="answer"
                value="no"
                aria-label={m.schools_my_refuse_who({ name })}
              >
                {m.schools_my_refuse()}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Colleagues({ school: { id, role, members } }: { readonly school: MySchool }) {
  return (
    <section className="mt-5">
      <h3>{m.schools_my_colleagues()}</h3>
      {members.length === 1 ? <p className="mt-1">{m.schools_my_alone()}</p> : null}
      <ul className="mt-1 divide-y divide-line">
        {members.map((member) => (
          <li key={member.userId} className="py-2">
            <span className="font-[650]">{member.name}</span>{' '}
            <span className="text-sm text-ink-soft">{standing(member)}</span>
            <span className="block text-sm text-ink-soft">{member.email}</span>
            {role === 'lead' && !member.isMe ? <Remove branchId={id} member={member} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function standing({ role, isMe }: Colleague): string {
  return [...(role === 'lead' ? [m.schools_my_lead()] : []), ...(isMe ? [m.schools_my_me()] : [])].join(', ')
}

function Remove({ branchId, member }: { readonly branchId: string; readonly member: Colleague }) {
  const { name, userId } = member
  return (
    <details>
      <summary className="py-1.5 text-sm text-act-text">{m.schools_my_remove({ name })}</summary>
      <p className="mt-1 text-sm">{m.schools_my_remove_text({ name })}</p>
      <Form method="post" className="mt-2">
        <input type="hidden" name="branchId" value={branchId} />
        <input type="hidden" name="userId" value={userId} />
        <Button look="danger" size="small" name="intent" value="remove">
          {m.schools_my_remove({ name })}
        </Button>
      </Form>
    </details>
  )
}

export function WaitingFor({ school }: { readonly school: MySchools['waitingFor'][number] }) {
  return (
    <article className="card p-5">
      <h2>
        <Link to={paths.school(school.id)} className="link">
          {school.name}
        </Link>
      </h2>
      <p className="text-ink-soft">{school.placeName}</p>
      <p className="mt-3 font-[650] text-need-text">{m.schools_my_waiting_title()}</p>
      <p>{school.isEmpty ? m.schools_my_waiting_empty() : m.schools_my_waiting_text()}</p>
      <Form method="post" className="mt-3 flex flex-wrap gap-2">
        <input type="hidden" name="branchId" value={school.id} />
        {school.isEmpty ? (
          <Button size="small" name="intent" value="join">
            {m.schools_my_again()}
          </Button>
        ) : null}
        <Button look="second" size="small" name="intent" value="leave">
          {m.schools_my_take_back()}
        </Button>
      </Form>
    </article>
  )
}
