/** Open licences under which a result may be published. Their names are the same in every language. */
export const LICENCES = ['cc-by-4.0', 'cc-by-sa-4.0', 'cc-by-nc-sa-4.0', 'cc0-1.0'] as const
export type Licence = (typeof LICENCES)[number]

export const LICENCE_NAME: Readonly<Record<Licence, string>> = {
  'cc-by-4.0': 'CC BY 4.0',
  'cc-by-sa-4.0': 'CC BY-SA 4.0',
  'cc-by-nc-sa-4.0': 'CC BY-NC-SA 4.0',
  'cc0-1.0': 'CC0 1.0',
}

/** Who made something together, companies first, and under which licence others may use it. */
export type MadeTogether = { readonly names: readonly string[]; readonly licence: Licence }
