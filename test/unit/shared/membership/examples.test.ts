/** Fixed bytes for docs/protocol.md, from the inputs of its worked example: the code cannot drift from the page. */
import { beforeAll, describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../../shared/bytes';
import { cryptoReady, ed25519FromSeed } from '../../../../shared/crypto/sodium';
import { groupCode } from '../../../../shared/roster/group-code';
import { nameHashOf, rosterHash } from '../../../../shared/roster/roster';
import { NO_HASH, signStatement } from '../../../../shared/membership/statement';
import { StatementSet } from '../../../../shared/membership/statement-set';

beforeAll(cryptoReady);

const meetingId = fromHex('b170bd93e916ddc054d21ffce1df8fd02151b934fde81e3dab2896a81bcc2dac');
const HOST_SEED = '202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f';
const people = {
  alice: {
    identity: 'bde675014625ab5ef98e6c244e1ac17f9219277c277b17ed1cd85a5ec23e944e',
    peerId: '1b0eeef28ff41549bdb9674945d000e8',
    seed: '4242424242424242424242424242424242424242424242424242424242424242',
    name: 'Alice',
  },
  bob: {
    identity: '51d9edcc44cc7d25375b9ca6ca7835547eab296f9d185b704f764b284eaf0e25',
    peerId: '6a894695636956e6779f1eef5ae61ee5',
    seed: 'c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0',
    name: 'Bob',
  },
};

describe('the example of docs/protocol.md', () => {
  it('has these statements, this roster hash and this group code', () => {
    const host = ed25519FromSeed(fromHex(HOST_SEED));
    const admitted = ({ identity, seed }: (typeof people)['alice']) =>
      ({
        kind: 'admit',
        identity: fromHex(identity),
        perMeetingKey: ed25519FromSeed(fromHex(seed)).publicKey,
        lifts: [],
      }) as const;
    const first = signStatement(host, meetingId, { number: 0, previous: NO_HASH }, admitted(people.alice));
    const second = signStatement(host, meetingId, { number: 1, previous: first.hash }, admitted(people.bob));
    const set = new StatementSet({ meetingId, hostKey: host.publicKey, open: false });
    for (const { bytes } of [first, second]) expect(set.add(bytes).result).toBe('added');
    const both = [people.alice, people.bob];
    const entries = both.map(({ identity, peerId, name }) => ({
      identity: fromHex(identity),
      peerId: fromHex(peerId),
      nameHash: nameHashOf(name),
    }));
    expect({
      first: toHex(first.bytes),
      firstHash: toHex(first.hash),
      secondHash: toHex(second.hash),
      rosterHash: toHex(rosterHash(meetingId, { entries, heads: set.heads() })),
      groupCode: groupCode(
        meetingId,
        both.map(({ identity, name }) => ({ identity: fromHex(identity), name })),
      ).join(' '),
    }).toMatchInlineSnapshot(`
      {
        "first": "766967696c2d6d656d6265722d31b170bd93e916ddc054d21ffce1df8fd02151b934fde81e3dab2896a81bcc2dac29acbae141bccaf0b22e1a94d34d0bc7361e526d0bfe12c89794bc9322966dd700000000000000000000000000000000000000000000000000000000000000000000000001bde675014625ab5ef98e6c244e1ac17f9219277c277b17ed1cd85a5ec23e944e2152f8d19b791d24453242e15f2eab6cb7cffa7b6a5ed30097960e069881db12474449612da592ea8780157498e3735b2cf6415377f4cb10e8f42b4e43865c7d0f18dd1366ca1379137f9f50073ef0574ae8faad5f2d059dc7a050f57ac31e00",
        "firstHash": "7ef5036e93133baff4c13908c3bbb871418d20c2a37645fa8a750e2cc3942cc5",
        "groupCode": "17113 71603 81427 69228 19348 59161 96654 65885 12753 84241 41293 83759",
        "rosterHash": "9c4f2a8a6c42bfcd22461dcee1f233fe3a5d02fb12bc7a69ecf8372a45c82cdc",
        "secondHash": "99dd4b6acd3fa6abf90f1bda40069cbab6834bdaf321db479740bdf99cce97d5",
      }
    `);
  });
});
