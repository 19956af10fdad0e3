/**
 * One step of an offer: its fields, saved by themselves, with the preview of the whole offer beside it. The first step makes
 * the draft: the other fields then begin with what is usual and travel along unseen.
 */
import { useForm } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formProblems } from '~/components/form-problems'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import { type FieldStep, STEP_FIELDS } from '../domain/offer-steps'
import { previewOf } from '../domain/preview'
import type { OfferFormPage } from '../queries/offer-form.server'
import { OfferFormBasis, VersionsLink } from './offer-form-basis'
import type { OfferFields } from './offer-form-parts'
import { PracticalPart } from './offer-form-practical'
import { WhatPart } from './offer-form-what'
import { WherePart } from './offer-form-where'
import { WhoPart } from './offer-form-who'
import { OfferPreview } from './offer-preview'
import { OfferStepsNav } from './offer-steps-nav'

type Names = Record<keyof OfferFields | 'submissionKey' | 'version', string>
type Reply = Parameters<typeof useForm<Names>>[0]['lastResult']

type Props = {
  readonly page: OfferFormPage
  readonly step: FieldStep
  readonly reply: Reply
  /** Of a new one: posted twice it makes one. */
  readonly submissionKey: string | null
  /** Topics that its text names, the best first. */
  readonly suggested: readonly string[]
}

export function OfferStepForm({ page, step, reply, submissionKey, suggested }: Props) {
  const { offer, organisation } = page
  const names: readonly string[] = STEP_FIELDS[step]
  const [form, fields] = useForm<Names>({
    id: 'offer',
    lastResult: reply ?? null,
    defaultValue: {
      ...page.fields,
      ...(offer ? { version: String(offer.version) } : { submissionKey }),
    } as Names,
  })
  const problems = formProblems(reply ?? undefined, names)
  const isSecondOfTwo = problems.includes(m.error_offer_changed_meanwhile())
  const look = (typed: (name: string) => readonly string[]) =>
    previewOf((name) => (names.includes(name) ? typed(name) : textsOf(page.fields[name])), page)
  const [preview, setPreview] = useState(() =>
    look((name) => textsOf((reply?.initialValue ?? page.fields)[name])),
  )
  const follow = (event: FormEvent<HTMLFormElement>) => {
    const data = new FormData(event.currentTarget)
    setPreview(look((name) => data.getAll(name).filter((value) => typeof value === 'string')))
  }
  return (
    <>
      <OfferStepsNav offerId={offer?.id ?? null} now={step} gaps={preview.gaps} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,38rem)_minmax(0,22rem)]">
        <Form method="post" id={form.id} noValidate onInput={follow} className="offer-form grid gap-6">
          <ErrorSummary formErrors={problems} fields={STEP_FIELDS[step].map((name) => fields[name])} />
          {organisation.isVerified ? null : <Notice>{m.offers_form_not_verified()}</Notice>}
          <OfferFormBasis page={page} fields={fields} isSecondOfTwo={isSecondOfTwo} />
          <Unseen page={page} step={step} />
          <StepFields page={page} step={step} fields={fields} suggested={suggested} />
          <Buttons isNew={offer === null} step={step} back={paths.myOrganisation({ of: organisation.id })} />
          {offer && offer.state !== 'draft' ? <VersionsLink offerId={offer.id} /> : null}
        </Form>
        <OfferPreview
          preview={preview}
          organisation={organisation}
          seed={offer?.id ?? organisation.id}
          cover={page.cover}
          steps={offer && { offerId: offer.id, now: step }}
        />
      </div>
    </>
  )
}

function textsOf(value: unknown): readonly string[] {
  return [value ?? []].flat().filter((text) => typeof text === 'string')
}

/** What another step asks but this one's questions depend on, and of a new one all that it begins with. */
function Unseen({ page, step }: Pick<Props, 'page' | 'step'>) {
  const shown: readonly string[] = STEP_FIELDS[step]
  const depends = ['kind', 'location'].filter((name) => !shown.includes(name))
  if (page.offer !== null)
    // Only read by the style sheet, so never sent.
    return depends.map((name) => (
      <input
        key={name}
        type="checkbox"
        hidden
        disabled
        checked
        readOnly
        aria-hidden
        name={name}
        value={textsOf(page.fields[name])[0] ?? ''}
      />
    ))
  return Object.entries(page.fields)
    .filter(([name]) => !shown.includes(name))
    .flatMap(([name, value]) =>
      textsOf(value).map((text) => <input key={`${name}-${text}`} type="hidden" name={name} value={text} />),
    )
}

type StepProps = Pick<Props, 'page' | 'step' | 'suggested'> & { readonly fields: OfferFields }

function StepFields({ page: { words, organisation, offer }, step, fields, suggested }: StepProps) {
  switch (step) {
    case 'what':
      return <WhatPart fields={fields} words={words} withTopics={false} />
    case 'who':
      return <WhoPart fields={fields} words={words} suggested={suggested} />
    case 'where':
      return <WherePart fields={fields} words={words} organisation={organisation} />
    case 'practical':
      return <PracticalPart fields={fields} organisation={organisation} isNew={offer === null} />
  }
}

/** Enter in a field presses the first button: on to the next step, nothing is shown to schools by it. */
function Buttons({
  isNew,
  step,
  back,
}: {
  readonly isNew: boolean
  readonly step: FieldStep
  readonly back: string
}) {
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button name="intent" value={isNew ? 'save' : 'next'}>
        {m.offers_step_next({ step: STEP_NEXT[step]() })}
      </Button>
      {isNew ? null : (
        <Button look="second" name="intent" value="stop">
          {m.offers_step_stop()}
        </Button>
      )}
      <Link to={back} className="link inline-flex min-h-11 items-center">
        {m.offers_form_back()}
      </Link>
    </div>
  )
}

const STEP_NEXT: Readonly<Record<FieldStep, () => string>> = {
  what: m.offers_step_to_who,
  who: m.offers_step_to_where,
  where: m.offers_step_to_practical,
  practical: m.offers_step_to_media,
}
