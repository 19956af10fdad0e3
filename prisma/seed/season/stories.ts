/**
 * What the demo accounts find: the demo school has a request in each state, the demo company questions to answer, some
 * of them nearly too late. Told beforehand; everything else of the season is left to chance.
 */
import type { RankableOffer } from '~/features/matchmaking/queries/rankable-offers.server'
import { addDays, type CalendarDate } from '~/kernel/calendar'
import { distanceKm } from '~/kernel/geography'
import { DEMO_COMPANY } from '../steps/demo-accounts'
import type { Branch } from './branches'
import { teaches } from './branches'
import { chanceOf } from './chance'
import type { Topic } from './generated'
import { classNameOf, type Story, type Wish } from './wish'
import { wordsFor } from './words'

type StoryOffer = Pick<
  RankableOffer,
  | 'id'
  | 'kind'
  | 'location'
  | 'levels'
  | 'topicIds'
  | 'point'
  | 'travelRadiusKm'
  | 'groupSizeMax'
  | 'openPlaces'
  | 'organisationId'
  | 'organisationName'
>

type Told = Partial<Omit<Wish, 'ref' | 'branch' | 'postedOn' | 'course'>> &
  Pick<Wish, 'title' | 'text' | 'topicIds'> & {
    readonly ref: string
    /** Days before the last day of the season. */
    readonly daysAgo: number
    readonly story: Story
  }

const USUAL = {
  kinds: ['guest-lesson'],
  level: 'vmbo',
  years: [3],
  tracks: [],
  groupSize: 18,
  groups: 1,
  periodText: null,
  weekdays: [],
  maxDistanceKm: 60,
  languages: [],
  isUrgent: false,
  allOrNone: false,
  mayShare: false,
} as const satisfies Partial<Wish>

