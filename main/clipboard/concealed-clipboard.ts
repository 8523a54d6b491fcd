/** Copies text so that clipboard histories and clouds leave it alone, where the system knows a mark for that. */
import { clipboard, ClipboardItem } from 'electron';

/** What programs on each system look for, and what they expect there. */
const marks: Partial<Record<NodeJS.Platform, Record<string, string>>> = {
  darwin: { 'org.nspasteboard.ConcealedType': '' },
  linux: { 'x-kde-passwordManagerHint': 'secret' },
  win32: {
    ExcludeClipboardContentFromMonitorProcessing: '\0',
    CanIncludeInClipboardHistory: '\0\0\0\0',
    CanUploadToCloudClipboard: '\0\0\0\0',
  },
};

/** The text by MIME type, with the marks of this system. */
export function concealed(text: string, platform: NodeJS.Platform): Record<string, string> {
  const marked = Object.entries(marks[platform] ?? {}).map(([format, value]) => [
    `electron application/osclipboard;format="${format}"`,
    value,
  ]);
  return { 'text/plain': text, ...(Object.fromEntries(marked) as Record<string, string>) };
}

export async function copyConcealed(text: string): Promise<void> {
  await clipboard.write([new ClipboardItem(concealed(text, process.platform))]);
}
