import { expect, it } from 'vitest';
import { readLink } from '../../../../main/meeting/preview';
import { ed25519FromSeed, randomBytes } from '../../../../shared/crypto/sodium';
import { encodeLink, type MeetingSecret } from '../../../../shared/invite/link';

const DAY = 86_400;
const NOW = 1_900_000_000;

const link = encodeLink({
  open: false,
  expiry: NOW + 30 * DAY,
  secret: randomBytes(32) as MeetingSecret,
  hostKey: ed25519FromSeed(randomBytes(32)).publicKey,
  hints: { title: '', relays: [], turn: [] },
});

it.each([
  [0, 'opens'],
  [-DAY + 60, 'opens'],
  [-2 * DAY, 'link-ahead-of-clock'],
  [-400 * DAY, 'link-ahead-of-clock'],
  [31 * DAY, 'link-expired'],
])('a link of thirty days, with a clock that is %i s off: %s', (offset, outcome) => {
  const read = (): string => {
    readLink(link, NOW + offset);
    return 'opens';
  };
  if (outcome === 'opens') expect(read()).toBe(outcome);
  else expect(read).toThrow(expect.objectContaining({ code: outcome }) as Error);
});
