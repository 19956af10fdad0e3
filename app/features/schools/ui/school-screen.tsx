/** One branch of the register: who it is, what is near, and whether the reader works there. */
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ButtonLink } from '~/components/button'
import { formatDay, formatNumber } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { type Fact, FactTable, TitleBlock } from '~/components/title-block'
import type { RegionOf } from '~/features/regions/queries/regions-of.server'
import * as m from '~/paraglide/messages'
import type { SchoolPage } from '../queries/school-page.server'
import { editionWord, holidayRegionWord, levelsWord, placeWord, postcodeWord } from './words'

type Props = {
  readonly school: SchoolPage
  readonly regions: readonly RegionOf[]
  /** What the coordinator of its region can do here. */
  readonly board: ReactNode
}

export function SchoolScreen({ school, regions, board }: Props) {
  return (
    <div className="page grid gap-x-12 gap-y-8 py-8 lg:grid-cols-[7fr_5fr] lg:items-start">
      <div>
        <h1>{school.name}</h1>
        <p className="mt-1 text-ink-soft">
          {school.street} {school.houseNumber}, {postcodeWord(school.postcode)}{' '}
          {placeWord(school.placeName, school.municipalityName)}
        </p>
        {school.closedOn ? (
          <div className="mt-4">
            <Notice tone="need">{m.schools_closed_on({ day: formatDay(school.closedOn, true) })}</Notice>
          </div>
        ) : null}
        <div className="mt-5">
          <TitleBlock
            facts={[
              { label: m.schools_levels(), value: levelsWord(school.registerLevels) },
              {
                label: m.schools_pupils(),
                value: school.pupils === null ? m.schools_pupils_unknown() : formatNumber(school.pupils),
              },
              { label: m.schools_holidays(), value: holidayRegionWord[school.holidayRegion]() },
            ]}
          />
        </div>
        <h2 className="mt-8">{m.schools_facts_title()}</h2>
        <div className="mt-3">
          <FactTable facts={registerFacts(school, regions)} />
        </div>
        <p className="mt-2 text-sm text-ink-soft">
          {school.edition
            ? m.schools_source_edition({ edition: editionWord(school.edition) })
            : m.schools_source()}
        </p>
        <OtherBranches branches={school.otherBranches} />
      </div>
      <div className="grid gap-6">
        {board}
        {school.closedOn ? null : <Nearby school={school} />}
        {school.closedOn && !school.isMine ? null : <WorkHere school={school} />}
      </div>
    </div>
  )
}

function registerFacts(school: SchoolPage, regions: readonly RegionOf[]): readonly Fact[] {
  return [
    { label: m.schools_brin(), value: school.brin },
    { label: m.schools_branch(), value: school.id },
    { label: m.schools_municipality(), value: school.municipalityName },
    ...regions.map((region) => ({
      label: m.schools_region(),
      value: (
        <Link to={`${paths.regions()}#${region.id}`} className="link">
          {region.name}, {region.landsdeelName}
        </Link>
      ),
    })),
    ...(school.denomination ? [{ label: m.schools_denomination(), value: school.denomination }] : []),
    ...(school.website
      ? [
          {
            label: m.schools_website(),
            value: (
              <a href={school.website} rel="noreferrer" className="link">
                {hostOf(school.website)}
              </a>
            ),
          },
        ]
      : []),
  ]
}

/** The register has addresses that are no addresses; those are shown as a word. */
function hostOf(website: string): string {
  return URL.canParse(website) ? new URL(website).hostname.replace(/^www\./, '') : m.schools_website_of()
}

function Box({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="card p-5">
      <h2 className="text-lg leading-7">{title}</h2>
      <div className="mt-2 grid gap-4">{children}</div>
    </section>
  )
}

function Nearby({ school }: { readonly school: SchoolPage }) {
  return (
    <Box title={m.schools_near_title()}>
      <p>{m.schools_near_text()}</p>
      <div>
        <ButtonLink to={paths.finder({ place: school.postcode.slice(0, 4), radius: '25' })}>
          {m.schools_near()}
        </ButtonLink>
      </div>
    </Box>
  )
}

function WorkHere({ school }: { readonly school: SchoolPage }) {
  if (school.isMine)
    return (
      <Box title={m.schools_mine()}>
        <div>
          <ButtonLink look="second" to={paths.accountSchool()}>
            {m.schools_to_mine()}
          </ButtonLink>
        </div>
      </Box>
    )
  return (
    <Box title={m.schools_work_here_title()}>
      <p>{m.schools_work_here_text()}</p>
      <div>
        <ButtonLink look="second" to={`${paths.accountSchool()}?q=${school.id}`}>
          {m.schools_work_here()}
        </ButtonLink>
      </div>
    </Box>
  )
}

function OtherBranches({ branches }: { readonly branches: SchoolPage['otherBranches'] }) {
  if (branches.length === 0) return null
  return (
    <>
      <h2 className="mt-8">{m.schools_other_branches()}</h2>
      <ul className="mt-2">
        {branches.map((branch) => (
          <li key={branch.id} className="py-1.5">
            <Link to={paths.school(branch.id)} className="link">
              {branch.name}
            </Link>
            , {branch.placeName}
          </li>
        ))}
      </ul>
    </>
  )
}
