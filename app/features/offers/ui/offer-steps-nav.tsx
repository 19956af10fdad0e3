/** The steps of an offer with what each still lacks. Every step can be opened at any time. */
import { Link } from '@remix-run/react'
import Check from 'lucide-react/icons/check'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { Gap } from '../domain/gaps'
import { gapsByStep, OFFER_STEPS, type OfferStep } from '../domain/offer-steps'

export const STEP_WORD: Readonly<Record<OfferStep, () => string>> = {
  what: m.offers_step_what,
  who: m.offers_step_who,
  where: m.offers_step_where,
  practical: m.offers_step_practical,
  media: m.offers_step_media,
  publish: m.offers_step_publish,
}

type Props = {
  /** `null`: it is not made yet, and only the first step can be filled in. */
  readonly offerId: string | null
  readonly now: OfferStep
  readonly gaps: readonly Gap[]
}

export function OfferStepsNav({ offerId, now, gaps }: Props) {
  const missing = gapsByStep(gaps)
  return (
    <nav aria-label={m.common_steps()} className="mb-8">
      <p className="text-sm text-ink-soft">
        {m.common_step_of({ now: OFFER_STEPS.indexOf(now) + 1, of: OFFER_STEPS.length })}
      </p>
      <ol className="mt-1 flex flex-wrap gap-x-5 sm:gap-x-7">
        {OFFER_STEPS.map((step) => {
          const isNow = step === now
          return (
            <li key={step} aria-current={isNow ? 'step' : undefined}>
              <StepName offerId={offerId} step={step} isNow={isNow} missing={missing[step]} />
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

type NameProps = Pick<Props, 'offerId'> & {
  readonly step: OfferStep
  readonly isNow: boolean
  readonly missing: number
}

function StepName({ offerId, step, isNow, missing }: NameProps) {
  const look = `inline-flex min-h-11 items-center gap-1.5 border-b-[3px] ${isNow ? 'border-act font-[650]' : 'border-transparent'}`
  if (isNow || offerId === null)
    return <span className={`${look} ${isNow ? '' : 'text-ink-soft'}`}>{STEP_WORD[step]()}</span>
  return (
    <Link to={paths.offerStep(offerId, step)} className={look}>
      <span className="link">{STEP_WORD[step]()}</span>
      {step === 'publish' || step === 'media' ? null : missing > 0 ? (
        <span className="text-sm text-need-text">{m.offers_step_missing({ count: missing })}</span>
      ) : (
        <>
          <Check aria-hidden size={17} strokeWidth={2.25} className="shrink-0 text-act" />
          <span className="sr-only">{m.offers_step_complete()}</span>
        </>
      )}
    </Link>
  )
}
