/**
 * Beside the form: the card that schools will see in their list, what would make the text easier, and what is missing
 * before it can go online. Without JavaScript it shows what was sent last.
 */
import Check from 'lucide-react/icons/check'
import Lightbulb from 'lucide-react/icons/lightbulb'
import { CardFace } from '~/features/finder/ui/offer-card'
import type { PictureWords } from '~/kernel/picture'
import * as m from '~/paraglide/messages'
import { gapField, gapText } from '../domain/gap-words'
import { type OfferStep, STEP_OF_GAP } from '../domain/offer-steps'
import type { PlainHint } from '../domain/plain-language'
import type { OfferPreview as Preview } from '../domain/preview'
import type { OfferFormPage } from '../queries/offer-form.server'
import { gapAddress } from './gap-address'

type Props = {
  readonly preview: Preview
  readonly organisation: OfferFormPage['organisation']
  /** Chooses the drawing. */
  readonly seed: string
  readonly cover: PictureWords | null
  /** Where it is written in steps: what is missing leads to its step. */
  readonly steps?: { readonly offerId: string; readonly now: OfferStep } | null
}

export function OfferPreview({ preview, organisation, seed, cover, steps = null }: Props) {
  const title = preview.title === '' ? m.offers_preview_no_title() : preview.title
  const card = {
    ...preview,
    id: seed,
    title,
    organisationName: organisation.name,
    placeName:
      organisation.branches.find(({ id }) => id === preview.branch)?.placeName ?? organisation.placeName,
    distanceKm: null,
    madeBy: [],
    isDemo: false,
    cover,
  }
  return (
    <aside aria-labelledby="preview" className="grid gap-6 lg:sticky lg:top-6 lg:self-start">
      <section>
        <h2 id="preview" className="mb-3 text-lg">
          {m.offers_preview_title()}
        </h2>
        <div className="card flex flex-col overflow-hidden">
          <CardFace card={card} title={title} withOrganisation />
        </div>
      </section>
      <Hints hints={preview.hints} />
      <Missing preview={preview} steps={steps} />
    </aside>
  )
}

function Hints({ hints }: { readonly hints: readonly PlainHint[] }) {
  if (hints.length === 0) return null
  return (
    <section>
      <h2 className="text-lg">{m.offers_plain_title()}</h2>
      <ul className="mt-2 grid gap-2">
        {hints.map((hint) => (
          <li key={hint.kind} className="flex gap-2">
            <Lightbulb aria-hidden size={20} strokeWidth={1.75} className="mt-0.5 shrink-0 text-need" />
            <span className="min-w-0 wrap-break-word">{hintText(hint)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function hintText(hint: PlainHint): string {
  switch (hint.kind) {
    case 'no-pupils':
      return m.offers_plain_no_pupils()
    case 'long-sentence':
      return m.offers_plain_long_sentence({ begins: hint.begins, words: hint.words })
    case 'long-average':
      return m.offers_plain_long_average({ words: hint.words })
    case 'long-words':
      return m.offers_plain_long_words({ words: hint.words.join(', ') })
  }
}

/** The same list as above the form after a refused try, but before it. */
function Missing({ preview: { gaps }, steps = null }: Pick<Props, 'preview' | 'steps'>) {
  if (gaps.length === 0)
    return (
      <p className="flex gap-2 font-[650] text-act-text">
        <Check aria-hidden size={20} strokeWidth={1.75} className="mt-0.5 shrink-0" />
        {m.offers_preview_complete()}
      </p>
    )
  return (
    <section>
      <h2 className="text-lg">{m.offers_my_missing()}</h2>
      <ul className="mt-2 list-disc pl-5">
        {gaps.map((gap) => (
          <li key={gap}>
            <a
              href={
                steps === null || STEP_OF_GAP[gap] === steps.now
                  ? `#offer-${gapField[gap]}`
                  : gapAddress(steps.offerId, gap)
              }
              className="link"
            >
              {gapText[gap]()}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
