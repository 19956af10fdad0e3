/** Requests to begin with, written for the classes that ask most: what to ask, for whom, and what it is for. */
import type { Level, OfferKind, VmboTrack } from '~/kernel/education'

type Words = {
  /** The title of the request. */
  readonly title: string
  /** What the class wants to reach, as a teacher would write it. */
  readonly text: string
}

export type RequestTemplate = {
  readonly id: string
  readonly level: Level
  /** Ascending; those that the school does not have are left out. */
  readonly years: readonly number[]
  /** Vmbo only; empty: any. */
  readonly tracks: readonly VmboTrack[]
  readonly kinds: readonly OfferKind[]
  readonly topicIds: readonly string[]
  readonly groupSize: number
  readonly nl: Words
  readonly en: Words
}

const LESSON = ['guest-lesson'] as const
const VISIT = ['excursion'] as const
const LESSON_OR_VISIT = ['guest-lesson', 'excursion'] as const

const po = (years: readonly number[]) => ({ level: 'po', years, tracks: [], groupSize: 26 }) as const
const pro = { level: 'pro', years: [1, 2, 3, 4, 5], tracks: [], groupSize: 12 } as const
const bk = { level: 'vmbo', years: [3, 4], tracks: ['bb', 'kb'], groupSize: 18 } as const
const gt = { level: 'vmbo', years: [3, 4], tracks: ['gl', 'tl'], groupSize: 26 } as const
const havo = { level: 'havo', years: [3, 4], tracks: [], groupSize: 28 } as const
const vwo = { level: 'vwo', years: [3, 4, 5], tracks: [], groupSize: 28 } as const

