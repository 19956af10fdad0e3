/**
 * The form of an offer, new or not, on one page so that it works without JavaScript. What does not apply to the choices
 * made is hidden by style alone (`.offer-form`), and the server drops it.
 */
import { useForm } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formProblems } from '~/components/form-problems'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { OfferState } from '../domain/offer-states'
import { previewOf, previewOfFields } from '../domain/preview'
import type { OfferFormPage } from '../queries/offer-form.server'
import { OfferFormBasis, VersionsLink } from './offer-form-basis'
import { OFFER_FIELDS, type OfferFields } from './offer-form-parts'
import { PracticalPart } from './offer-form-practical'
import { WhatPart } from './offer-form-what'
import { WherePart } from './offer-form-where'
import { WhoPart } from './offer-form-who'
import { OfferPreview } from './offer-preview'

type Names = Record<keyof OfferFields | 'submissionKey' | 'version', string>
type Reply = Parameters<typeof useForm<Names>>[0]['lastResult']

type Props = {
  readonly page: OfferFormPage
  readonly reply: Reply
  /** Of a new one: posted twice it makes one. */
  readonly submissionKey: string | null
}

export function OfferForm({ page, reply, submissionKey }: Props) {
  const { offer, organisation, words } = page
  const [form, fields] = useForm<Names>({
    id: 'offer',
    lastResult: reply ?? null,
    defaultValue: {
      ...page.fields,
      ...(offer ? { version: String(offer.version) } : { submissionKey }),
    } as Names,
  })
  const problems = formProblems(reply ?? undefined, OFFER_FIELDS)
  const isSecondOfTwo = problems.includes(m.error_offer_changed_meanwhile())
  const [preview, setPreview] = useState(() => previewOfFields(reply?.initialValue ?? page.fields, page))
  const follow = (event: FormEvent<HTMLFormElement>) => setPreview(previewOfForm(event.currentTarget, page))
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,38rem)_minmax(0,22rem)]">
      <Form method="post" id={form.id} noValidate onInput={follow} className="offer-form grid gap-6">
        <ErrorSummary formErrors={problems} fields={OFFER_FIELDS.map((name) => fields[name])} />
        {offer && isSecondOfTwo ? (
          <a href={paths.editOffer(offer.id)} target="_blank" rel="noreferrer" className="link">
            {m.offers_form_see_newest()}
          </a>
        ) : null}
        {page.isForCompany ? <Notice>{m.phone_offer_for({ company: organisation.name })}</Notice> : null}
        {organisation.isVerified ? null : <Notice>{m.offers_form_not_verified()}</Notice>}
        <OfferFormBasis page={page} fields={fields} isSecondOfTwo={isSecondOfTwo} />
        <WhatPart fields={fields} words={words} />
        <WhoPart fields={fields} words={words} />
        <WherePart fields={fields} words={words} organisation={organisation} />
        <PracticalPart fields={fields} organisation={organisation} isNew={offer === null} />
        {offer && offer.state !== 'draft' && !page.isForCompany ? <VersionsLink offerId={offer.id} /> : null}
        <Buttons
          state={offer?.state ?? 'draft'}
          back={
            page.isForCompany
              ? paths.organisation(organisation.slug)
              : paths.myOrganisation({ of: organisation.id })
          }
        />
      </Form>
      <OfferPreview
        preview={preview}
        organisation={organisation}
        seed={offer?.id ?? organisation.id}
        cover={page.cover}
      />
    </div>
  )
}

function previewOfForm(form: HTMLFormElement, page: Pick<OfferFormPage, 'hasFiles'>) {
  const data = new FormData(form)
  return previewOf((name) => data.getAll(name).filter((value) => typeof value === 'string'), page)
}

/** Enter in a field presses the first button: the one that shows nothing to schools. */
function Buttons({ state, back }: { readonly state: OfferState; readonly back: string }) {
  const navigation = useNavigation()
  const sent = navigation.state === 'submitting' ? navigation.formData?.get('intent') : null
  return (
    <div className="flex flex-wrap items-center gap-4">
      {state === 'draft' ? (
        <>
          <Button
            look="second"
            name="intent"
            value="save"
            busy={sent === 'save'}
            busyText={m.offers_form_busy()}
          >
            {m.offers_form_save_draft()}
          </Button>
          <Button name="intent" value="publish" busy={sent === 'publish'} busyText={m.offers_form_busy()}>
            {m.offers_form_publish()}
          </Button>
        </>
      ) : (
        // What schools see or saw stays complete: all that is missing is said at once.
        <Button name="intent" value="publish" busy={sent === 'publish'} busyText={m.offers_form_busy()}>
          {state === 'published' ? m.offers_form_save_published() : m.offers_form_save()}
        </Button>
      )}
      <Link to={back} className="link inline-flex min-h-11 items-center">
        {m.offers_form_back()}
      </Link>
    </div>
  )
}
