/** Every address of the program, in one place. */
export const paths = {
  home: () => '/',
  finder: (query: Readonly<Record<string, string>> = {}) => withQuery('/offers', query),
  offer: (slug: string) => `/offers/${slug}`,
  organisation: (slug: string) => `/organisations/${slug}`,
  signIn: (to?: string) => withQuery('/sign-in', to ? { to } : {}),
  signUp: () => '/sign-up',
  signOut: () => '/sign-out',
  verifyEmail: () => '/verify-email',
  forgotPassword: () => '/forgot-password',
  resetPassword: () => '/reset-password',
  account: () => '/account',
  accountSchool: () => '/account/school',
  myOrganisation: () => '/my/organisation',
  newOrganisation: () => '/my/organisation/new',
  editOrganisation: () => '/my/organisation/edit',
  newOffer: () => '/my/organisation/offers/new',
  editOffer: (id: string) => `/my/organisation/offers/${id}/edit`,
  schools: () => '/schools',
  school: (id: string) => `/schools/${id}`,
  regions: () => '/regions',
  organisationBoard: () => '/board/organisations',
  about: () => '/about',
  help: () => '/help',
  accessibility: () => '/accessibility',
  privacy: () => '/privacy',
  language: () => '/language',
  theme: () => '/theme',
  devComponents: () => '/dev/components',
} as const

function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString()
  return search === '' ? path : `${path}?${search}`
}
