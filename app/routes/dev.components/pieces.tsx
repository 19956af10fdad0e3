import { useState } from 'react'
import { Button, ButtonLink } from '~/components/button'
import { ChipTick } from '~/components/chip'
import { Dialog } from '~/components/dialog'
import { Distance } from '~/components/distance'
import { DemoMark, EmptyState, Notice } from '~/components/notices'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import { type Status, StatusBadge } from '~/components/status-badge'
import { Steps } from '~/components/steps'
import { Timeline } from '~/components/timeline'
import { FactTable, TitleBlock } from '~/components/title-block'
import { type News, Toast } from '~/components/toast'
import { Specimen } from './specimen'

const STATUSES: readonly (readonly [Status, string])[] = [
  ['open', 'Open'],
  ['asked', 'Gevraagd'],
  ['held', 'Voorlopige plek'],
  ['booked', 'Afspraak'],
  ['done', 'Klaar'],
  ['waiting', 'Wachtlijst'],
  ['ended', 'Vervallen'],
]

const FACTS = [
  { label: 'Voor', value: 'groep 8, vmbo 1–4' },
  { label: 'Duur', value: '100 min' },
  { label: 'Groep', value: 'tot 20 leerlingen' },
  { label: 'Prijs', value: 'gratis' },
  { label: 'Plaats', value: 'bij het bedrijf' },
]

const here = paths.devComponents()

export function Pieces() {
  const [asking, setAsking] = useState(false)
  const [news, setNews] = useState<News | null>(null)
  return (
    <>
      <Specimen name="Buttons">
        <div className="flex flex-wrap gap-3">
          <Button type="button">Stuur mijn vraag</Button>
          <Button type="button" look="second">
            Bewaar
          </Button>
          <Button type="button" look="quiet">
            Annuleer
          </Button>
          <Button type="button" busy busyText="Bezig met versturen…">
            Verstuur
          </Button>
          <ButtonLink to={here} look="second" size="small">
            Een link
          </ButtonLink>
        </div>
      </Specimen>
      <Specimen name="Status: an open contact closes">
        <ul className="flex flex-wrap gap-2">
          {STATUSES.map(([status, word]) => (
            <li key={status}>
              <StatusBadge status={status}>{word}</StatusBadge>
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="Chips, distance, demo mark">
        <div className="flex flex-wrap items-center gap-2">
          <ChipTick name="kind" value="excursion" checked count={5}>
            Excursie
          </ChipTick>
          <ChipTick name="kind" value="guest-lesson" checked={false} count={1240}>
            Gastles
          </ChipTick>
          <ChipTick name="kind" value="event" checked={false} count={0}>
            Online
          </ChipTick>
          <Distance km={4.4} />
          <DemoMark />
        </div>
      </Specimen>
      <Specimen name="Title block and facts">
        <TitleBlock facts={FACTS} />
        <FactTable facts={FACTS} />
      </Specimen>
      <Specimen name="Notices">
        <Notice>De kaart komt van het Kadaster.</Notice>
        <Notice tone="need">Dit bedrijf komt tot 15 km. Jullie school ligt op 18 km.</Notice>
        <Notice tone="danger">Deze dag is net geboekt. Dit zijn de dagen die nog vrij zijn.</Notice>
      </Specimen>
      <Specimen name="Nothing found">
        <EmptyState title="Geen lasrobot binnen 10 km">
          <p>Binnen 25 km zijn er 2. Online zijn er 3 lessen die ook passen.</p>
          <ButtonLink to={here}>Zoek binnen 25 km</ButtonLink>
        </EmptyState>
      </Specimen>
      <Specimen name="Steps, timeline, pages">
        <Steps
          now={2}
          steps={['Wat', 'Voor wie', 'Wanneer', 'Hoe ver', 'Klaar'].map((name, i) => ({
            name,
            to: `${here}?step=${i + 1}`,
          }))}
        />
        <Timeline
          moments={[
            { title: 'Vooraf, in de klas (20 min)', text: 'Bekijk samen het filmpje over de noodstop.' },
            { title: 'Bezoek (100 min)', text: 'Veiligheidsopdracht, en door het laskijkglas kijken.' },
            { title: 'Achteraf (45 min)', text: 'Teams leggen uit: waarom een hek?' },
          ]}
        />
        <Pagination page={2} pages={25} to={(page) => `${here}?page=${page}`} />
      </Specimen>
      <Specimen name="Dialog and toast">
        <div className="flex flex-wrap gap-3">
          <Button type="button" look="second" onClick={() => setAsking(true)}>
            Zeg de afspraak af
          </Button>
          <Button
            type="button"
            look="second"
            onClick={() => setNews({ id: crypto.randomUUID(), text: 'Verstuurd naar 2 bedrijven.' })}
          >
            Verstuur
          </Button>
        </div>
        <Dialog open={asking} onClose={() => setAsking(false)} title="Afspraak afzeggen?">
          <p>Haverlijn krijgt meteen bericht. De plek gaat naar de volgende op de wachtlijst.</p>
          <div className="mt-5 flex flex-wrap gap-3">
            <Button type="button" look="danger" onClick={() => setAsking(false)}>
              Zeg af
            </Button>
            <Button type="button" look="second" autoFocus onClick={() => setAsking(false)}>
              Nee, laat staan
            </Button>
          </div>
        </Dialog>
        <Toast news={news} />
      </Specimen>
    </>
  )
}
