/** Words that say nothing of what is looked for. A question of such words only is asked as it is. */
const WORDS = `
  aan al alle als bij dan dat de deze die dit doen door dus een eens en er ook of om op over in is het hun hoe ik je jij jou
  jullie jouw kan kun kunnen ga gaan gaat gaf geen haar had hebben heeft hem heen hij hier iets iemand kom komen komt maar me
  meer men met mij mijn moet moeten na naar niet niets nog nu omdat onder ons onze onszelf ook te tegen toch toen tot u uit
  uw van veel tm voor waar waarom wanneer waren was wat we wel welk welke werd wie wij wil willen word worden wordt wordt zal ze
  zich zij zijn zo zonder zou zelf eigen mee daar dus dingen ding zoek zoeken gezocht graag leuk leuke mooie goede beste leren
  a an and are at by for from in is my of on or our the their them to we what where with you your
`
  .trim()
  .split(/\s+/)

const STOP: ReadonlySet<string> = new Set(WORDS)

/** @param word folded. */
export function isStopWord(word: string): boolean {
  return STOP.has(word)
}
