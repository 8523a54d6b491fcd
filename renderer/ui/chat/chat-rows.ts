/** What stands in the list: messages in their order, files where they were offered. */
import type { ChatMessageView, FileView } from '../../state/contract';

export type ChatRow = { kind: 'message'; message: ChatMessageView } | { kind: 'file'; file: FileView };

export function chatRows(messages: readonly ChatMessageView[], files: readonly FileView[]): ChatRow[] {
  const rows: ChatRow[] = messages.map((message) => ({ kind: 'message', message }));
  for (const file of files) {
    // Messages stand in an order for all, which is not that of their times: behind the last that is older.
    const before = rows.findLastIndex((row) =>
      row.kind === 'message' ? row.message.at <= file.at : row.file.at <= file.at,
    );
    rows.splice(before + 1, 0, { kind: 'file', file });
  }
  return rows;
}
