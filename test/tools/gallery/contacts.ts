/** People whom the one in the gallery has met. */
import type { ContactView } from '../../../renderer/state/contract';
import { DAY, now } from './clock';

const contact = (id: string, name: string, days: number, change: Partial<ContactView> = {}): ContactView => ({
  id: id.repeat(32),
  name,
  calledThemselves: name,
  verified: null,
  lastMetAt: now - days * DAY,
  isExpected: false,
  fingerprint: `${id.repeat(4)} 71b0 44de 1a02 c8e5 60b7 2d19 f3a4`,
  ...change,
});

export const contacts: ContactView[] = [
  contact('1', 'Mei Lin', 1, { verified: { by: 'code', at: now - 200 * DAY } }),
  contact('2', 'Elena from the choir', 3, {
    calledThemselves: 'Elena',
    verified: { by: 'emoji', at: now - 90 * DAY },
  }),
  contact('3', 'Tomás', 0),
  contact('4', 'Yusuf', 40, { verified: { by: 'group', at: now - 40 * DAY } }),
];
