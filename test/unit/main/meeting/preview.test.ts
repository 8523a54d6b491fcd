import { beforeAll, describe, expect, it } from 'vitest';
import { readLink } from '../../../../main/meeting/preview';
import { encodeHandAnswer } from '../../../../shared/by-hand/answer';
import { encodeHandInvitation } from '../../../../shared/by-hand/invitation';
import type { OneTimeSecret } from '../../../../shared/by-hand/text';
import { cryptoReady, randomBytes } from '../../../../shared/crypto/sodium';
import { VigilError } from '../../../../shared/errors';
import { noHints } from '../../../../shared/invite/hints';
import { encodeLink, type Invite, type MeetingSecret } from '../../../../shared/invite/link';
import { MAX_PASTED_LENGTH } from '../../../../shared/invite/pasted-length';
import { requests } from '../../../../shared/ipc';
import type { CompactDescription } from '../../../../shared/wire/description';

beforeAll(cryptoReady);

const NOW = 1_900_000_000;
const inviteOf = (expiry = NOW + 3600): Invite => ({
  open: false,
  expiry,
  secret: randomBytes(32) as MeetingSecret,
  hostKey: randomBytes(32),
  hints: noHints,
});
const once = new Uint8Array(16) as OneTimeSecret;
const description: CompactDescription = {
  ufrag: 'aB3+',
  pwd: 'abcdefghijklmnopqrstuv+/',
  fingerprint: new Uint8Array(32),
  setup: 'actpass',
  candidates: [
    {
      protocol: 'udp',
      type: 'host',
      address: '192.168.1.20',
      port: 40_000,
      priority: 2_122_260_223,
      foundation: '1',
    },
  ],
};
const invitationOf = (invite: Invite): string => encodeHandInvitation({ invite, once, description }) ?? '';
const answerTo = (invite: Invite): string => encodeHandAnswer({ invite, once }, description, once) ?? '';

function read(text: string): string {
  try {
    const { invite, handInvitation } = readLink(text, NOW);
    return `${handInvitation ? 'invitation' : 'link'} ${String(invite.secret[0])} ${String(invite.secret[31])}`;
  } catch (error) {
    if (error instanceof VigilError) return error.code;
    throw error;
  }
}
const as = (kind: 'link' | 'invitation', { secret }: Invite): string =>
  `${kind} ${String(secret[0])} ${String(secret[31])}`;

describe('what somebody pasted to join', () => {
  it('may be longer than a link by far: the contract takes it, and the link is found', () => {
    const invite = inviteOf();
    const text = `${'word '.repeat(20_000)}${encodeLink(invite)}${' word'.repeat(20_000)}`;
    expect(requests['meeting:open-link'].parse({ text })).toEqual({ text });
    expect(requests['meeting:hand-answered'].parse({ text })).toEqual({ text });
    expect(read(text)).toBe(as('link', invite));
    const tooLong = { text: 'x'.repeat(MAX_PASTED_LENGTH + 1) };
    expect(requests['meeting:open-link'].safeParse(tooLong).success).toBe(false);
  });

  it('is whatever of it can be used: an invitation by hand before a link, and neither hides the other', () => {
    const [one, other] = [inviteOf(), inviteOf()];
    const old = inviteOf(NOW - 1);
    expect(read(`${encodeLink(one)}\n${invitationOf(other)}`)).toBe(as('invitation', other));
    expect(read(`${invitationOf(old)}\n${encodeLink(one)}`)).toBe(as('link', one));
    expect(read(`${encodeLink(old)}\n${invitationOf(one)}`)).toBe(as('invitation', one));
    expect(read(`${answerTo(one)}\n${encodeLink(one)}`)).toBe(as('link', one));
    expect(read(`${invitationOf(one).slice(0, -9)}\n${encodeLink(one)}`)).toBe(as('link', one));
  });

  it('is refused with what is wrong with it', () => {
    expect(read('hello')).toBe('link-not-vigil');
    expect(read(answerTo(inviteOf()))).toBe('hand-answer-here');
    expect(read(invitationOf(inviteOf(NOW)))).toBe('link-expired');
    expect(read(invitationOf(inviteOf()).slice(0, -9))).toBe('link-cut-off');
    for (const late of [inviteOf(NOW + 32 * 86_400)])
      for (const text of [encodeLink(late), invitationOf(late)])
        expect(read(text)).toBe('link-ahead-of-clock');
  });

  it.each([
    [0, 'opens'],
    [-86_400 + 60, 'opens'],
    [-2 * 86_400, 'link-ahead-of-clock'],
    [-400 * 86_400, 'link-ahead-of-clock'],
    [31 * 86_400, 'link-expired'],
  ])('is a link of thirty days, with a clock that is %i s off: %s', (offset, outcome) => {
    const text = encodeLink(inviteOf(NOW + 30 * 86_400));
    const open = (): string => {
      readLink(text, NOW + offset);
      return 'opens';
    };
    if (outcome === 'opens') expect(open()).toBe(outcome);
    else expect(open).toThrow(expect.objectContaining({ code: outcome }) as Error);
  });
});
