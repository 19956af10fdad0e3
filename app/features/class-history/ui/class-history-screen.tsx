/** By class: what it had, and what would be new to it, each with the way to the offers. */
import { Link } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { ButtonLink } from '~/components/button'
import { formatDay } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { paths } from '~/components/paths'
import { finderPath } from '~/features/finder/domain/finder-address'
import { EMPTY_STATE, type FinderState } from '~/features/finder/domain/finder-state'
import { kindWord, levelWord, topicWord } from '~/features/finder/ui/words'
import * as m from '~/paraglide/messages'
import type { ClassHistory } from '../domain/class-history'
import type { ClassHistoryPage, SchoolHistory } from '../queries/class-history.server'

type Topics = ClassHistoryPage['topics']

export function ClassHistoryScreen({ page }: { readonly page: ClassHistoryPage }) {
  const { schools, topics } = page
  return (
    <div className="page pt-4 pb-12">
      <Link to={paths.requests()} className="link inline-flex min-h-11 items-center gap-2 text-sm">
        <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
        {m.classes_to_requests()}
      </Link>
      <h1 className="mt-1">{m.classes_title()}</h1>
      <p className="mt-3 max-w-(--measure) text-lg text-ink-soft">{m.classes_lead()}</p>
      {schools.map((school) => (
        <section key={school.branchId} className="mt-8">
          {schools.length > 1 ? <h2>{school.name}</h2> : null}
          {school.classes.length === 0 ? (
            <EmptyState title={m.classes_none_title()}>
              <p>{m.classes_none_text()}</p>
              <ButtonLink to={paths.newRequest()}>{m.requests_new_title()}</ButtonLink>
            </EmptyState>
          ) : (
            <div className="mt-3 grid gap-5 lg:grid-cols-2 lg:items-start">
              {school.classes.map((one) => (
                <ClassCard key={`${one.level} ${one.year}`} of={one} school={school} topics={topics} />
              ))}
            </div>
          )}
        </section>
      ))}
    </div>
  )
}

type CardProps = { readonly of: ClassHistory; readonly school: SchoolHistory; readonly topics: Topics }

function ClassCard({ of, school, topics }: CardProps) {
  const name = (id: string) => {
    const topic = topics.find((one) => one.id === id)
    return topic ? topicWord(topic) : id
  }
  return (
    <section className="card p-5">
      <h3 className="text-lg">{levelWord({ level: of.level, year: of.year })}</h3>
      <ul className="mt-3 divide-y divide-line">
        {of.lessons.map((lesson) => (
          <li key={lesson.bookingId} className="py-2.5">
            <Link to={paths.booking(lesson.bookingId)} className="link">
              {lesson.title}
            </Link>
            <span className="block text-sm text-ink-soft">
              {[
                formatDay(lesson.date, true),
                kindWord[lesson.kind](),
                lesson.company,
                ...lesson.topicIds.map(name),
                ...lesson.sectors,
                ...(lesson.girlsFocus ? [m.classes_with_girls()] : []),
              ].join(' · ')}
            </span>
            {lesson.inYear === of.year ? null : (
              <span className="block text-sm text-ink-soft">
                {m.classes_then({ name: levelWord({ level: of.level, year: lesson.inYear }) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <NewTo of={of} school={school} name={name} />
    </section>
  )
}

function NewTo({
  of: { level, year, isNew },
  school,
  name,
}: Pick<CardProps, 'of' | 'school'> & { readonly name: (id: string) => string }) {
  const to = (over: Partial<FinderState>) =>
    finderPath({ ...EMPTY_STATE, level: { level, year }, place: school.postcode.slice(0, 4), ...over })
  const hints = [
    ...isNew.kinds.map((kind) => ({ label: kindWord[kind](), to: to({ kinds: [kind] }) })),
    ...isNew.topicIds.map((id) => ({ label: name(id), to: to({ topicIds: [id] }) })),
    ...(isNew.girls ? [{ label: m.classes_girls(), to: to({ girls: true }) }] : []),
  ]
  if (hints.length === 0) return <p className="mt-3 text-sm text-ink-soft">{m.classes_nothing_new()}</p>
  return (
    <div className="mt-3">
      <p className="font-[650]">{m.classes_new()}</p>
      <ul className="mt-1 flex flex-wrap gap-x-5">
        {hints.map((hint) => (
          <li key={hint.to}>
            <Link to={hint.to} className="link inline-flex min-h-11 items-center">
              {hint.label}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
