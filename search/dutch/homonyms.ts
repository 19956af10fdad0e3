/**
 * Names of places that are words as well. Found by holding the place names of the register against a Dutch and an English
 * spelling list; what hardly anybody types as a word (Delft, Leiden, Soest, Wierden) was taken out by hand.
 */
const listOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** So common that no preposition makes a place of them: "in een bedrijf" is not in Een. */
export const NEVER_A_PLACE = listOf('een hem heel anderen ene est ee ane')

/** Things that one can be in, at or around: behind "in" and "bij" they are places only with a capital. */
export const THINGS = listOf(`
  assen balk baars baard beek blokker boer bontebok broek buren buitenpost dalen dieren dijken dorst duiven duizel geesteren gieten
  grave haren heide helden herten hoek hoeven horn hoorn horst hout huizen hulst kampen klimmen leek linde linden loon marken meeuwen
  middelaar molenhoek monster mussel noorden noordhoek oranje overloon overslag persingen petten putte putten reek rekken rijen rijs
  ruinen schijf sloten sluis spier spijk spui stuifzand thorn tuil veen velden veulen vijlen vuren waal waarde waterland wateren
  wateringen watergang weert westhoek wetering wier wijngaarden winkel zegge zetten
`)

/** Words that are no things: behind a preposition they are places. */
const OTHERS = listOf(`
  achtmaal almen amen axel baak bant best beugen blije born braamt dalem doorn donderen dongen dreumel driewegen echt echten ede ell
  ens enter epen erica gasteren gauw gees gemonde glimmen goor graft groet gulpen haler halfweg hall handel hank hapert hee hekelingen
  hemmen holten houten hulsel huns ie kaag leende lent leunen leur lieren lies lijnden loenen made malden meppen mill neer nes nutter
  opende peest peins ried rien roden rolde roosteren smakt spankeren stein tegelen tonden tuk uitwijk voorst vries waarder warder warns
  wedde well winde wouw zoelen america moskou egypte
`)

/** @param name folded, words apart by one space. */
export function isOrdinaryWord(name: string): boolean {
  return THINGS.has(name) || OTHERS.has(name) || NEVER_A_PLACE.has(name)
}

/**
 * Ordinary words that are one or two letters from the name of a municipality, region or province: never taken for a typing
 * error of it. Found by holding a Dutch spelling list, its words and their commonest endings, against the names.
 */
export const NEAR_A_PLACE = listOf(`
  almaar hoogveen landmeter landsdeel landsheer meewassen sommeren westlander westwand wierde
  aalsteker achterbroek achterdek achterhoede achterhout achterpiek achtervoet akten alsmaar aster asters bedwingen beddingen beekdalen
  beloningen bemuringen bewoningen blader bladen boedel boeken boeker boeket boemel boezel bottel bremmen brommen decenter deuren
  dementeer dimmen doodvecht dribbelen driemalen drommels dronken drukten eindlozen eindnoten emmer emmers gedeelten glooi goeds goois
  gouds gordingen grondigen gunningen haaglandens haagwinden haarlinten haringen heersen heersde heldendood helhond hengel hengels
  heugen heulen heusten hoogovens hoogvenen kapelle kapellen kavels kerkpaden kerkvader laden lagen laken lakens lanen lapen larven laten
  laven lazen leden leder leerwaren leider leiders liste lossen losse lossers luiden moerassen molengangen nieuwkopers onderbroek
  onderwater overschot pekel pekels pulserend regent renen schaden schafen schaken schalen schamen schapen scharen schaten schaven schragen
  simpelheid smeren soberen somberen stomeren stommeren tabberden tegel tegels tellingen tepel terreuren tingelen titel titels tolen
  tweelingen tweet uitgehoest uitgeeft uitleest vaalt vaardigen valsen valse veldlopen verre verse versen verschoten vissingen vlieringen
  voorschepen voorschoen voorscholen voorschot voorschotten voorstoten wapeningen westflank westrand wetland wetlands wieden wieren wierpen
  wierven windeieren winchen wisselaar woeden woorden zander zeepolder zeewolven zeezand zeilt zwollen zwoele
`)
