/** Requests to begin with, by class: one press fills in the form. */
import { Link } from '@remix-run/react'
import { kindWord } from '~/features/finder/ui/words'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import type { RequestForm } from '../domain/request-form'
import { answersOfTemplate, beginsNow, type TemplateGroup, templatesFor } from '../domain/templates'
import { addressOfAnswers } from './answers-address'
import { classWord, listWord } from './words'

export function TemplateChoice({ form }: { readonly form: RequestForm }) {
  const groups = beginsNow(form) ? templatesFor(form.levels) : []
  if (groups.length === 0) return null
  return (
    <section aria-labelledby="templates" className="mt-6">
      <h2 id="templates" className="text-lg">
        {m.requests_templates()}
      </h2>
      <p className="text-ink-soft">{m.requests_templates_hint()}</p>
      <div className="card mt-3 divide-y divide-line">
        {groups.map((group) => (
          <Group key={classWord(group.level, group.years, group.tracks)} group={group} form={form} />
        ))}
      </div>
    </section>
  )
}

function Group({ group, form }: { readonly group: TemplateGroup; readonly form: RequestForm }) {
  const locale = getLocale()
  return (
    <details className="px-4">
      <summary className="min-h-12 cursor-pointer py-3 font-[650]">
        {classWord(group.level, group.years, group.tracks)}{' '}
        <span className="font-[400] text-ink-soft tabular-nums">{group.templates.length}</span>
      </summary>
      <ul className="grid gap-3 pb-4">
        {group.templates.map((template) => (
          <li key={template.id}>
            <Link
              to={addressOfAnswers({ ...form.typed, ...answersOfTemplate(template, group, locale) }, 'who')}
              data-whole
              className="link inline-flex min-h-11 items-center font-[650]"
            >
              {template[locale].title}
            </Link>
            <p className="text-sm text-ink-soft">
              {listWord(template.kinds.map((kind) => kindWord[kind]()))}. {template[locale].text}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
