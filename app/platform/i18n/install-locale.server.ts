/** Tells the message functions of this copy of the program which language the present request has. */

import { overwriteGetLocale } from '~/paraglide/runtime'
import { requestContext } from '~/platform/http/request-context.server'
import { DEFAULT_LOCALE, type Locale } from './choose-locale'

/** @returns the language of the present request; Dutch outside one. */
function currentLocale(): Locale {
  return requestContext()?.locale ?? DEFAULT_LOCALE
}

/** To be called once by each server entry, before the first message. */
export function installLocale(): void {
  overwriteGetLocale(currentLocale)
}
