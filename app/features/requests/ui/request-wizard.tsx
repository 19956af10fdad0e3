/**
 * The wizard: one form whose answers stand in the address, so that every step can be gone back to, bookmarked and
 * reloaded, with or without JavaScript. Who is signed in posts each step, so that what is half-done is kept as a draft; a
 * visitor's answers stand in the address alone, and over the sign-in in his own browser.
 */
import { Form, Link, useFetcher, useLocation, useNavigate, useNavigation } from '@remix-run/react'
import { type MouseEvent, useEffect, useRef } from 'react'
import { Button, ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { Steps } from '~/components/steps'
import type { Fitting } from '~/features/matchmaking/queries/fitting-offers.server'
import * as m from '~/paraglide/messages'
import {
  CARRIED,
  REQUEST_FIELDS,
  type RequestForm,
  STEP_FIELDS,
  STEPS,
  type StepName,
} from '../domain/request-form'
import type { AlikeRequest } from '../queries/alike-lately.server'
import { addressOfAnswers, isPersonal } from './answers-address'
import { FittingNotice } from './fitting-notice'
import { RangNotice } from './rang-notice'
import { RequestSummary } from './request-summary'
import { fieldOf, STEP_PARTS } from './step-fields'
import { TemplateChoice } from './template-choice'
import { stepWord } from './words'

type WizardPage = {
  readonly form: RequestForm
  readonly fitting: Fitting | null
  /** What the school asked a few days ago and is much like this. */
  readonly alike: AlikeRequest | null
}

const STEP_TITLE: Record<StepName, () => string> = {
  what: m.requests_step_what_title,
  who: m.requests_step_who_title,
  when: m.requests_step_when_title,
  far: m.requests_step_far_title,
  check: m.requests_step_check_title,
}
const ON_TO: Record<Exclude<StepName, 'what'>, () => string> = {
  who: m.requests_on_to_who,
  when: m.requests_on_to_when,
  far: m.requests_on_to_far,
  check: m.requests_on_to_check,
}

/** Long enough not to ask at every key, short enough to feel live. */
const PAUSE_MS = 350

export function RequestWizard({ form, fitting, alike }: WizardPage) {
  const box = useRef<HTMLFormElement>(null)
  const navigate = useNavigate()
  const sending = useNavigation().state !== 'idle'
  const { key } = useLocation()
  const live = useLiveFitting(box, key)
  const now = STEPS.indexOf(form.step)
  const previous = STEPS[now - 1]
  const next = STEPS[now + 1]
  const Fields = STEP_PARTS[form.step]
  const to = (step: StepName) => addressOfAnswers(form.typed, step)
  // What a coordinator fills in for a school is nobody's draft.
  const keeps = !form.isVisitor && !form.forSchool
  const asksContact = form.step === 'check' && form.forSchool?.asksContact

  /** A link back takes along what is in the form now, not what was there when the page came. */
  const takeAlong = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const step = link && new URL(link.href).searchParams.get('step')
    // A link with answers of its own goes where it says.
    if (
      !step ||
      link?.dataset.whole !== undefined ||
      !box.current ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey
    )
      return
    event.preventDefault()
    const answers = answersIn(box.current)
    answers.set('step', step)
    navigate(`${paths.newRequest()}?${answers}`)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: links inside it are what is pressed; a key press on a link is a click
    <div
      className="page grid gap-x-12 gap-y-8 py-8 lg:grid-cols-[minmax(0,38rem)_22rem] lg:justify-between"
      onClick={takeAlong}
    >
      <div>
        <Steps steps={STEPS.map((step) => ({ name: stepWord[step](), to: to(step) }))} now={now} />
        <h1 className="mt-5">{STEP_TITLE[form.step]()}</h1>
        <p className="mt-1 text-ink-soft">{leadOf(form)}</p>
        <VisitorSchool form={form} />
        <TemplateChoice form={form} />
        <Form
          key={`${form.step} ${key}`}
          ref={box}
          method={next && !keeps ? 'get' : 'post'}
          action={paths.newRequest()}
          onInput={live.onInput}
          className="mt-6 grid gap-7"
          noValidate
        >
          <ErrorSummary
            formErrors={form.formErrors}
            fields={STEP_FIELDS[form.step].map((name) => fieldOf(form, name))}
          />
          <RangNotice form={form} />
          {form.emailVerified ? null : <Notice tone="need">{m.requests_verify_first()}</Notice>}
          <Carried form={form} />
          <Fields form={form} fitting={live.fitting ?? fitting} reading={live.form ?? form} />
          <FittingNotice fitting={live.fitting ?? fitting} form={live.form ?? form} step={form.step} />
          <Alike alike={alike} />
          {form.isVisitor && !next ? <Notice>{m.requests_visitor_last()}</Notice> : null}
          <div className="flex flex-row-reverse flex-wrap justify-end gap-3">
            {next ? (
              <Button name="step" value={next} busy={sending} busyText={m.requests_busy()}>
                {ON_TO[next as Exclude<StepName, 'what'>]()}
              </Button>
            ) : (
              <Button busy={sending} busyText={m.requests_busy_posting()}>
                {postWord(form)}
              </Button>
            )}
            {previous && asksContact ? (
              <ButtonLink look="second" to={to(previous)}>
                {m.requests_back()}
              </ButtonLink>
            ) : previous ? (
              <Button look="second" name="step" value={previous} formMethod="get">
                {m.requests_back()}
              </Button>
            ) : null}
            {next && next !== 'check' && form.step !== 'what' ? (
              <Button look="quiet" name="step" value="check" className="sm:order-first">
                {m.requests_to_last()}
              </Button>
            ) : null}
            {keeps ? (
              <Button look="quiet" name="later" value={form.step} className="sm:order-first">
                {m.requests_later()}
              </Button>
            ) : null}
            <noscript>
              {next ? (
                <Button look="quiet" name="step" value={form.step}>
                  {m.requests_count_again()}
                </Button>
              ) : null}
            </noscript>
          </div>
        </Form>
      </div>
      <div className="lg:sticky lg:top-6 lg:self-start">
        <RequestSummary form={form} to={to} />
      </div>
    </div>
  )
}

