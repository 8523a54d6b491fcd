import { describe, expect, it } from 'vitest';
import type { KnockView, PeerView } from '../../../../../renderer/state/contract';
import {
  allWaiting,
  followed,
  groupsOf,
  mayLetInAll,
  noRows,
  placesOf,
  stillWaiting,
  withoutFinished,
  type Decisions,
  type KnockRows,
} from '../../../../../renderer/ui/people/knock-rows';

const knock = (knockId: string, change: Partial<KnockView> = {}): KnockView => ({
  ...{ knockId, name: knockId, since: 0, byLink: null, trust: 'new', contactName: null },
  ...change,
});
const peer = (peerId: string, link: PeerView['link'] = 'open') => ({ peerId, link });
const none: Decisions = new Map();
const shown = ({ rows }: KnockRows): string[] =>
  rows.map(({ knock: { knockId }, outcome }) => `${knockId} ${outcome}`);

const [ann, bo, cy] = [knock('ann'), knock('bo'), knock('cy')];

it('whoever is decided about keeps the place, and what became of each is said', () => {
  const three = followed(noRows, [ann, bo, cy], [], none);
  const one = followed(three, [bo, cy], [peer('ann', 'opening')], new Map([['ann', 'admit']]));
  expect(shown(one)).toEqual(['ann let-in', 'bo waiting', 'cy waiting']);
  const two = followed(one, [cy], [peer('ann')], new Map([['bo', 'deny']]));
  expect(shown(two)).toEqual(['ann joined', 'bo declined', 'cy waiting']);
  const all = followed(two, [], [], none);
  expect(shown(all)).toEqual(['ann joined', 'bo declined', 'cy gone']);
  expect([three, one, two, all].map(placesOf)).toEqual(Array(4).fill(placesOf(three)));
});

it('a decision is shown at once, and can be made again if nothing came of it', () => {
  const before = followed(noRows, [ann], [], none);
  const decided = followed(before, [ann], [], new Map([['ann', 'admit']]));
  expect(shown(decided)).toEqual(['ann let-in']);
  expect(shown(followed(decided, [ann], [], none))).toEqual(['ann waiting']);
});

it('somebody whom another host let in has joined', () => {
  const before = followed(noRows, [ann], [], none);
  const gone = followed(before, [], [], none);
  expect(shown(gone)).toEqual(['ann gone']);
  expect(shown(followed(gone, [], [peer('ann')], none))).toEqual(['ann joined']);
});

it('newcomers stand behind, the longest wait first, and move nobody of their group', () => {
  const before = followed(noRows, [cy], [], none);
  const after = followed(before, [knock('bo', { since: 20 }), knock('ann', { since: 10 }), cy], [], none);
  expect(shown(after)).toEqual(['cy waiting', 'ann waiting', 'bo waiting']);
});

it('any other order, form or button counts as a move', () => {
  const verified = { trust: 'verified' } as const;
  const one = followed(noRows, [knock('ann', verified)], [], none);
  const both = followed(one, [knock('ann', verified), knock('bo', verified)], [], none);
  const compact = followed(both, [knock('ann', verified), knock('bo', verified), cy], [], none);
  const places = [noRows, one, both, compact, withoutFinished(followed(compact, [cy], [], none))];
  expect(new Set(places.map(placesOf)).size).toBe(places.length);
});

it('many are one line each, until nobody is left', () => {
  expect(followed(noRows, [ann, bo], [], none).isCompact).toBe(false);
  const many = followed(noRows, [ann, bo, cy], [], none);
  expect(many.isCompact).toBe(true);
  const one = withoutFinished(followed(many, [cy], [], none));
  expect(shown(one)).toEqual(['cy waiting']);
  expect(one.isCompact).toBe(true);
  expect(withoutFinished(followed(one, [], [], none))).toBe(noRows);
});

it('only the verified can be let in together, and only where there are two', () => {
  const rows = (...knocks: KnockView[]) => followed(noRows, knocks, [], none).rows;
  const verified = (id: string) => knock(id, { trust: 'verified' });
  expect(mayLetInAll(rows(verified('ann'), bo, cy))).toBe(false);
  const many = rows(
    verified('ann'),
    bo,
    knock('cy', { trust: 'met' }),
    knock('di', { trust: 'changed' }),
    verified('ed'),
  );
  expect(mayLetInAll(many)).toBe(true);
  expect(groupsOf(many).map((group) => group.map(({ knock: { knockId } }) => knockId))).toEqual([
    ['ann', 'ed'],
    ['bo', 'cy', 'di'],
  ]);
});

it('nothing new is the same object', () => {
  const before = followed(noRows, [ann, bo], [], none);
  expect(followed(before, [ann, bo], [], none)).toBe(before);
});

describe('letting in all who wait', () => {
  const known = knock('di', { trust: 'changed', contactName: 'di' });
  const ids = (knocks: readonly KnockView[]): string[] => knocks.map(({ knockId }) => knockId);

  it('is for those who wait, but for nobody with the name of a contact and another key', () => {
    const rows = followed(noRows, [ann, bo, known], [], new Map([['bo', 'deny']]));
    expect(ids(allWaiting(rows.rows))).toEqual(['ann']);
  });

  it('is for those who were asked about, and not for who comes meanwhile', () => {
    const before = followed(noRows, [ann, bo], [], none);
    const asked = allWaiting(before.rows);
    const after = followed(before, [bo, cy], [], none);
    expect(stillWaiting(asked, after.rows)).toEqual(['bo']);
  });

  it('is not for whom turns out meanwhile to have a key that a contact does not have', () => {
    const before = followed(noRows, [ann, bo], [], none);
    const asked = allWaiting(before.rows);
    const after = followed(before, [{ ...ann, trust: 'changed' }, bo], [], none);
    expect(stillWaiting(asked, after.rows)).toEqual(['bo']);
  });
  it('is not for whom knocks again meanwhile as somebody else than was read', () => {
    const verified = { ...cy, trust: 'verified', contactName: 'Cy' } as const;
    const asked = allWaiting(followed(noRows, [ann, bo, verified], [], none).rows);
    for (const other of [{ ...ann, name: 'Alice' }, { ...ann, trust: 'met' } as const])
      expect(stillWaiting(asked, followed(noRows, [other, bo, verified], [], none).rows)).toEqual([
        'bo',
        'cy',
      ]);
    const called = { ...verified, contactName: 'Cynthia' };
    expect(stillWaiting(asked, followed(noRows, [ann, bo, called], [], none).rows)).toEqual(['ann', 'bo']);
  });
});
