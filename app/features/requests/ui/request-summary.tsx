/** What was answered so far, each with the way back to its question. */
import { Link } from '@remix-run/react'
import { formatDays } from '~/components/format'
import { languageWord } from '~/features/finder/ui/words'
import { daySpanWord } from '~/features/matchmaking/ui/day-span-word'
import { isLevel, OFFER_KINDS, type OfferKind, type VmboTrack } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import { type RequestForm, STEPS, type StepName } from '../domain/request-form'
import { classWord, groupsWord, kindsWord, listWord, topicsWord } from './words'

type Line = { readonly step: StepName; readonly label: string; readonly value: string | null }

export function RequestSummary({
  form,
  to,
}: {
  readonly form: RequestForm
  readonly to: (step: StepName) => string
}) {
  const now = STEPS.indexOf(form.step)
  return (
    <section className="card p-5" aria-labelledby="request-summary">
      <h2 id="request-summary" className="text-lg">
        {m.requests_summary()}
      </h2>
      <dl className="mt-3 space-y-3">
        {linesOf(form).map(({ step, label, value }) => (
          <div key={label}>
            <dt className="text-xs text-ink-soft">{label}</dt>
            <dd>
              {value === null ? (
                <span className="flex items-center gap-2 font-[650]">
                  <svg
                    aria-hidden
                    viewBox="0 0 32 14"
                    className="h-3.5 w-8 stroke-need"
                    fill="none"
                    strokeWidth={2}
                  >
                    <path d="M8 8 22 2" strokeLinecap="round" />
                    <circle cx="5" cy="8" r="3" />
                    <circle cx="27" cy="8" r="3" />
                  </svg>
                  {m.requests_summary_open()}
                </span>
              ) : (
                <>
                  <span className="font-[650] wrap-break-word">{value}</span>{' '}
                  {STEPS.indexOf(step) < now ? (
                    <Link to={to(step)} className="link text-sm" aria-label={m.requests_change_of({ label })}>
                      {m.requests_change()}
                    </Link>
                  ) : null}
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function linesOf(form: RequestForm): readonly Line[] {
  const seen = (step: StepName) => STEPS.indexOf(step) < STEPS.indexOf(form.step)
  return [
    { step: 'what', label: m.requests_summary_what(), value: whatOf(form) },
    { step: 'who', label: m.requests_summary_who(), value: whoOf(form) },
    {
      step: 'when',
      label: m.requests_summary_when(),
      value: whenOf(form) ?? (seen('when') ? m.requests_when_any() : null),
    },
    {
      step: 'far',
      label: m.requests_summary_far(),
      value: seen('far') || form.typed.km ? farOf(form) : null,
    },
  ]
}

function whatOf({ typed, topics }: RequestForm): string | null {
  const kinds = OFFER_KINDS.filter((kind: OfferKind) => typed.kind?.includes(kind))
  if (kinds.length === 0 && !typed.topic) return null
  return [kindsWord(kinds), topicsWord(typed.topic ?? [], topics)].filter(Boolean).join(': ')
}

function whoOf({ typed, levels }: RequestForm): string | null {
  const years = levels.flatMap(({ level, years: all }) => {
    const chosen = all.filter((year) => typed.year?.includes(`${level}-${year}`))
    return chosen.length > 0 && isLevel(level)
      ? [classWord(level, chosen, (typed.track ?? []) as VmboTrack[])]
      : []
  })
  if (years.length === 0) return null
  const [groups, size] = [Number(typed.groups?.[0]), Number(typed.groupSize?.[0])]
  return groups > 0 && size > 0 ? `${years.join(', ')}. ${groupsWord(groups, size)}` : years.join(', ')
}

function whenOf({ typed, period }: RequestForm): string | null {
  const days = (typed.day ?? []).map(Number).sort()
  const parts = [
    period ? daySpanWord(period) : typed.period?.[0] ? m.requests_note({ text: typed.period[0] }) : '',
    days.length > 0 ? formatDays(days) : '',
    typed.urgent ? m.requests_urgent_short() : '',
  ].filter(Boolean)
  return parts.length === 0 ? null : parts.join('. ')
}

function farOf({ typed }: RequestForm): string {
  const far = typed.km?.[0] ? m.requests_up_to_km({ km: typed.km[0] }) : m.requests_far_any()
  const languages = (typed.language ?? []).map((code) => languageWord(code))
  return languages.length === 0 ? far : `${far}. ${listWord(languages)}`
}
