/** Who may ask for a capture: the top frame of the own page, in the own window, and no other. */
import { expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ session: {}, app: {}, protocol: {}, net: {} }));
const { isOwnFrame } = await import('../../../../main/sharing/capture-requests');

type BrowserWindow = NonNullable<Parameters<typeof isOwnFrame>[0]>;
type WebFrameMain = NonNullable<Parameters<typeof isOwnFrame>[1]>;

const top = { parent: null, url: 'app://vigil/index.html', routingId: 3, processId: 7 };
const windowThat = (isDestroyed: boolean): BrowserWindow =>
  ({ isDestroyed: () => isDestroyed, webContents: { mainFrame: top } }) as unknown as BrowserWindow;
const window = windowThat(false);
const isOwn = (change: object): boolean =>
  isOwnFrame(window, { ...top, ...change } as unknown as WebFrameMain);

it('the own page may ask', () => {
  expect(isOwn({})).toBe(true);
});

it.each([
  { parent: top },
  { url: 'https://vigil.example/' },
  { url: 'app://vigil.example/' },
  { routingId: 4 },
  { processId: 8 },
])('a frame with %j may not', (change) => {
  expect(isOwn(change)).toBe(false);
});

it('nobody may ask without a frame, without a window, or in one that is gone', () => {
  expect(isOwnFrame(window, null)).toBe(false);
  expect(isOwnFrame(null, top as unknown as WebFrameMain)).toBe(false);
  expect(isOwnFrame(windowThat(true), top as unknown as WebFrameMain)).toBe(false);
});