/** By class, the youngest first; three to five of each. */
export const TEMPLATES: readonly RequestTemplate[] = [
  {
    ...po([1, 2, 3, 4]),
    id: 'po-jong-bouwen',
    kinds: LESSON,
    topicIds: ['bouw'],
    nl: {
      title: 'Groep 1 tot 4: hoe bouw je een huis?',
      text: 'We werken over bouwen en wonen. We zoeken iemand die laat zien met welke gereedschappen en materialen een huis wordt gebouwd. De kinderen willen zelf voelen en doen.',
    },
    en: {
      title: 'Groups 1 to 4: how do you build a house?',
      text: 'We work on building and living. We look for somebody who shows the tools and materials of a house. The children want to touch and try.',
    },
  },
  {
    ...po([1, 2, 3, 4]),
    id: 'po-jong-beroepen',
    kinds: LESSON,
    topicIds: ['loopbaan.beroepen'],
    nl: {
      title: 'Groep 1 tot 4: wat doe jij de hele dag?',
      text: 'We vragen iemand met een technisch beroep om in de kring te vertellen over het werk, met iets om te laten zien. Liefst een vrouw, want dat zien onze kinderen weinig.',
    },
    en: {
      title: 'Groups 1 to 4: what do you do all day?',
      text: 'We ask somebody with a technical job to tell the class about it, with something to show. A woman if possible: our children see that seldom.',
    },
  },
  {
    ...po([1, 2, 3, 4]),
    id: 'po-jong-water',
    kinds: LESSON_OR_VISIT,
    topicIds: ['water'],
    nl: {
      title: 'Groep 1 tot 4: waar komt ons water vandaan?',
      text: 'We willen zien hoe water schoon wordt en waarom we droge voeten houden. Proefjes mogen nat zijn.',
    },
    en: {
      title: 'Groups 1 to 4: where does our water come from?',
      text: 'We want to see how water is cleaned and why we keep dry feet. Experiments may be wet.',
    },
  },
  {
    ...po([5, 6]),
    id: 'po-midden-energie',
    kinds: LESSON_OR_VISIT,
    topicIds: ['energie.zon', 'energie.wind'],
    nl: {
      title: 'Groep 5/6: stroom van zon en wind',
      text: 'We leren over energie. We zoeken een les of een bezoek waarin de kinderen zelf stroom maken en zien waar zon en wind bij ons in de buurt worden gebruikt.',
    },
    en: {
      title: 'Groups 5/6: power from sun and wind',
      text: 'We learn about energy. We look for a lesson or a visit in which the children make power and see where sun and wind are used near us.',
    },
  },
  {
    ...po([5, 6]),
    id: 'po-midden-voedsel',
    kinds: VISIT,
    topicIds: ['agrifood'],
    nl: {
      title: 'Groep 5/6: zien hoe ons eten wordt gemaakt',
      text: 'We willen een bedrijf zien waar voedsel groeit of wordt gemaakt, en welke machines daarbij helpen. De kinderen bereiden vragen voor.',
    },
    en: {
      title: 'Groups 5/6: see how our food is made',
      text: 'We want to see a company where food grows or is made, and which machines help. The children prepare questions.',
    },
  },
  {
    ...po([5, 6]),
    id: 'po-midden-repareren',
    kinds: LESSON,
    topicIds: ['circulair.repareren'],
    nl: {
      title: 'Groep 5/6: uit elkaar halen en weer maken',
      text: 'We willen met oude apparaten aan de slag: uit elkaar halen, snappen hoe het werkt en weer maken. We zoeken een vakman of vakvrouw die dat met ons doet.',
    },
    en: {
      title: 'Groups 5/6: take apart and mend',
      text: 'We want to work with old devices: take them apart, understand them and mend them. We look for a craftsperson who does that with us.',
    },
  },
  {
    ...po([7, 8]),
    id: 'po-oud-techniek',
    kinds: LESSON_OR_VISIT,
    topicIds: ['maakindustrie', 'loopbaan.beroepen'],
    nl: {
      title: 'Groep 7/8: techniek om je heen',
      text: 'We willen zien waar techniek in onze eigen omgeving wordt gemaakt, en wie dat doen. De kinderen willen zelf iets maken of proberen, en vragen naar het beroep.',
    },
    en: {
      title: 'Groups 7/8: technology around you',
      text: 'We want to see where technology is made near us, and by whom. The children want to make or try something, and ask about the job.',
    },
  },
  {
    ...po([7, 8]),
    id: 'po-oud-robots',
    kinds: LESSON,
    topicIds: ['robotica.robots', 'ict.programmeren'],
    nl: {
      title: 'Groep 7/8: een robot leren programmeren',
      text: 'De kinderen kunnen al een beetje met blokken programmeren. We zoeken een les waarin ze een echte robot laten rijden of grijpen, en horen waar zulke robots voor zijn.',
    },
    en: {
      title: 'Groups 7/8: learn to program a robot',
      text: 'The children know some block programming. We look for a lesson in which they make a real robot drive or grip, and hear what such robots are for.',
    },
  },
  {
    ...po([7, 8]),
    id: 'po-oud-haven',
    kinds: VISIT,
    topicIds: ['water.haven', 'logistiek'],
    nl: {
      title: 'Groep 7/8: met de klas de haven of een magazijn in',
      text: 'We willen zien hoe spullen van de fabriek in de winkel komen. Voor het bezoek maken we een les over vervoer, erna een plattegrond.',
    },
    en: {
      title: 'Groups 7/8: into a port or a warehouse with the class',
      text: 'We want to see how things get from the factory to the shop. Before the visit we do a lesson on transport, after it a map.',
    },
  },
  {
    ...po([7, 8]),
    id: 'po-oud-brug',
    kinds: LESSON,
    topicIds: ['bouw.bruggen', 'natuurwetenschap.krachten'],
    nl: {
      title: 'Groep 7/8: bouw een brug die houdt',
      text: 'In groepjes ontwerpen we een brug en testen we hem. We zoeken een constructeur die vertelt hoe het in het echt gaat en onze bruggen keurt.',
    },
    en: {
      title: 'Groups 7/8: build a bridge that holds',
      text: 'In small groups we design a bridge and test it. We look for an engineer who tells how it is done and judges our bridges.',
    },
  },
  {
    ...pro,
    id: 'pro-werkplaats',
    kinds: VISIT,
    topicIds: ['maakindustrie'],
    nl: {
      title: 'Praktijkonderwijs: meekijken in de werkplaats',
      text: 'Een kleine groep wil zien hoe het er in een echte werkplaats aan toe gaat en zelf iets doen. Duidelijke taken, niet te veel uitleg. We kijken ook naar een plek voor stage.',
    },
    en: {
      title: 'Practical education: look into the workshop',
      text: 'A small group wants to see a real workshop and do something there. Clear tasks, not too much talk. We also look for a place for work experience.',
    },
  },
  {
    ...pro,
    id: 'pro-groen',
    kinds: LESSON_OR_VISIT,
    topicIds: ['agrifood.kas'],
    nl: {
      title: 'Praktijkonderwijs: werken met planten en machines',
      text: 'Onze leerlingen werken graag buiten. We zoeken een kweker of loonbedrijf dat laat zien welke machines er zijn en ons laat meewerken.',
    },
    en: {
      title: 'Practical education: work with plants and machines',
      text: 'Our pupils like to work outdoors. We look for a grower or contractor who shows the machines and lets us help.',
    },
  },
  {
    ...pro,
    id: 'pro-fiets',
    kinds: LESSON,
    topicIds: ['mobiliteit.fiets', 'circulair.repareren'],
    nl: {
      title: 'Praktijkonderwijs: een elektrische fiets nakijken',
      text: 'We hebben een fietswerkplaats. We zoeken iemand die ons leert hoe je een elektrische fiets nakijkt en veilig repareert.',
    },
    en: {
      title: 'Practical education: check an electric bicycle',
      text: 'We have a bicycle workshop. We look for somebody who teaches us how to check and safely mend an electric bicycle.',
    },
  },
  {
    ...bk,
    id: 'bk-lassen',
    kinds: VISIT,
    topicIds: ['maakindustrie.lassen', 'robotica.robots'],
    nl: {
      title: 'Vmbo basis/kader: lasrobots zien werken',
      text: 'Onze leerlingen lassen op school met de hand. We willen zien wat een lasrobot doet, wie hem instelt, en welke opleiding daarbij hoort.',
    },
    en: {
      title: 'Vmbo basic tracks: see welding robots at work',
      text: 'Our pupils weld by hand at school. We want to see what a welding robot does, who sets it, and which training belongs to it.',
    },
  },
  {
    ...bk,
    id: 'bk-installatie',
    kinds: LESSON_OR_VISIT,
    topicIds: ['energie.installatie', 'energie.elektro'],
    nl: {
      title: 'Vmbo basis/kader: een warmtepomp van dichtbij',
      text: 'We zoeken een installateur die laat zien hoe een warmtepomp of zonnepanelen worden aangesloten. Liefst zo dat leerlingen zelf meten of monteren.',
    },
    en: {
      title: 'Vmbo basic tracks: a heat pump from close by',
      text: 'We look for an installer who shows how a heat pump or solar panels are connected. Pupils would like to measure or mount themselves.',
    },
  },
  {
    ...bk,
    id: 'bk-bouw',
    kinds: VISIT,
    topicIds: ['bouw.huizen', 'bouw.wegen'],
    nl: {
      title: 'Vmbo basis/kader: de bouwplaats op',
      text: 'We willen een bouwplaats of een wegenbouwer zien, met aandacht voor veilig werken. De leerlingen kiezen dit jaar hun vervolgopleiding.',
    },
    en: {
      title: 'Vmbo basic tracks: onto the building site',
      text: 'We want to see a building site or road works, with an eye to safe work. The pupils choose their next school this year.',
    },
  },
  {
    ...gt,
    id: 'gt-opdracht',
    kinds: ['co-development'],
    topicIds: ['loopbaan.beroepen', 'creatief.design'],
    nl: {
      title: 'Vmbo gemengd/theoretisch: een echte opdracht van een bedrijf',
      text: 'Voor het praktijkgerichte programma zoeken we een bedrijf met een echte vraag. Leerlingen werken er zes weken aan en presenteren hun oplossing bij jullie.',
    },
    en: {
      title: 'Vmbo theoretical tracks: a real task of a company',
      text: 'For the practical programme we look for a company with a real question. Pupils work on it for six weeks and present their solution at your place.',
    },
  },
  {
    ...gt,
    id: 'gt-zorg',
    kinds: LESSON_OR_VISIT,
    topicIds: ['zorg'],
    nl: {
      title: 'Vmbo gemengd/theoretisch: techniek in de zorg',
      text: 'Veel leerlingen denken aan de zorg en weinig aan techniek. We willen zien hoe die twee samengaan: hulpmiddelen, meten, robots in het ziekenhuis.',
    },
    en: {
      title: 'Vmbo theoretical tracks: technology in care',
      text: 'Many pupils think of care and few of technology. We want to see how the two go together: aids, measuring, robots in hospital.',
    },
  },
  {
    ...gt,
    id: 'gt-beroepen',
    kinds: LESSON,
    topicIds: ['loopbaan.beroepen'],
    nl: {
      title: 'Vmbo gemengd/theoretisch: drie beroepen in één les',
      text: 'Voor de keuze van een profiel zoeken we mensen met een technisch beroep die eerlijk vertellen wat ze doen, wat ze verdienen en hoe ze er kwamen. Ook een vrouw.',
    },
    en: {
      title: 'Vmbo theoretical tracks: three jobs in one lesson',
      text: 'For the choice of a profile we look for people with a technical job who tell honestly what they do, earn and how they got there. A woman too.',
    },
  },
  {
    ...havo,
    id: 'havo-ai',
    kinds: LESSON,
    topicIds: ['ict.ai'],
    nl: {
      title: 'Havo: wat doet kunstmatige intelligentie in een bedrijf?',
      text: 'We zoeken iemand die met echte voorbeelden laat zien waar kunstmatige intelligentie helpt en waar niet. De klas bereidt stellingen voor.',
    },
    en: {
      title: 'Havo: what does artificial intelligence do in a company?',
      text: 'We look for somebody who shows with real examples where artificial intelligence helps and where not. The class prepares statements.',
    },
  },
  {
    ...havo,
    id: 'havo-energie',
    kinds: LESSON_OR_VISIT,
    topicIds: ['energie'],
    nl: {
      title: 'Havo: rekenen aan de energie van morgen',
      text: 'Bij natuurkunde rekenen we aan energie. We zoeken een bedrijf dat met ons aan echte cijfers rekent: opslag, waterstof of het elektriciteitsnet.',
    },
    en: {
      title: 'Havo: calculate the energy of tomorrow',
      text: 'In physics we calculate with energy. We look for a company that calculates with real figures with us: storage, hydrogen or the grid.',
    },
  },
  {
    ...havo,
    id: 'havo-profiel',
    kinds: LESSON_OR_VISIT,
    topicIds: ['loopbaan.beroepen'],
    nl: {
      title: 'Havo 3: wat kun je met een N-profiel?',
      text: 'Voor de profielkeuze willen leerlingen horen en zien welk werk er achter natuur en techniek zit. Het liefst jonge mensen die zelf havo deden.',
    },
    en: {
      title: 'Havo 3: what can you do with a science profile?',
      text: 'For the choice of profile pupils want to hear and see the work behind science and technology. Young people who did havo themselves, if possible.',
    },
  },
  {
    ...vwo,
    id: 'vwo-lab',
    kinds: VISIT,
    topicIds: ['chemie.lab', 'zorg.biotech'],
    nl: {
      title: 'Vwo: een dag in een laboratorium',
      text: 'We willen een lab zien waar onderzoek wordt gedaan, en een meting doen die op school niet kan. De uitkomst gebruiken we in een verslag.',
    },
    en: {
      title: 'Vwo: a day in a laboratory',
      text: 'We want to see a laboratory where research is done, and do a measurement that school cannot. We use the outcome in a report.',
    },
  },
  {
    ...vwo,
    id: 'vwo-ontwerpen',
    kinds: ['co-development'],
    topicIds: ['creatief.design', 'robotica'],
    nl: {
      title: 'Vwo: ontwerpopdracht voor onderzoek en ontwerpen',
      text: 'We zoeken een opdrachtgever met een open vraag waar leerlingen in teams een prototype voor maken. Twee momenten met een expert: bij het begin en bij de presentatie.',
    },
    en: {
      title: 'Vwo: a design task',
      text: 'We look for a client with an open question for which teams of pupils make a prototype. Two meetings with an expert: at the beginning and at the presentation.',
    },
  },
  {
    ...vwo,
    id: 'vwo-ruimte',
    kinds: LESSON,
    topicIds: ['mobiliteit.ruimtevaart', 'natuurwetenschap'],
    nl: {
      title: 'Vwo: rekenen aan een satelliet',
      text: 'Een ingenieur die laat zien welke natuurkunde en wiskunde in een satelliet of meetinstrument zit, met een som die leerlingen zelf kunnen maken.',
    },
    en: {
      title: 'Vwo: calculate a satellite',
      text: 'An engineer who shows which physics and mathematics is in a satellite or an instrument, with a problem that pupils can solve.',
    },
  },
]
