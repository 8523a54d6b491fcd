/** The bytes in docs/protocol.md are the bytes of the code: neither can change without the other. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromHex } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { deriveMeetingKeys } from '../../../../shared/invite/key-schedule';
import { parseLink } from '../../../../shared/invite/link';
import { decodeDoorMessage } from '../../../../shared/meeting/messages/door-messages';
import { decodeMemberMessage } from '../../../../shared/meeting/messages/member-messages';
import { decodeHello, decodeKnock } from '../../../../shared/meeting/messages/handshake-payloads';
import { openEnvelope } from '../../../../shared/wire/envelope';
import { computeExample, type Inputs, type Values } from '../../../vectors/own/protocol-2';

const read = (file: string): string => readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8');
const { inputs, values } = JSON.parse(read('test/vectors/own/protocol-2.json')) as {
  inputs: Inputs;
  values: Values;
};
const page = read('docs/protocol.md');
const pageWithoutGaps = page.replace(/\s+/g, '');

/** Every text and number in a tree, with the name under which it stands. */
function leaves(tree: object, path: string[] = []): [name: string, value: string][] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? leaves(value, [...path, name])
      : [[[...path, name].join('.'), String(value)] satisfies [string, string]],
  );
}

const bytesOf = (name: string): Uint8Array => fromHex(String(values[name]));

beforeAll(cryptoReady);

describe('the worked example of docs/protocol.md', () => {
  it('is what the code computes from its inputs', () => {
    expect(computeExample(inputs)).toEqual(values);
  });

  it.each(leaves({ inputs, values }))('stands in the page: %s', (_, value) => {
    expect(pageWithoutGaps).toContain(value.replace(/\s+/g, ''));
  });

  it.each(['dataSdp', 'mediaSdp'])('gives the rebuilt session description line by line: %s', (name) => {
    const lines = values[name];
    expect(Array.isArray(lines) && page.includes(`\n${lines.join('\n')}\n`)).toBe(true);
  });

  it('reads its own link, envelope, hello and knock', () => {
    const invite = parseLink(String(values['link']), inputs.time);
    expect(invite.hints).toEqual({ title: inputs.title, relays: [inputs.relay], turn: [] });
    const { room } = deriveMeetingKeys(invite);
    const envelope = openEnvelope(bytesOf('helloEnvelope'), room.envelopeKey, bytesOf('topic'));
    expect(envelope).toMatchObject({ kind: 'hello', part: 0, parts: 1, body: bytesOf('helloBody') });
    expect(decodeHello(envelope.body)).toEqual({ time: inputs.time, noise: bytesOf('doorMessage1') });
    expect(decodeKnock(bytesOf('knockPayload')).name).toBe(inputs.guest.name);
  });

  it('holds messages that pass the schemas', () => {
    expect(decodeDoorMessage(bytesOf('waiting'))).toEqual({ t: 'waiting' });
    expect(decodeDoorMessage(bytesOf('admitted'))?.t).toBe('admitted');
    expect(decodeMemberMessage(bytesOf('self'))).toMatchObject({
      t: 'self',
      microphone: true,
      camera: false,
    });
    expect(decodeMemberMessage(bytesOf('mediaMessage'))?.t).toBe('media');
  });

  it('has envelopes, handshake messages and prologue of the lengths that the page gives', () => {
    const lengths = {
      helloEnvelope: 1000,
      helloBody: 52,
      doorPrologue: 72,
      doorMessage1: 48,
      doorMessage2: 1312,
      doorMessage3: 1248 + inputs.guest.name.length,
    };
    for (const [name, length] of Object.entries(lengths)) expect(bytesOf(name), name).toHaveLength(length);
    expect(values['helloContent']).toHaveLength(1334);
  });
});