function leadOf(form: RequestForm): string {
  if (form.isVisitor) return m.requests_visitor_lead()
  return form.forSchool ? m.phone_wizard_lead() : m.requests_kept()
}

function postWord(form: RequestForm): string {
  if (form.isVisitor) return m.requests_visitor_go()
  return form.forSchool ? m.phone_enter_for_school() : m.requests_post()
}

/** To a visitor: for which school, and the way to another. */
function VisitorSchool({ form }: { readonly form: RequestForm }) {
  const [school] = form.branches
  if (!form.isVisitor || !school) return null
  const { branch: _, ...typed } = form.typed
  return (
    <p className="mt-1">
      {m.requests_visitor_school({ school: school.name, place: school.placeName })}{' '}
      <Link to={addressOfAnswers(typed, 'what')} data-whole className="link">
        {m.requests_visitor_other()}
      </Link>
    </p>
  )
}

/** A second request for the same is seldom meant; it is said, and it is allowed. */
function Alike({ alike }: Pick<WizardPage, 'alike'>) {
  if (!alike) return null
  return (
    <Notice tone="need">
      {m.requests_alike()}{' '}
      <Link to={paths.request(alike.id)} className="link">
        {alike.title}
      </Link>
      . {m.requests_alike_go_on()}
    </Notice>
  )
}

/** Answers of the other steps, so that each post or link holds all of them. */
function Carried({ form }: { readonly form: RequestForm }) {
  const shown = new Set<string>(STEP_FIELDS[form.step])
  const names = [...REQUEST_FIELDS.filter((name) => !shown.has(name)), ...CARRIED]
  return (
    <>
      {names.flatMap((name) =>
        (form.typed[name] ?? []).map((value) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        )),
      )}
    </>
  )
}

function answersIn(form: HTMLFormElement): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '' && !isPersonal(name)) params.append(name, value)
  return params
}

type LoadedPage =
  | ({ readonly kind: 'wizard' } & WizardPage)
  | { readonly kind: 'choose-school' | 'no-school' }

/** With JavaScript the figure follows the answers: the same page is asked, without going there. */
function useLiveFitting(box: { readonly current: HTMLFormElement | null }, page: string) {
  // A page of its own each time: an answer of the one before would count what is no longer there.
  const fetcher = useFetcher<LoadedPage>({ key: `request-fitting-${page}` })
  const pause = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(pause.current), [])
  const now = fetcher.data?.kind === 'wizard' ? fetcher.data : null
  return {
    fitting: now?.fitting ?? null,
    form: now?.form ?? null,
    onInput() {
      clearTimeout(pause.current)
      pause.current = setTimeout(() => {
        if (!box.current) return
        const answers = answersIn(box.current)
        answers.set('step', 'what')
        fetcher.load(`${paths.newRequest()}?${answers}`)
      }, PAUSE_MS)
    },
  }
}
