/** Every page of the program as a visitor meets it: what the sweep opens, in both languages and at phone width. */
import type { DemoAccount } from './journey'

export type SweptPage = {
  /** Name of the folder in app/routes. */
  readonly route: string
  /** `{offer}`, `{organisation}` and `{school}` stand for the first of the demo content. */
  readonly path: string
  readonly as?: DemoAccount
  /** 200 unless told. */
  readonly status?: number
}

export const PAGES: readonly SweptPage[] = [
  { route: '_index', path: '/' },
  { route: 'offers._index', path: '/offers' },
  { route: 'offers._index', path: '/offers?q=robot&place=Almelo&radius=25' },
  { route: 'offers._index', path: '/offers?q=onvindbaarwoord' },
  { route: 'offers.$slug', path: '/offers/{offer}' },
  { route: 'offers.$slug', path: '/offers/bestaat-niet-00000000', status: 404 },
  { route: 'organisations.$slug', path: '/organisations/{organisation}' },
  { route: 'schools._index', path: '/schools' },
  { route: 'schools._index', path: '/schools?q=almelo' },
  { route: 'schools.$id', path: '/schools/{school}' },
  { route: 'regions', path: '/regions' },
  { route: 'about', path: '/about' },
  { route: 'accessibility', path: '/accessibility' },
  { route: 'privacy', path: '/privacy' },
  { route: 'help', path: '/help' },
  { route: 'sign-in', path: '/sign-in' },
  { route: 'sign-up', path: '/sign-up' },
  { route: 'forgot-password', path: '/forgot-password' },
  { route: 'reset-password', path: '/reset-password?token=unknown' },
  { route: 'verify-email', path: '/verify-email?token=unknown' },
  { route: 'account', path: '/account', as: 'school' },
  { route: 'account.school', path: '/account/school', as: 'school' },
  { route: 'my.organisation', path: '/my/organisation', as: 'bedrijf' },
  { route: 'my.organisation_.new', path: '/my/organisation/new', as: 'school' },
  { route: 'my.organisation_.offers.new', path: '/my/organisation/offers/new', as: 'bedrijf' },
]
