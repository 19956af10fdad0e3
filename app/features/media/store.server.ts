/** Pictures and files of offers: the only writes to `offer_picture` and `offer_file`. Their content lies elsewhere. */
import { randomUUID } from 'node:crypto'
import type { FileScan as ScanColumn } from '~/generated/prisma/enums'
import { isUuid, type OfferId, type OrganisationId } from '~/kernel/ids'
import { invariant } from '~/kernel/invariant'
import type { Tx } from '~/platform/db/client.server'
import { FILE_LIMITS, type FileScan, type OfferFile } from './domain/offer-file'
import type { OfferPicture } from './domain/offer-picture'

export type MediaStore = ReturnType<typeof makeMediaStore>

export type TakenFile = OfferFile & {
  readonly offerId: OfferId
  readonly organisationId: OrganisationId
  /** Of a published offer, of an organisation that somebody looked at. */
  readonly isPublic: boolean
}

type FilePlace = { readonly offerId: OfferId; readonly position: number; readonly createdAt: Date }

export function makeMediaStore(tx: Tx) {
  const pictures = async (offerId: OfferId): Promise<readonly OfferPicture[]> => {
    const rows = await tx.offerPicture.findMany({
      where: { offerId },
      select: { id: true, alt: true, altEn: true, credit: true, sizes: true },
      orderBy: { position: 'asc' },
    })
    return rows.map(({ sizes, ...row }) => ({ ...row, sizes: sizes as unknown as OfferPicture['sizes'] }))
  }
  const files = async (offerId: OfferId): Promise<readonly OfferFile[]> => {
    const rows = await tx.offerFile.findMany({
      where: { offerId },
      select: { id: true, name: true, type: true, bytes: true, key: true, scan: true },
      orderBy: [{ createdAt: 'asc' }, { position: 'asc' }],
    })
    return rows.map(fileOf)
  }
  const savePictures = async (offerId: OfferId, list: readonly OfferPicture[]): Promise<void> => {
    await tx.offerPicture.deleteMany({ where: { offerId } })
    await tx.offerPicture.createMany({
      data: list.map(({ sizes, ...picture }, position) => ({
        ...picture,
        offerId,
        position,
        sizes: sizes.map((size) => ({ ...size })),
      })),
    })
  }
  const insertFiles = async (rows: readonly (OfferFile & FilePlace)[]): Promise<void> => {
    await tx.offerFile.createMany({
      data: rows.map(({ scan, ...file }) => ({ ...file, scan: SCAN_COLUMN[scan] })),
    })
  }
  return {
    /** In their order. */
    pictures,
    /** In the order in which they came. */
    files,
    /** Replaces all: they are few, and their order is part of what is saved. */
    savePictures,

    /** Takes a free one of the ten places; the caller has locked the offer and counted. */
    async addFile(offerId: OfferId, file: OfferFile, at: Date): Promise<void> {
      const rows = await tx.offerFile.findMany({ where: { offerId }, select: { position: true } })
      const taken = new Set(rows.map(({ position }) => position))
      const position = Array.from({ length: FILE_LIMITS.count }, (_, i) => i).find((i) => !taken.has(i))
      invariant(position !== undefined, 'a place for one more file')
      await insertFiles([{ ...file, offerId, position, createdAt: at }])
    },

    /** @returns false when the offer has none of that id. */
    async removeFile(offerId: OfferId, id: string): Promise<boolean> {
      if (!isUuid(id)) return false
      return (await tx.offerFile.deleteMany({ where: { id, offerId } })).count > 0
    },

    /** A copy of an offer shows the same; content is shared. */
    async copy(from: OfferId, to: OfferId, at: Date): Promise<void> {
      const anew = <T extends { readonly id: string }>(rows: readonly T[]) =>
        rows.map((row) => ({ ...row, id: randomUUID() }))
      await savePictures(to, anew(await pictures(from)))
      const copies = anew(await files(from))
      await insertFiles(copies.map((file, position) => ({ ...file, offerId: to, position, createdAt: at })))
    },

    /** @returns whether there is a file that is not known to be infected. */
    async hasFiles(offerId: OfferId): Promise<boolean> {
      return (await tx.offerFile.count({ where: { offerId, scan: { not: 'infected' } } })) > 0
    },

    /** @returns `null` when there is none of that id. */
    async file(id: string): Promise<TakenFile | null> {
      if (!isUuid(id)) return null
      const row = await tx.offerFile.findUnique({
        where: { id },
        select: {
          id: true,
          name: true,
          type: true,
          bytes: true,
          key: true,
          scan: true,
          offerId: true,
          offer: {
            select: {
              state: true,
              organisationId: true,
              organisation: { select: { verification: true } },
            },
          },
        },
      })
      if (!row) return null
      const { offer, offerId, ...file } = row
      return {
        ...fileOf(file),
        offerId: offerId as OfferId,
        organisationId: offer.organisationId as OrganisationId,
        isPublic: offer.state === 'published' && offer.organisation.verification === 'verified',
      }
    },

    /** @returns keys of content that was not scanned, the oldest first. */
    async toScan(atMost: number): Promise<readonly string[]> {
      const rows = await tx.offerFile.findMany({
        where: { scan: { in: ['waiting', 'not_scanned'] } },
        select: { key: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: atMost,
      })
      return [...new Set(rows.map(({ key }) => key))]
    },

    /** Of every file with this content. */
    async saveScan(key: string, scan: 'clean' | 'infected', at: Date): Promise<void> {
      await tx.offerFile.updateMany({ where: { key }, data: { scan, scannedAt: at } })
    },

    /** @returns those of the keys that a picture or a file names, of an offer, a project or a message. One statement. */
    async namedOf(keys: readonly string[]): Promise<ReadonlySet<string>> {
      const rows = await tx.$queryRaw<{ key: string }[]>`
        SELECT k AS key FROM unnest(${[...keys]}::text[]) AS k
        WHERE EXISTS (SELECT 1 FROM offer_file f WHERE f.key = k AND f.scan <> 'infected')
          OR EXISTS (SELECT 1 FROM project_file_version v WHERE v.key = k AND v.scan <> 'infected')
          OR EXISTS (SELECT 1 FROM conversation_file c WHERE c.key = k AND c.scan <> 'infected')
          OR EXISTS (SELECT 1 FROM offer_picture p WHERE p.sizes @> jsonb_build_array(jsonb_build_object('key', k)))`
      return new Set(rows.map(({ key }) => key))
    },
  }
}

const SCAN_COLUMN = {
  waiting: 'waiting',
  clean: 'clean',
  infected: 'infected',
  'not-scanned': 'not_scanned',
} as const satisfies Record<FileScan, ScanColumn>

function fileOf({ scan, ...file }: Omit<OfferFile, 'scan'> & { readonly scan: ScanColumn }): OfferFile {
  return { ...file, scan: scan === 'not_scanned' ? 'not-scanned' : scan }
}
