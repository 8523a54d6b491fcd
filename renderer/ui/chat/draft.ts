/** What somebody is about to write: kept while the chat is closed or paused. */
import type { ChatPersonView } from '../../state/contract';

export interface Draft {
  text: string;
  /** Null: to all. */
  to: ChatPersonView | null;
}

export const emptyDraft: Draft = { text: '', to: null };
