/** What in the address could not be used: on top, with links to the fields; and the choice between places of one name. */
import { Link } from '@remix-run/react'
import { finderPath, type Problem } from '~/features/finder/domain/finder-address'
import type { FinderPage } from '~/features/finder/domain/finder-page'
import * as m from '~/paraglide/messages'
import { placeChoiceWord, problemText } from './words'

/** Fields that stand in the bar and can be gone to. */
const IN_BAR: ReadonlySet<Problem['field']> = new Set(['q', 'level', 'place', 'radius'])

export function Problems({ page: { problems } }: { readonly page: FinderPage }) {
  if (problems.length === 0) return null
  return (
    <section aria-labelledby="finder-problems" className="border-b border-danger bg-danger-soft">
      <div className="mx-auto max-w-(--page) px-(--gutter) py-4">
        <h2 id="finder-problems" className="font-[750] text-danger-text">
          {m.finder_problems_title()}
        </h2>
        <p>{m.finder_problems_rest()}</p>
        <ul className="mt-1 list-disc pl-5">
          {problems.map((problem) => (
            <li key={`${problem.field}-${problem.code}-${problem.given}`}>
              {IN_BAR.has(problem.field) ? (
                <a
                  href={`#finder-${problem.field}`}
                  className="text-danger-text underline underline-offset-[.22em]"
                >
                  {problemText(problem)}
                </a>
              ) : (
                problemText(problem)
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

export function PlaceChoices({ page: { state, placeChoices } }: { readonly page: FinderPage }) {
  if (placeChoices.length === 0) return null
  return (
    <section aria-labelledby="finder-places" className="border-b border-line bg-info-soft">
      <div className="mx-auto max-w-(--page) px-(--gutter) py-4">
        <h2 id="finder-places" className="font-[750] text-info-text">
          {m.finder_which_place({ place: state.place })}
        </h2>
        <ul className="mt-1 flex flex-wrap gap-x-6">
          {placeChoices.map((choice) => (
            <li key={choice.ask}>
              <Link
                to={finderPath({ ...state, place: choice.ask, page: 1 })}
                className="inline-block py-2 text-info-text underline underline-offset-[.22em]"
              >
                {placeChoiceWord(choice)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
