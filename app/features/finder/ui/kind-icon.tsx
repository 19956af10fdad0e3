import DraftingCompass from 'lucide-react/icons/drafting-compass'
import Factory from 'lucide-react/icons/factory'
import Flag from 'lucide-react/icons/flag'
import PackageOpen from 'lucide-react/icons/package-open'
import Presentation from 'lucide-react/icons/presentation'
import type { LucideIcon } from 'lucide-react/types'
import type { OfferKind } from '~/kernel/education'

const ICONS: Record<OfferKind, LucideIcon> = {
  'guest-lesson': Presentation,
  excursion: Factory,
  'lesson-material': PackageOpen,
  'co-development': DraftingCompass,
  event: Flag,
}

/** Goes with the word, never instead of it. */
export function KindIcon({ kind, size = 17 }: { readonly kind: OfferKind; readonly size?: number }) {
  const Icon = ICONS[kind]
  return <Icon aria-hidden size={size} strokeWidth={1.75} className="shrink-0 text-act" />
}
