/** Servers of volunteers, tested, being added, and with another certificate. */
import type { Snapshot } from '../../../renderer/state/snapshot';
import { app } from './fixtures';

const id = '9f3c71b044de1a02c8e560b72d19f3a4';
const tested = {
  ...{ id, host: '203.0.113.7', parts: ['server', 'relay', 'udp', 'tcp', 'tls'] as const },
  ...{ use: true, lend: false, refused: false },
};

export const volunteerStates: Record<string, Partial<Snapshot>> = {
  'volunteer-add': { app: { ...app, volunteers: [] }, screen: { name: 'connection' } },
  'volunteer-tested': {
    app: { ...app, volunteers: [tested] },
    screen: { name: 'connection' },
    volunteerTests: new Map([
      [
        id,
        {
          server: { result: 'works', milliseconds: 38 },
          relay: { result: 'works', milliseconds: 52 },
          udp: { result: 'works', milliseconds: 41 },
          tcp: { result: 'no-answer' },
          tls: { result: 'works', milliseconds: 310 },
        },
      ],
    ]),
  },
  'volunteer-refused': {
    app: { ...app, volunteers: [{ ...tested, refused: true }] },
    screen: { name: 'connection' },
    volunteerTests: new Map([
      [
        id,
        {
          server: { result: 'other-certificate' },
          relay: { result: 'not-used' },
          udp: { result: 'not-used' },
          tcp: { result: 'not-used' },
          tls: { result: 'not-used' },
        },
      ],
    ]),
  },
};
