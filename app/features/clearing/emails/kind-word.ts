import type { OfferKind } from '~/kernel/education'
import * as m from '~/paraglide/messages'

export const kindWord: Record<OfferKind, () => string> = {
  'guest-lesson': m.finder_kind_guest_lesson,
  excursion: m.finder_kind_excursion,
  'lesson-material': m.finder_kind_lesson_material,
  'co-development': m.finder_kind_co_development,
  event: m.finder_kind_event,
}
