/** Messages, their files, and what became of their mails. */
import type { BranchId, NewId, OrganisationId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import type { Side } from './domain/conversation'
import type { MessageFile, RefusedFile } from './domain/message-file'

export type MessageStore = ReturnType<typeof makeMessageStore>

export type NewMessage = {
  readonly id: string
  readonly conversationId: string
  readonly side: Side
  readonly authorId: string
  readonly way: 'web' | 'mail'
  readonly text: string
  readonly files: readonly Omit<MessageFile, 'id'>[]
  readonly refusedFiles: readonly RefusedFile[]
  /** Message-ID of the mail that it came in by. */
  readonly mailId: string | null
}

/** A file before somebody who may take it. */
export type KeptMessageFile = MessageFile & {
  readonly branchId: BranchId
  readonly organisationId: OrganisationId
}

const SCAN = {
  waiting: 'waiting',
  clean: 'clean',
  infected: 'infected',
  'not-scanned': 'not_scanned',
} as const

export function makeMessageStore(tx: Tx, newId: NewId) {
  /** A mail that waited for the end of quiet hours went out from elsewhere: only the log of mails knows of it. */
  async function keepNamed(
    { conversationId, userId }: { readonly conversationId: string; readonly userId: string },
    mailIds: readonly string[],
    at: Date,
  ): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO conversation_delivery (message_id, user_id, mail_id, state, at)
      SELECT m.id, ${userId}::uuid, '<' || l.message_id || '>', 'sent'::delivery_state, ${at}::timestamptz
      FROM conversation_message m JOIN mail_log l ON l.reason = 'message ' || m.id || ' ' || ${userId}
      WHERE m.conversation_id = ${conversationId}::uuid AND '<' || l.message_id || '>' = ANY(${[...mailIds]}::text[])
      ON CONFLICT DO NOTHING`
  }

  return {
    async exists(id: string): Promise<boolean> {
      return (await tx.conversationMessage.count({ where: { id } })) > 0
    },

    async add({ files, refusedFiles, ...message }: NewMessage, at: Date): Promise<void> {
      await tx.conversationMessage.create({
        data: { ...message, refusedFiles: refusedFiles.map((file) => ({ ...file })), createdAt: at },
      })
      await tx.conversationFile.createMany({
        data: files.map(({ scan, ...file }, position) => ({
          ...file,
          id: newId(),
          messageId: message.id,
          position,
          scan: SCAN[scan],
          createdAt: at,
        })),
      })
    },

    /** @returns `null` when there is none of that id. */
    async file(id: string): Promise<KeptMessageFile | null> {
      const row = await tx.conversationFile.findUnique({
        where: { id },
        select: {
          ...{ id: true, name: true, type: true, bytes: true, key: true, scan: true },
          message: { select: { conversation: { select: { branchId: true, organisationId: true } } } },
        },
      })
      if (!row) return null
      const { message, scan, ...file } = row
      const { branchId, organisationId } = message.conversation
      return {
        ...file,
        branchId: branchId as BranchId,
        organisationId: organisationId as OrganisationId,
        scan: scan === 'not_scanned' ? 'not-scanned' : scan,
      }
    },

    /** @returns keys of content that was not scanned, the oldest first. */
    async toScan(atMost: number): Promise<readonly string[]> {
      const rows = await tx.conversationFile.findMany({
        where: { scan: { in: ['waiting', 'not_scanned'] } },
        select: { key: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: atMost,
      })
      return [...new Set(rows.map(({ key }) => key))]
    },

    /** Of every file with this content. */
    async saveScan(key: string, scan: 'clean' | 'infected', at: Date): Promise<void> {
      await tx.conversationFile.updateMany({ where: { key }, data: { scan, scannedAt: at } })
    },

    /** What became of the mail of a message to one reader: the last word counts. */
    async saveDelivery(
      messageId: string,
      userId: string,
      mail: { readonly mailId: string; readonly state: 'sent' | 'failed' },
      at: Date,
    ): Promise<void> {
      await tx.conversationDelivery.upsert({
        where: { messageId_userId: { messageId, userId } },
        create: { messageId, userId, ...mail, at },
        update: { ...mail, at },
      })
    },

    /**
     * A mail to this reader came back: the one that is named, else the last one of the conversation.
     * @param mailIds that the report about it names, in any order.
     * @returns its Message-ID; `null` when there was none.
     */
    async failDelivery(
      { conversationId, userId }: { readonly conversationId: string; readonly userId: string },
      mailIds: readonly string[],
      at: Date,
    ): Promise<string | null> {
      await keepNamed({ conversationId, userId }, mailIds, at)
      const of = { userId, message: { conversationId } }
      const row =
        (await tx.conversationDelivery.findFirst({ where: { ...of, mailId: { in: [...mailIds] } } })) ??
        (await tx.conversationDelivery.findFirst({ where: of, orderBy: { at: 'desc' } }))
      if (!row) return null
      const { messageId } = row
      await tx.conversationDelivery.update({
        where: { messageId_userId: { messageId, userId } },
        data: { state: 'failed', at },
      })
      return row.mailId
    },
  }
}
