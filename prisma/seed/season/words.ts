/** Sentences as teachers write them. `{topic}` is the topic in small letters, `{class}` the class. */
import type { OfferKind } from '~/kernel/education'
import type { Chance } from './chance'

const TITLES: Readonly<Record<OfferKind, readonly string[]>> = {
  'guest-lesson': [
    'Gastles over {topic}',
    'Wie komt vertellen over {topic}?',
    'Een vakmens in de klas: {topic}',
    'Les over {topic} voor {class}',
    '{topic}: iemand uit de praktijk gezocht',
    'Gastdocent gezocht: {topic}',
  ],
  excursion: [
    'Kijken bij een bedrijf: {topic}',
    'Op bezoek met {class}: {topic}',
    'Rondleiding gezocht over {topic}',
    '{topic}, maar dan in het echt',
    'Excursie voor {class}: {topic}',
  ],
  event: ['Techniekdag met {topic}', 'Iets met {topic} op onze projectdag'],
  'co-development': [
    'Samen een lessenserie maken over {topic}',
    'Bedrijf gezocht om mee te denken over {topic}',
  ],
  'lesson-material': ['Lesmateriaal over {topic}', 'Leskist of opdracht over {topic}'],
}

const WHY = [
  'We zijn net begonnen met {topic} en de vragen houden niet op.',
  'In de methode staat één bladzijde over {topic}, en dat is te weinig.',
  'Een vader vertelde over zijn werk en nu wil iedereen meer weten over {topic}.',
  'Onze leerlingen kiezen binnenkort en denken bij techniek alleen aan vieze handen.',
  'Vorig jaar ging het bezoek niet door. Dit jaar proberen we het opnieuw.',
  'Wij geven sinds kort techniek, maar niemand van ons heeft er ooit in gewerkt.',
  'De meisjes in de klas zeggen dat {topic} niets voor hen is. Dat zien we graag anders.',
  'Het project van dit blok gaat over {topic}.',
  'We hebben een mooi lokaal, en nu nog iemand die het vak kent.',
  'De klas werkt aan een eigen ontwerp en loopt vast bij {topic}.',
  'Bij ons in de buurt zitten genoeg bedrijven, maar we komen nergens binnen.',
  'We willen dat leerlingen zien wat je later met {topic} kunt worden.',
]

const WHAT: Readonly<Record<OfferKind, readonly string[]>> = {
  'guest-lesson': [
    'Liefst iemand die iets meeneemt dat je kunt vasthouden.',
    'Een verhaal over een gewone werkdag is al genoeg, als er maar iets te doen is.',
    'Een les van een uur met een opdracht zou mooi zijn.',
    'Graag iemand die uitlegt wat er misging en hoe het toch goed kwam.',
    'Een jonge medewerker spreekt hen meer aan dan een directeur.',
    'We zoeken geen verkooppraatje, wel een eerlijk verhaal.',
  ],
  excursion: [
    'Ze moeten machines horen en mensen aan het werk zien.',
    'Een rondleiding van een uur en daarna zelf iets proberen, dat zou het mooist zijn.',
    'De groep kan in tweeën, dan past het ook in een kleine werkplaats.',
    'We komen met twee begeleiders en houden ons aan alle regels.',
    'Veiligheidsschoenen hebben we niet, de rest regelen we.',
    'Het hoeft niet groot te zijn, als het maar echt is.',
  ],
  event: ['We zoeken bedrijven die een ochtend een kraam of werkplaats willen bemannen.'],
  'co-development': [
    'We maken de lessen zelf, maar zoeken iemand die meekijkt of het klopt met de praktijk.',
    'Drie keer overleggen in een half jaar is genoeg.',
  ],
  'lesson-material': [
    'We zoeken iets waarmee leerlingen zelf aan de slag kunnen, zonder veel voorbereiding.',
    'Een opdracht uit de praktijk met uitleg voor de docent zou al helpen.',
  ],
}

const PRACTICAL = [
  'Koffie staat klaar.',
  'Een digibord en een praktijklokaal zijn er.',
  'Met de dagen kunnen we schuiven.',
  'In de toetsweek kan het niet, verder is alles goed.',
  'We gaan op de fiets, dus ver weg lukt niet.',
  'Een paar leerlingen hebben wat meer tijd nodig. Rustig tempo graag.',
  'Het mag ook verspreid over twee weken.',
  'Als het goed bevalt, doen we het elk jaar.',
  'De conciërge opent de poort voor een bus of aanhanger.',
  'Laat gerust weten wat jullie van ons nodig hebben.',
]

/** @returns title and text; the same chance gives the same words. */
export function wordsFor(
  chance: Chance,
  kind: OfferKind,
  topic: string,
  className: string,
): { readonly title: string; readonly text: string } {
  const fill = (text: string) => {
    // Names keep their capitals: AI, ICT, 3D.
    const small = /^[A-Z][a-z]/.test(topic) ? topic.charAt(0).toLowerCase() + topic.slice(1) : topic
    const filled = text.replaceAll('{topic}', small).replaceAll('{class}', className)
    return filled.charAt(0).toUpperCase() + filled.slice(1)
  }
  const sentences = [chance.of(WHY), chance.of(WHAT[kind])]
  if (chance.is(0.8)) sentences.push(chance.of(PRACTICAL))
  return { title: fill(chance.of(TITLES[kind])), text: sentences.map(fill).join(' ') }
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
] as const

/** Months in which schools have time for this: not July and August. */
const SCHOOL_MONTHS = [9, 10, 11, 12, 1, 2, 3, 4, 5, 6]

/** @returns a wished period as teachers type it, seen from a month (1–12); `null`: nothing typed. */
export function periodFor(chance: Chance, month: number): string | null {
  const name = (m: number) => MONTHS[(m - 1) % 12]
  const ahead = SCHOOL_MONTHS[(Math.max(0, SCHOOL_MONTHS.indexOf(month)) + chance.between(1, 5)) % 10] ?? 1
  const next = SCHOOL_MONTHS[(SCHOOL_MONTHS.indexOf(ahead) + chance.between(1, 2)) % 10] ?? ahead
  const forms: readonly (string | null | undefined)[] = [
    name(ahead),
    name(ahead),
    `${name(ahead)}-${name(next)}`,
    `${name(ahead)} of ${name(next)}`,
    `vanaf ${name(ahead)}`,
    `half ${name(ahead)}`,
    `eind ${name(ahead)}`,
    'zo snel mogelijk',
    'dit schooljaar',
    'voor de meivakantie',
    'na de kerst',
    'voorjaar',
    'wanneer het past',
    null,
  ]
  return chance.of(forms) ?? null
}
