/** Farther than this nobody calls nearby, whatever the radius of an offer, km. */
export const NEARBY_KM = 40
/** How many requests nearby a page shows. */
export const NEARBY_SHOWN_MAX = 5
