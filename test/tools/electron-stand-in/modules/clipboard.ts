/** `clipboard`, the app's own: it does not reach the desktop's. */
import type Electron from 'electron';

type Payload = ConstructorParameters<typeof Electron.ClipboardItem>[0];

/** Of what an item may hold, text. */
export class ClipboardItem {
  constructor(private readonly items: Payload) {}

  get types(): string[] {
    return Object.keys(this.items);
  }

  getType(type: string): Promise<Blob> {
    const value = this.items[type];
    if (typeof value !== 'string') return Promise.reject(new Error(`There is no text of type ${type}`));
    return Promise.resolve(new Blob([value], { type }));
  }
}

let held = new ClipboardItem({});
const textOf = (item: ClipboardItem): Promise<string> =>
  item.getType('text/plain').then(
    (blob) => blob.text(),
    () => '',
  );

export const clipboard = {
  readText: () => textOf(held),
  writeText: (text: string): Promise<void> => {
    held = new ClipboardItem({ 'text/plain': text });
    return Promise.resolve();
  },
  read: (): Promise<ClipboardItem[]> => Promise.resolve([held]),
  write: ([item = new ClipboardItem({})]: ClipboardItem[]): Promise<void> => {
    held = item;
    return Promise.resolve();
  },
  clear: (): void => {
    held = new ClipboardItem({});
  },
  has: (mimetype: string): Promise<boolean> => Promise.resolve(held.types.includes(mimetype)),
};
