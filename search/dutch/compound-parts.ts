/**
 * The words that Dutch compounds of this field are made of, by hand: a dictionary over-splits ("laboratorium" is not "lab
 * oratorium"), and with too few parts "robot" does not find "lasrobot". Small words only; what is a word of its own although
 * it looks like two stands in WHOLE.
 */
import { table } from './table'

const PARTS = `
  les gast docent leraar excursie bezoek bedrijf rondleiding workshop project week dag ochtend middag avond uur practicum
  proef onderzoek opdracht wedstrijd spel speel kist koffer pakket materiaal video kaart boek blad brief bord plaat school
  klas groep basis vak keuze profiel techniek technologie talent toets examen plein terrein kamp clinic college lezing festival
  leer leerling leerkracht student stage beroep beroepen loopbaan ambacht werk vakman monteur ingenieur meester
  robot robotica arm hand automaat automatisering besturing regel sensor elektronica elektro chip print printer draad kabel
  schakel schakeling schakelaar kring circuit stroom spanning accu batterij motor machine werktuig machinebouw apparaat
  programmeer computer software hardware app web site game data netwerk cyber veiligheid beveiliging internet wifi code camera
  scherm beeld server informatie taal model algoritme chat
  drone vlieg vliegtuig vliegveld lucht luchtvaart ruimte ruimtevaart raket satelliet ster sterren planeet hangaar
  bouw huis huizen woning gebouw kamer brug tunnel weg wegen asfalt dijk dak gevel muur vloer deur raam beton cement steen hout
  timmer meubel schilder interieur tegel metsel plaats hal loods werf straat fundering steiger kraan
  metaal staal ijzer koper las laser snij frees draai smeed giet gieterij plaatwerk buig slijp gereedschap schroef bout moer
  energie zon zonne paneel wind molen wiek turbine waterstof warmte pomp gas olie kern brandstof
  installatie verwarming ketel isolatie leiding ventilatie koel koelte net laad paal klimaat bespaar
  water drink drinkwater afval riool zuivering sluis haven schip boot zee rivier bagger duik oever kanaal storm
  chemie scheikunde lab laboratorium proces plastic kunststof rubber verf lijm zeep coating nano stof zuur bellen parfum kleur
  zorg verpleeg hulp hulpmiddel ziekenhuis prothese scan scanner dna bio cel bloed medicijn apotheek ouderen gehoor oog tand
  voeding voedsel voer melk zuivel kaas brood bakkerij bakker chocolade fabriek friet aardappel groente fruit kas tuin tuinbouw
  plant zaad bloem bol boer boerderij landbouw akker akkerbouw koe vee stal trekker dier insect hommel
  logistiek magazijn vracht wagen container terminal trein spoor tram bus metro vervoer transport bagage pakket post
  auto fiets brommer scooter voertuig garage band wiel rem rijd rij verkeer licht
  ontwerp design product vorm mode textiel kleding stoffen naai film animatie geluid podium theater toneel decor show
  muziek instrument foto studio media
  afval recycling kringloop reparatie repareer repair cafe milieu bodem grond meet weer seizoen natuur
  natuurkunde wiskunde reken kracht beweging optica lens spiegel glas magneet trilling golf zwaarte
  brand brandweer vuur vlam rook blus alarm politie forensisch sporen escape room hack wacht woord
  ondernemer meisjes meiden vrouw vrouwen industrie maak productie lijn test museum centrum centrale park atelier werkplaats
  kwaliteit controle inspectie onderhoud storing vaardigheid wetenschap kennis innovatie uitvinder uitvinding ontdek proeverij
  lego blok bouwsteen papier karton knutsel knikker baan toren auto
`
  .trim()
  .split(/\s+/)

/** Are taken as one word, and may be a part of a longer one. */
const WHOLE_WORDS = `
  netwerk weerstand waterstof zuurstof kunststof brandstof grondstof lesstof handleiding opleiding handel ruimtelijk
  gereedschap wetenschap landschap boodschap leerling leerlingen luchtvaart ruimtevaart scheikunde natuurkunde wiskunde
  werktuig vliegtuig voertuig speeltuig machinebouw tuinbouw landbouw akkerbouw brandweer ziekenhuis hulpmiddel beroepen
  bouwsteen antwoord wachtwoord werkelijk werkelijkheid werknemer werkgever werking kamerlid bijzonder bijeenkomst weerkaatsing
  plantage regeling regelmatig regelmaat wegen wegrijden raamwerk postcode website leerkracht leerkrachten bijwerken steiger steigers testament stralen vormgeving grondig energiek
  koelkast kaartje lichaam lichten rijden baanbrekend dagelijks uurloon verkeerd werkvorm kleuren kleurrijk golven
`
  .trim()
  .split(/\s+/)

/** What a word looks like before another one, where a linking letter does not explain it. */
export const COMBINING = table<string>({
  zonne: 'zon',
  scheeps: 'schip',
  scheep: 'schip',
  sterren: 'ster',
  koeien: 'koe',
  kinder: 'kind',
  eier: 'ei',
  huizen: 'huis',
  wegen: 'weg',
  bedrijven: 'bedrijf',
  kleuter: 'kleuter',
  koelte: 'koel',
  meiden: 'meisje',
  meisjes: 'meisje',
  programmeer: 'programmeren',
  repareer: 'repareren',
  bespaar: 'besparen',
})

export const COMPOUND_PARTS: ReadonlySet<string> = new Set([
  ...PARTS,
  ...WHOLE_WORDS,
  ...Object.keys(COMBINING),
])
export const WHOLE: ReadonlySet<string> = new Set([...PARTS, ...WHOLE_WORDS])
