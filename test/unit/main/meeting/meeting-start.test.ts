import { expect, it } from 'vitest';
import { meetingStartOf } from '../../../../main/meeting/meeting-start';
import { createInvitation } from '../../../../main/meeting/invitation';
import { generateIdentitySeed } from '../../../../shared/identity/identity';
import { randomBytes } from '../../../../shared/crypto/sodium';

it.each([true, false])('a guest keeps nothing exactly with a one-time identity: %s', (throwaway) => {
  const choice = { title: '', relays: [], turn: [], open: false };
  const { invite } = createInvitation(choice, Date.now() / 1000);
  const usual = generateIdentitySeed(randomBytes);
  const start = meetingStartOf(
    { role: 'guest', invite, handInvitation: null },
    { name: 'Bob', microphone: false, camera: false, throwaway },
    {
      identitySeed: () => usual,
      stun: [],
      settings: () => ({ turn: [], hideAddress: false, directAfterVerified: false }),
      allowedIce: (ice) => ice,
      relaysForLink: () => [],
      ownMeetings: {
        begin: () => {
          throw new Error('made a meeting');
        },
        runs: () => undefined,
        follow: () => undefined,
      },
    },
  );
  expect(start.role).toEqual({ role: 'guest', keepsNothing: throwaway });
});
