/** What both forms of an offer send beside its fields, and the way to what it said before. */
import { Link } from '@remix-run/react'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { OfferFormPage } from '../queries/offer-form.server'

type BasisProps = {
  readonly page: Pick<OfferFormPage, 'offer' | 'organisation'>
  readonly fields: Readonly<
    Record<'version' | 'submissionKey', { readonly initialValue?: string | undefined }>
  >
  /** A colleague was first. */
  readonly isSecondOfTwo: boolean
}

/** After a colleague's save the next one is based on the newest version, and so goes through. */
export function OfferFormBasis({ page: { offer, organisation }, fields, isSecondOfTwo }: BasisProps) {
  if (offer)
    return (
      <input
        type="hidden"
        name="version"
        value={isSecondOfTwo ? offer.version : fields.version.initialValue}
      />
    )
  return (
    <>
      <input type="hidden" name="submissionKey" value={fields.submissionKey.initialValue} />
      <input type="hidden" name="organisation" value={organisation.id} />
    </>
  )
}

export function VersionsLink({ offerId }: { readonly offerId: string }) {
  return (
    <p>
      <Link to={paths.offerVersions(offerId)} className="link inline-flex min-h-11 items-center">
        {m.offers_versions_link()}
      </Link>
    </p>
  )
}
