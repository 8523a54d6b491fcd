import { describe, expect, it } from 'vitest';
import { onlyNews } from '../../../../main/ipc/only-news';

describe('views for the window', () => {
  it('are told when they say something else, also by the very same object', () => {
    const told: unknown[] = [];
    const tell = onlyNews((view: { peers: string[] }) => told.push(structuredClone(view)));
    const view = { peers: ['a'] };
    tell(view);
    tell({ peers: ['a'] });
    view.peers.push('b');
    tell(view);
    tell(view);
    tell({ peers: ['a'] });
    expect(told).toEqual([{ peers: ['a'] }, { peers: ['a', 'b'] }, { peers: ['a'] }]);
  });
});
