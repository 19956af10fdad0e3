/** What the reader is about to do with a project, one form at a time. */
import { ChoiceRows, Fieldset, Select, TextArea, TextField } from '~/components/field'
import { UploadField } from '~/features/media/ui/upload-field'
import { LICENCE_NAME, LICENCES } from '~/kernel/licence'
import * as m from '~/paraglide/messages'
import { LIMITS, STOP_REASONS } from '../domain/project'
import { licenceWord, stopWord } from '../domain/words'
import type { ProjectPage } from '../queries/project-page.server'
import { ProjectForm, type ProjectReply, useProjectForm } from './project-form'

export type StepProps = { readonly project: ProjectPage; readonly reply: ProjectReply }

const FILE_MB = 20
const ACCEPT = '.pdf,.docx,.pptx,.xlsx,.odt,.odp,.ods'

export function DescribeStep({ project, reply }: StepProps) {
  const { title, goal, results, startsOn, endsOn } = project
  const [form, fields] = useProjectForm<'title' | 'goal' | 'results' | 'startsOn' | 'endsOn'>(
    'describe',
    reply,
    {
      ...{ title, goal, results, startsOn: startsOn ?? '', endsOn: endsOn ?? '' },
    },
  )
  return (
    <ProjectForm
      projectId={project.id}
      intent="describe"
      title={m.projects_describe_title()}
      formErrors={form.errors}
      fields={[fields.title, fields.goal, fields.results, fields.startsOn, fields.endsOn]}
      submit={m.projects_save()}
    >
      <TextField field={fields.title} label={m.projects_field_title()} maxLength={LIMITS.title} />
      <TextArea
        field={fields.goal}
        label={m.projects_field_goal()}
        hint={m.projects_field_goal_hint()}
        maxLength={LIMITS.text}
      />
      <TextArea
        field={fields.results}
        label={m.projects_field_results()}
        hint={m.projects_field_results_hint()}
        maxLength={LIMITS.text}
      />
      <TextField
        field={fields.startsOn}
        label={m.projects_field_start()}
        type="date"
        width="w-full sm:w-60"
      />
      <TextField
        field={fields.endsOn}
        label={m.projects_field_end()}
        optional={m.projects_optional()}
        type="date"
        width="w-full sm:w-60"
      />
    </ProjectForm>
  )
}

export function MeetingStep({ project, reply, id }: StepProps & { readonly id: string | null }) {
  const known = project.meetings.find((one) => one.id === id && !one.isCancelled) ?? null
  const names = ['title', 'date', 'startTime', 'minutes', 'place', 'onlineUrl', 'agenda', 'notes'] as const
  const [form, fields] = useProjectForm<(typeof names)[number]>('meeting', reply, {
    title: known?.title ?? m.projects_meeting_usual(),
    minutes: String(known?.durationMinutes ?? 60),
    ...(known && {
      ...{ date: known.date, startTime: known.startTime, place: known.place ?? '' },
      ...{ onlineUrl: known.onlineUrl ?? '', agenda: known.agenda, notes: known.notes },
    }),
  })
  return (
    <ProjectForm
      projectId={project.id}
      intent="meeting"
      title={known ? m.projects_meeting_change() : m.projects_meeting_new()}
      formErrors={form.errors}
      fields={names.map((name) => fields[name])}
      submit={known ? m.projects_save() : m.projects_meeting_submit()}
    >
      {known ? <input type="hidden" name="meeting" value={known.id} /> : null}
      <p>{m.projects_meeting_told()}</p>
      <TextField field={fields.title} label={m.projects_meeting_title()} maxLength={LIMITS.title} />
      <div className="flex flex-wrap gap-5">
        <TextField field={fields.date} label={m.projects_meeting_date()} type="date" width="w-48" />
        <TextField field={fields.startTime} label={m.projects_meeting_time()} type="time" width="w-32" />
        <TextField
          field={fields.minutes}
          label={m.projects_meeting_minutes()}
          inputMode="numeric"
          maxLength={3}
          width="w-28"
          suffix={m.projects_minutes_unit()}
        />
      </div>
      <TextField
        field={fields.place}
        label={m.projects_meeting_place()}
        hint={m.projects_meeting_place_hint()}
        maxLength={LIMITS.line}
      />
      <TextField
        field={fields.onlineUrl}
        label={m.projects_meeting_online()}
        optional={m.projects_optional()}
        inputMode="url"
        maxLength={LIMITS.url}
      />
      <TextArea
        field={fields.agenda}
        label={m.projects_meeting_agenda()}
        optional={m.projects_optional()}
        maxLength={LIMITS.text}
      />
      {known ? (
        <TextArea
          field={fields.notes}
          label={m.projects_meeting_notes()}
          hint={m.projects_meeting_notes_hint()}
          optional={m.projects_optional()}
          maxLength={LIMITS.text}
        />
      ) : null}
    </ProjectForm>
  )
}