/** @param lastDay yesterday. */
export function schoolStories(
  branch: Branch,
  lastDay: CalendarDate,
  offers: readonly StoryOffer[],
  topics: readonly Topic[],
): readonly Wish[] {
  const before = addDays(lastDay, -30)
  const [year, month, day] = before.split('-').map(Number)
  const told: readonly Told[] = [
    {
      ref: 'story-done',
      title: 'Een les over veilig werken',
      text: 'Voordat onze derde klas de werkplaats in gaat, willen we een eerlijk verhaal over veiligheid. Iemand die laat zien waarom die bril op moet.',
      topicIds: ['veiligheid.werk'],
      daysAgo: 75,
      story: {
        asks: { offers: 1, after: 0 },
        answers: [{ after: 3, says: 'accept', lessonAfter: 30 }],
      },
    },
    {
      ref: 'story-booked',
      title: 'Wat doet een installateur de hele dag?',
      text: 'De helft van de klas denkt aan een cv-ketel en verder niets. Graag een monteur met gereedschap en verhalen.',
      topicIds: ['energie.installatie'],
      groups: 2,
      daysAgo: 40,
      story: {
        asks: { offers: 1, after: 1 },
        answers: [
          { after: 4, says: 'view' },
          { after: 5, says: 'accept', groups: 2, lessonAfter: 58 },
        ],
      },
    },
    {
      ref: 'story-date-open',
      title: 'Zien hoe een auto van nu in elkaar zit',
      text: 'Een klas die graag sleutelt, en een docent die alleen van benzine weet. Elektrisch mag, hybride mag, als de kap maar open kan.',
      topicIds: ['mobiliteit.auto'],
      daysAgo: 12,
      story: {
        asks: { offers: 1, after: 0 },
        answers: [{ after: 6, says: 'accept', options: true }],
      },
    },
    {
      ref: 'story-partly',
      title: 'Drie klassen aan het programmeren',
      text: 'In de techniekweek willen we drie groepen een middag laten programmeren met iemand die dat voor zijn werk doet. Het hoeft niet op dezelfde dag.',
      topicIds: ['ict.programmeren'],
      groups: 3,
      daysAgo: 9,
      story: {
        asks: { offers: 2, after: 0 },
        answers: [{ after: 9, says: 'accept', groups: 1, lessonAfter: 40 }],
      },
    },
    {
      ref: 'story-proposed',
      title: 'Lasrobots: komt er iemand vertellen?',
      text: 'Onze leerlingen lassen zelf en hoorden dat een robot het beter kan. Dat geloven ze niet. Wie komt het laten zien?',
      topicIds: ['robotica.robots', 'maakindustrie.lassen'],
      daysAgo: 2,
      story: {
        asks: { offers: 2, after: 0, demoCompany: true },
        answers: [{ after: 1, says: 'view' }],
      },
    },
    {
      ref: 'story-open',
      title: 'Meten met sensoren',
      text: 'Voor ons project over luchtkwaliteit zoeken we iemand die weet hoe je goed meet. De sensoren hebben we al.',
      topicIds: ['robotica.sensoren'],
      level: 'havo',
      daysAgo: 0,
      story: {},
    },
    {
      ref: 'story-waiting',
      title: 'Met de hele brugklas naar een fabriek',
      text: 'We willen met alle kinderen van de eerste tegelijk, op de fiets, naar een bedrijf dat iets maakt. Tot nu toe past het nergens.',
      topicIds: ['maakindustrie.machines'],
      kinds: ['excursion'],
      level: 'havo',
      years: [1],
      groupSize: 110,
      maxDistanceKm: 6,
      daysAgo: 38,
      story: {},
    },
    {
      ref: 'story-hold',
      title: 'Iets met techniek voor een kleine groep',
      text: 'Een groepje van twaalf dat vooral wil doen. Het onderwerp maakt ons weinig uit, als ze maar met hun handen bezig zijn.',
      topicIds: ['loopbaan.vakmanschap'],
      kinds: ['guest-lesson', 'excursion'],
      years: [3, 4],
      groupSize: 12,
      daysAgo: 8,
      story: { waitsAfter: 1 },
    },
    {
      ref: 'story-withdrawn',
      title: 'Bezoek aan een drukkerij',
      text: 'Voor het vak media willen we een drukpers zien lopen.',
      topicIds: ['creatief.design'],
      kinds: ['guest-lesson', 'excursion'],
      daysAgo: 21,
      story: { asks: { offers: 1, after: 1 }, withdrawsAfter: 6 },
    },
    {
      ref: 'story-expired',
      title: 'Gastles over drones, voor de vakantie',
      text: 'Het past alleen nog in dit blok. Daarna hebben we stage.',
      topicIds: ['robotica.drones'],
      periodText: `uiterlijk ${day} ${MONTHS[(month ?? 1) - 1]} ${year}`,
      daysAgo: 55,
      story: {},
    },
  ]
  const reachable = lessonsFor(branch, offers)
  let next = 0
  return told.map((one) => {
    const wish = wishOf(one, branch, lastDay)
    // Who asks has seen an offer; it is about that.
    const seen =
      one.story.asks && !one.story.asks.demoCompany ? reachable[next++ % reachable.length] : undefined
    const topic = topics.find(({ id }) => id === seen?.topicIds[0])
    if (!seen || !topic) return wish
    const words = wordsFor(
      chanceOf('story', one.ref),
      'guest-lesson',
      topic.nl,
      classNameOf(wish.level, wish.years),
    )
    return { ...wish, ...words, topicIds: seen.topicIds.slice(0, 2), kinds: ['guest-lesson'] }
  })
}

/** Lessons for the third class of the branch, one per company, those with most places first. */
function lessonsFor(branch: Branch, offers: readonly StoryOffer[]): readonly StoryOffer[] {
  const companies = new Set<string>()
  return offers
    .filter(
      (offer) =>
        offer.kind === 'guest-lesson' &&
        offer.location === 'at-school' &&
        offer.organisationName !== DEMO_COMPANY &&
        (offer.groupSizeMax ?? 99) >= USUAL.groupSize &&
        offer.levels.some(({ level, years }) => level === 'vmbo' && years.includes(3)) &&
        distanceKm(branch.point, offer.point) <= (offer.travelRadiusKm ?? 999),
    )
    .sort((a, b) => (b.openPlaces ?? 0) - (a.openPlaces ?? 0) || (a.id < b.id ? -1 : 1))
    .filter(({ organisationId }) => !companies.has(organisationId) && companies.add(organisationId))
}

