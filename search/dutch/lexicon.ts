/**
 * Parts that Dutch compounds of this field are made of. A list by hand: a dictionary over-splits ("laboratorium" is not
 * "lab oratorium"), and with too few parts "lasrobot" is not found by "robot".
 */
const PARTS = `
  les gast docent excursie bezoek bedrijf bedrijfs rondleiding workshop project week dag practicum proef proeven
  onderzoek opdracht wedstrijd spel kist koffer pakket materiaal leskist leskoffer video kaart boek school klas groep
  basis leerling vak keuze profiel techniek technisch technologie talent toets gebouw plein
  robot robots robotica arm automaat automatisering besturing sensor sensoren elektronica elektro chip chips print printen
  printer draad kabel schakel schakeling kring stroom spanning accu batterij motor elektromotor machine machines werktuig
  programmeer programmeren computer software app game games data netwerk cyber veilig veiligheid internet wifi code camera
  drone drones vlieg vliegen vliegtuig luchtvaart ruimte ruimtevaart raket satelliet sterren planeet
  bouw bouwen huis huizen woning brug bruggen tunnel weg wegen dijk dijken dak daken gevel muur beton steen bak hout
  timmer timmeren meubel schilder schilderen interieur tegel metsel metselen plaats bouwplaats werkplaats bedrijfshal
  metaal staal ijzer las lassen laser snij snijden frees frezen draai draaien smeed smeden giet gieten plaat gereedschap
  energie zon zonne panelen paneel wind molen molens windmolen wiek wieken waterstof warmte pomp pompen gas olie
  installatie loodgieter verwarming ketel isolatie net stroomnet laadpaal besparen klimaat duurzaam duurzaamheid
  water drink drinkwater riool zuivering sluis haven havens schip schepen scheeps boot boten scheepsbouw werf maritiem
  chemie scheikunde lab laboratorium proces plastic kunststof rubber verf lijm zeep coating nano stof stoffen zuur
  zorg medisch hulp hulpmiddel hulpmiddelen ziekenhuis prothese scan scanner dna bio biologie cel cellen bloed
  voeding voedsel melk kaas brood bakker chocolade fabriek fabrieken friet aardappel groente fruit kas kassen tuin tuinbouw
  plant planten zaad boer boerderij landbouw koe koeien vee melkvee trekker dier dieren
  logistiek magazijn vracht vrachtwagen container kraan trein spoor tram bus vervoer transport lucht luchthaven
  auto autos fiets fietsen brommer voertuig garage band banden rijden rem
  ontwerp ontwerpen design product vorm mode textiel kleding kleren naai naaien film animatie licht geluid podium theater
  muziek instrument foto
  afval scheiden recycling recycle kringloop reparatie repareren repair cafe hergebruik milieu bodem meet meten meting weer
  natuur natuurkunde wiskunde rekenen kracht krachten beweging optica lens glas
  brand brandweer vuur alarm politie forensisch sporen escape room escaperoom hacker hackers
  beroep beroepen vakman vakmanschap ondernemer ondernemen meisjes vrouw vrouwen
  industrie industriele maak maakbedrijf hal productie lijn test meetlat centrum museum centrale kern
`
  .trim()
  .split(/\s+/)

const MAY_BE_PART: ReadonlySet<string> = new Set(PARTS)
const LINKS = ['', 's', 'e', 'en', 'n', 'er']
const SHORTEST_WORD = 6

/**
 * Splits a compound into known parts, longest first part preferred: `lasrobot` → `las`, `robot`; `stroomkringen` →
 * `stroom`, `kringen` when both are known. O(length²) with a memory per call.
 * @param word folded.
 * @returns the parts, none when the word is not made of known parts only.
 */
export function decompound(word: string): readonly string[] {
  if (word.length < SHORTEST_WORD) return []
  const parts = split(word, 0, new Map())
  return parts !== null && parts.length > 1 ? parts : []
}

function split(
  word: string,
  from: number,
  seen: Map<number, readonly string[] | null>,
): readonly string[] | null {
  if (from === word.length) return []
  const known = seen.get(from)
  if (known !== undefined) return known
  let best: readonly string[] | null = null
  for (let to = word.length; to >= from + 3; to--) {
    const part = word.slice(from, to)
    if (!MAY_BE_PART.has(part)) continue
    for (const link of to === word.length ? [''] : LINKS) {
      if (!word.startsWith(link, to)) continue
      const rest = split(word, to + link.length, seen)
      // The end must be a word, not a link: "bouws" is not "bouw".
      if (
        rest !== null &&
        (rest.length > 0 || link === '') &&
        (best === null || rest.length + 1 < best.length)
      ) {
        best = [part, ...rest]
      }
    }
  }
  seen.set(from, best)
  return best
}

/** @returns the parts of all compounds among the words, each once. */
export function partsOf(words: readonly string[]): readonly string[] {
  return [...new Set(words.flatMap((word) => decompound(word)))]
}
