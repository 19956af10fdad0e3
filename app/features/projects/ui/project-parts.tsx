/** Meetings, files and licence of a project, as its members see them. */
import { Link } from '@remix-run/react'
import FileText from 'lucide-react/icons/file-text'
import { formatBytes, formatDay, formatDayAndTime, formatDuration } from '~/components/format'
import { paths } from '~/components/paths'
import { fileKindWord } from '~/features/media/domain/offer-file'
import { LICENCE_NAME } from '~/kernel/licence'
import * as m from '~/paraglide/messages'
import type { Meeting } from '../domain/meeting'
import { licenceWord } from '../domain/words'
import type { ProjectPage, SharedFile, SharedVersion } from '../queries/project-page.server'
import { PressForm } from './project-form'

type Props = { readonly project: ProjectPage }

const stepTo = (project: ProjectPage, query: Readonly<Record<string, string>>) =>
  `${paths.project(project.id)}?${new URLSearchParams(query)}`

export function Meetings({ project }: Props) {
  const { meetings, isOpen, works } = project
  return (
    <section>
      <h2>{m.projects_meetings()}</h2>
      {meetings.length === 0 ? <p className="mt-2 text-ink-soft">{m.projects_meetings_none()}</p> : null}
      <ul className="mt-3 grid gap-3">
        {meetings.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} project={project} />
        ))}
      </ul>
      {isOpen && works ? (
        <p className="no-print mt-3">
          <Link to={stepTo(project, { do: 'meeting' })} className="link inline-flex min-h-11 items-center">
            {m.projects_meeting_new()}
          </Link>
        </p>
      ) : null}
    </section>
  )
}

function MeetingRow({ meeting, project }: Props & { readonly meeting: Meeting }) {
  const mayChange = project.isOpen && project.works && !meeting.isCancelled
  return (
    <li className="card p-4 wrap-anywhere">
      <h3 className={meeting.isCancelled ? 'line-through' : ''}>{meeting.title}</h3>
      <p>
        {formatDayAndTime(meeting.date, meeting.startTime)} ({formatDuration(meeting.durationMinutes)})
      </p>
      {meeting.isCancelled ? <p className="font-[650]">{m.projects_meeting_is_cancelled()}</p> : null}
      {meeting.place ? <p>{meeting.place}</p> : null}
      {meeting.onlineUrl ? (
        <p>
          <a href={meeting.onlineUrl} className="link" rel="noreferrer">
            {m.projects_meeting_join()}
          </a>
        </p>
      ) : null}
      <Words label={m.projects_meeting_agenda()} text={meeting.agenda} />
      <Words label={m.projects_meeting_notes()} text={meeting.notes} />
      {mayChange ? (
        <div className="no-print mt-2 flex flex-wrap items-center gap-x-6 gap-y-2">
          <Link
            to={stepTo(project, { do: 'meeting', meeting: meeting.id })}
            className="link inline-flex min-h-11 items-center"
          >
            {meeting.date < project.today ? m.projects_meeting_write_notes() : m.projects_meeting_change()}
            <span className="sr-only">: {meeting.title}</span>
          </Link>
          {meeting.date < project.today ? null : (
            <PressForm
              intent="cancel-meeting"
              hidden={{ meeting: meeting.id }}
              look="quiet"
              small
              label={m.projects_meeting_cancel_named({ title: meeting.title })}
            >
              {m.projects_meeting_cancel()}
            </PressForm>
          )}
        </div>
      ) : null}
    </li>
  )
}

function Words({ label, text }: { readonly label: string; readonly text: string }) {
  if (text === '') return null
  return (
    <div className="mt-2">
      <p className="text-sm text-ink-soft">{label}</p>
      <p className="max-w-(--measure) whitespace-pre-line">{text}</p>
    </div>
  )
}