export function FileStep({ project, reply, id }: StepProps & { readonly id: string | null }) {
  const known = project.files.find((one) => one.id === id) ?? null
  const [form, fields] = useProjectForm<'upload' | 'title' | 'note'>('file', reply)
  return (
    <ProjectForm
      projectId={project.id}
      intent="file"
      title={known ? m.projects_version_new({ title: known.title }) : m.projects_file_new()}
      formErrors={form.errors}
      fields={[fields.upload, fields.title, fields.note]}
      submit={m.projects_file_submit()}
      withFile
    >
      {known ? <input type="hidden" name="file" value={known.id} /> : null}
      <UploadField
        field={fields.upload}
        label={m.projects_file_choose()}
        hint={m.projects_file_limits({ max: FILE_MB, versions: LIMITS.versions, files: LIMITS.files })}
        accept={ACCEPT}
      />
      {known ? null : (
        <TextField
          field={fields.title}
          label={m.projects_file_title()}
          hint={m.projects_file_title_hint()}
          optional={m.projects_optional()}
          maxLength={LIMITS.title}
        />
      )}
      <TextField
        field={fields.note}
        label={m.projects_file_note()}
        hint={m.projects_file_note_hint()}
        optional={m.projects_optional()}
        maxLength={LIMITS.line}
      />
    </ProjectForm>
  )
}

export function LicenceStep({ project, reply }: StepProps) {
  const [form, fields] = useProjectForm<'licence'>('licence', reply, { licence: project.licence ?? '' })
  return (
    <ProjectForm
      projectId={project.id}
      intent="licence"
      title={m.projects_licence_choose()}
      formErrors={form.errors}
      fields={[fields.licence]}
      submit={m.projects_licence_submit()}
    >
      <p>{m.projects_licence_text()}</p>
      <Fieldset field={fields.licence} legend={m.projects_licence()}>
        <ChoiceRows
          field={fields.licence}
          kind="radio"
          options={LICENCES.map((one) => ({
            value: one,
            label: LICENCE_NAME[one],
            hint: licenceWord[one](),
          }))}
        />
      </Fieldset>
    </ProjectForm>
  )
}

export function DraftStep({ project, reply }: StepProps) {
  const names = ['organisation', 'title', 'summary', 'description', 'version'] as const
  const newest = project.files.flatMap(({ versions }) => versions.find(({ isGiven }) => isGiven) ?? [])
  const [form, fields] = useProjectForm<(typeof names)[number]>('draft', reply, {
    organisation: project.mayDraftFor[0]?.id ?? '',
    ...{ title: project.title, description: project.results, version: newest.map(({ id }) => id) },
  })
  return (
    <ProjectForm
      projectId={project.id}
      intent="draft"
      title={m.projects_draft_title()}
      formErrors={form.errors}
      fields={names.map((name) => fields[name])}
      submit={m.projects_draft_submit()}
    >
      <p>{m.projects_draft_text()}</p>
      {project.mayDraftFor.length > 1 ? (
        <Select
          field={fields.organisation}
          label={m.projects_draft_company()}
          options={project.mayDraftFor.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <input type="hidden" name="organisation" value={project.mayDraftFor[0]?.id ?? ''} />
      )}
      <TextField field={fields.title} label={m.projects_draft_name()} maxLength={LIMITS.title} />
      <TextArea
        field={fields.summary}
        label={m.projects_draft_summary()}
        hint={m.projects_draft_summary_hint()}
        rows={2}
        maxLength={300}
      />
      <TextArea field={fields.description} label={m.projects_draft_description()} maxLength={4000} />
      <Fieldset field={fields.version} legend={m.projects_draft_files()} hint={m.projects_draft_files_hint()}>
        <ChoiceRows
          field={fields.version}
          kind="checkbox"
          options={project.files.flatMap(({ title, versions }) =>
            versions
              .filter(({ isGiven }) => isGiven)
              .map(({ id, number, name }) => ({
                value: id,
                label: m.projects_version_of({ title, number }),
                hint: name,
              })),
          )}
        />
      </Fieldset>
    </ProjectForm>
  )
}

export function StopStep({ project, reply }: StepProps) {
  const [form, fields] = useProjectForm<'reason' | 'text'>('stop', reply)
  return (
    <ProjectForm
      projectId={project.id}
      intent="stop"
      title={m.projects_stop_title()}
      formErrors={form.errors}
      fields={[fields.reason, fields.text]}
      submit={m.projects_stop_submit()}
      look="danger"
    >
      <p>{m.projects_stop_consequence()}</p>
      <Fieldset field={fields.reason} legend={m.projects_stop_reason()}>
        <ChoiceRows
          field={fields.reason}
          kind="radio"
          options={STOP_REASONS.map((reason) => ({ value: reason, label: stopWord[reason]() }))}
        />
      </Fieldset>
      <TextArea
        field={fields.text}
        label={m.projects_stop_text()}
        optional={m.projects_optional()}
        maxLength={LIMITS.text}
      />
    </ProjectForm>
  )
}
