/** The stores of conversations in one transaction. */
import type { NewId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { makeMessageStore } from './message-store.server'
import { makeReportStore } from './report-store.server'
import { makeConversationStore } from './store.server'

export const conversationStores = (tx: Tx, newId: NewId) => ({
  conversations: makeConversationStore(tx, newId),
  messages: makeMessageStore(tx, newId),
  reports: makeReportStore(tx),
})