export function Files({ project }: Props) {
  const { files, isOpen, works } = project
  return (
    <section>
      <h2>{m.projects_files()}</h2>
      {files.length === 0 ? <p className="mt-2 text-ink-soft">{m.projects_files_none()}</p> : null}
      <ul className="mt-3 grid gap-3">
        {files.map((file) => (
          <FileRow key={file.id} file={file} project={project} />
        ))}
      </ul>
      {isOpen && works ? (
        <p className="no-print mt-3">
          <Link to={stepTo(project, { do: 'file' })} className="link inline-flex min-h-11 items-center">
            {m.projects_file_new()}
          </Link>
        </p>
      ) : null}
    </section>
  )
}

function FileRow({ file, project }: Props & { readonly file: SharedFile }) {
  const [newest, ...older] = file.versions
  if (!newest) return null
  return (
    <li className="card flex gap-3 p-4">
      <FileText aria-hidden size={22} strokeWidth={1.75} className="mt-0.5 shrink-0 text-act" />
      <div className="min-w-0 flex-1 wrap-anywhere">
        <h3>{file.title}</h3>
        <Version version={newest} />
        {older.length > 0 ? (
          <details className="mt-1">
            <summary className="py-2 text-act-text">
              {m.projects_versions_older({ count: older.length })}
            </summary>
            <ul className="grid gap-3">
              {older.map((version) => (
                <li key={version.id}>
                  <Version version={version} />
                </li>
              ))}
            </ul>
          </details>
        ) : null}
        {project.isOpen && project.works ? (
          <p className="no-print">
            <Link
              to={stepTo(project, { do: 'file', file: file.id })}
              className="link inline-flex min-h-11 items-center"
              aria-label={m.projects_version_new({ title: file.title })}
            >
              {m.projects_version_add()}
            </Link>
          </p>
        ) : null}
      </div>
    </li>
  )
}

function Version({ version }: { readonly version: SharedVersion }) {
  const { id, number, name, type, bytes, isGiven, scan, note, on, byName, byMember } = version
  const who = [byName, byMember].filter((part) => part !== null).join(', ')
  return (
    <div>
      {isGiven ? (
        <a href={paths.projectFile(id)} download className="link inline-block py-1">
          {m.projects_version_named({ number, name })}
        </a>
      ) : (
        <p>{m.projects_version_named({ number, name })}</p>
      )}
      <p className="text-sm text-ink-soft">
        {fileKindWord(type)}, {formatBytes(bytes)}. {formatDay(on, true)}
        {who === '' ? '' : `, ${who}`}
      </p>
      {note ? <p className="text-sm">{note}</p> : null}
      {isGiven ? null : (
        <p className="text-sm font-[650] text-need-text">
          {scan === 'infected' ? m.media_scan_infected() : m.media_scan_waiting()}
        </p>
      )}
    </div>
  )
}

/** The licence, who agreed to it, and what is still asked. */
export function LicencePart({ project }: Props) {
  const { licence, members, notAgreed, isOpen, works, ownId } = project
  const joined = members.filter(({ state }) => state === 'joined')
  return (
    <section>
      <h2>{m.projects_licence()}</h2>
      {licence === null ? (
        <p className="mt-2 text-ink-soft">{m.projects_licence_none()}</p>
      ) : (
        <>
          <p className="mt-2 font-[650]">{LICENCE_NAME[licence]}</p>
          <p className="max-w-(--measure)">{licenceWord[licence]()}</p>
          <ul className="mt-2">
            {joined.map(({ id, name }) => (
              <li key={id}>
                {notAgreed.includes(id) ? m.projects_not_agreed({ name }) : m.projects_agreed({ name })}
              </li>
            ))}
          </ul>
        </>
      )}
      {isOpen && works ? (
        <div className="no-print mt-2 flex flex-wrap items-center gap-x-6 gap-y-2">
          {licence !== null && ownId !== null && notAgreed.includes(ownId) ? (
            <PressForm intent="agree" hidden={{ round: String(project.licenceRound) }} look="second" small>
              {m.projects_agree({ licence: LICENCE_NAME[licence] })}
            </PressForm>
          ) : null}
          <Link to={stepTo(project, { do: 'licence' })} className="link inline-flex min-h-11 items-center">
            {licence === null ? m.projects_licence_choose() : m.projects_licence_other()}
          </Link>
        </div>
      ) : null}
    </section>
  )
}