/** Questions that still lie in the inbox of the demo company, from schools around it. */
export function companyStories(
  branches: readonly Branch[],
  around: Branch['point'],
  own: Branch,
  lastDay: CalendarDate,
): readonly Wish[] {
  const near = branches
    .filter(
      (branch) =>
        branch.id !== own.id && teaches(branch, 'vmbo', [3]) && distanceKm(around, branch.point) < 38,
    )
    .sort((a, b) => distanceKm(around, a.point) - distanceKm(around, b.point) || (a.id < b.id ? -1 : 1))
  return INBOX.flatMap((told, i) => {
    const branch = near[(i * 3) % near.length]
    return branch ? [wishOf(told, branch, lastDay)] : []
  })
}

const ROBOTS = ['robotica.automatisering', 'maakindustrie.lassen'] as const
const asks = { offers: 1, after: 0, demoCompany: true } as const

const INBOX: readonly Told[] = [
  {
    ref: 'story-inbox-1',
    title: 'Lasrobot programmeren met klas 3 kb',
    text: 'Vorige week keken we een filmpje en nu vraagt iedereen of het echt zo snel gaat. Twee groepen van achttien, laptops zijn er.',
    topicIds: ROBOTS,
    groups: 2,
    isUrgent: true,
    daysAgo: 12,
    story: { asks, answers: [{ after: 2, says: 'view' }] },
  },
  {
    ref: 'story-inbox-2',
    title: 'Mag mijn klas in de testhal kijken?',
    text: 'Vijftien leerlingen die volgend jaar voor metaal kiezen. We komen met de trein en zijn op tijd.',
    topicIds: ROBOTS,
    kinds: ['excursion'],
    years: [4],
    groupSize: 15,
    daysAgo: 9,
    story: {
      asks,
      answers: [
        { after: 1, says: 'view' },
        { after: 3, says: 'consider' },
      ],
    },
  },
  {
    ref: 'story-inbox-3',
    title: 'Gastles over palletiseren',
    text: 'Ons logistieke profiel wil weten wie straks de dozen stapelt. Liefst een praktische les met een opdracht.',
    topicIds: ['robotica.automatisering'],
    groups: 3,
    periodText: 'februari of maart',
    daysAgo: 6,
    story: { asks },
  },
  {
    ref: 'story-inbox-4',
    title: 'Simulatie-uurtje voor basis en kader',
    text: 'We hebben jullie aanbod gezien en willen graag. De stage begint over een paar weken, dus liefst snel.',
    topicIds: ROBOTS,
    years: [4],
    isUrgent: true,
    periodText: 'zo snel mogelijk',
    daysAgo: 5,
    story: { asks, answers: [{ after: 2, says: 'view' }] },
  },
  {
    ref: 'story-inbox-5',
    title: 'Een robot die last, kan dat bij ons op school?',
    text: 'Onze werkplaats heeft krachtstroom en een hek. Komen kijken mag altijd, koffie staat klaar.',
    topicIds: ROBOTS,
    daysAgo: 3,
    story: { asks },
  },
  {
    ref: 'story-inbox-6',
    title: 'Werken in de automatisering: wie vertelt het?',
    text: 'Voor de loopbaanweek zoeken we een jonge monteur of programmeur met een mbo-diploma.',
    topicIds: ['robotica.automatisering'],
    periodText: 'april',
    daysAgo: 1,
    story: { asks },
  },
  {
    ref: 'story-inbox-7',
    title: 'Klas 3 tekent een grijper',
    text: 'De ontwerpen zijn klaar. Nu zoeken we iemand die er eerlijk naar kijkt en vertelt wat in het echt zou werken.',
    topicIds: ['robotica.robots'],
    daysAgo: 33,
    story: { asks, answers: [{ after: 4, says: 'accept', lessonAfter: 50 }] },
  },
  {
    ref: 'story-inbox-8',
    title: 'Naar de testhal met 3 kb',
    text: 'Zestien leerlingen, twee begeleiders. In november hebben we een projectweek.',
    topicIds: ROBOTS,
    kinds: ['excursion'],
    groupSize: 16,
    daysAgo: 44,
    story: { asks, answers: [{ after: 3, says: 'decline' }] },
  },
]

function wishOf(told: Told, branch: Branch, lastDay: CalendarDate): Wish {
  const { daysAgo, story, ...rest } = told
  return {
    ...USUAL,
    ...rest,
    branch,
    postedOn: addDays(lastDay, -daysAgo),
    course: { kind: 'story', story },
  }
}

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] // prettier-ignore
