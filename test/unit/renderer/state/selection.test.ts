import { expect, it, vi } from 'vitest';
import { initialSnapshot } from '../../../../renderer/state/initial-snapshot';
import { selection } from '../../../../renderer/state/selection';
import type { Snapshot } from '../../../../renderer/state/snapshot';
import { Store } from '../../../../renderer/state/store';

/** As React does: asks at each news, and draws when the value is another one. */
function drawn<T>(store: Store, select: (snapshot: Snapshot) => T): T[] {
  const read = selection(store.get, select);
  const values = [read()];
  store.subscribe(() => {
    const value = read();
    if (!Object.is(value, values.at(-1))) values.push(value);
  });
  return values;
}

it('draws a component anew when what it shows changes, and not when anything else does', () => {
  const store = new Store(initialSnapshot);
  const notices = drawn(store, ({ notice }) => notice.kind);
  store.set({ report: 'text' });
  store.set({ notice: { kind: 'done', what: 'saved' } });
  store.set({ linkError: 'link-altered' });
  expect(notices).toEqual(['none', 'done']);
});

it('holds several things together by each of them, in whatever object they come', () => {
  const store = new Store(initialSnapshot);
  const both = drawn(store, ({ report, notice }) => ({ report, kind: notice.kind }));
  store.set({ linkError: 'link-altered' });
  store.set({ notice: { kind: 'none' } });
  expect(both).toHaveLength(1);
  store.set({ report: 'text' });
  store.set({ notice: { kind: 'error', code: 'internal' } });
  expect(both.slice(1)).toEqual([
    { report: 'text', kind: 'none' },
    { report: 'text', kind: 'error' },
  ]);
});

it('takes an object of which a part came or went as another one', () => {
  const store = new Store(initialSnapshot);
  const parts = drawn(store, ({ report }) =>
    report === null ? { other: undefined } : { report: undefined },
  );
  store.set({ report: 'text' });
  expect(parts).toEqual([{ other: undefined }, { report: undefined }]);
  expect(parts).toHaveLength(2);
});

it('takes maps, sets and lists for what they are: another one is drawn', () => {
  const store = new Store(initialSnapshot);
  const paths = drawn(store, (snapshot) => snapshot.paths);
  store.set({ paths: new Map() });
  expect(paths).toHaveLength(2);
});

it('draws at each news by itself, so that what has ended never comes back on the screen', () => {
  const store = new Store(initialSnapshot);
  const reports = drawn(store, ({ report }) => report);
  store.set({ report: 'one' });
  store.set({ report: 'two' });
  store.set({ report: null });
  expect(reports).toEqual([null, 'one', 'two', null]);
});

it('looks once at each snapshot', () => {
  const select = vi.fn((snapshot: Snapshot) => ({ notice: snapshot.notice }));
  const read = selection(() => initialSnapshot, select);
  expect(read()).toBe(read());
  expect(select).toHaveBeenCalledTimes(1);
});
