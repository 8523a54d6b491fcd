import { describe, expect, it } from 'vitest';
import { doorKeyFromSeed } from '../../../../../shared/meeting/meeting-keys';
import {
  decodeDoorAnswer,
  doorRightOf,
  encodeDoorAnswer,
} from '../../../../../shared/meeting/messages/door-answer';
import { blake2b256, type Secret } from '../../../../../shared/crypto/sodium';
import { ascii } from '../../../../../shared/bytes';
import { admit, altered, coHost, drop, keyOf, Signer } from '../../membership/people';

const doorKeyOf = (name: string): Uint8Array =>
  doorKeyFromSeed(blake2b256([ascii('key '), ascii(name)]) as Secret<'per-meeting seed'>).publicKey;

const hostKey = (): Uint8Array => keyOf('host').publicKey;
const said = (name: string, body: Parameters<Signer['say']>[0]): Uint8Array =>
  new Signer(name).say(body).bytes;

/** What Dave's key may, with this proof. */
const rightOfDave = (...proof: Uint8Array[]): ReturnType<typeof doorRightOf> =>
  doorRightOf(doorKeyOf('dave'), proof, hostKey());

describe('the right to keep a door', () => {
  it('is that of the statements, from the key of the link to the key of the door', () => {
    expect(doorRightOf(doorKeyOf('host'), [], hostKey())).toBe('host');
    expect(rightOfDave(said('host', coHost('dave')))).toBe('co-host');
    expect(rightOfDave(said('host', admit('dave')))).toBe('member');
    expect(rightOfDave(said('host', coHost('carol')), said('carol', admit('dave')))).toBe('member');
  });

  it('is none for another key than the last statement names, or without one than the link names', () => {
    expect(rightOfDave()).toBeNull();
    expect(rightOfDave(said('host', coHost('carol')))).toBeNull();
    expect(rightOfDave(said('host', admit('carol')))).toBeNull();
    expect(rightOfDave(said('host', coHost('carol')), said('carol', admit('erin')))).toBeNull();
  });

  it.each([
    ['the first of the signature', -64],
    ['the last of the signature', -1],
    ['one of the key that is named', -65],
  ])('is none by a statement of which a byte was changed: %s', (_, place) => {
    const statement = said('host', coHost('dave'));
    expect(rightOfDave(altered(statement, statement.length + place))).toBeNull();
  });

  it('is none by a second statement that is not genuine', () => {
    const second = said('carol', admit('dave'));
    expect(rightOfDave(said('host', coHost('carol')), altered(second, second.length - 1))).toBeNull();
  });

  it('is none by the statement of somebody whom the one before does not name', () => {
    expect(rightOfDave(said('dave', coHost('dave')))).toBeNull();
    expect(rightOfDave(said('carol', admit('dave')))).toBeNull();
    expect(rightOfDave(said('host', coHost('carol')), said('mallory', admit('dave')))).toBeNull();
  });

  it('is none by what members say, nor by co-hosts who name others', () => {
    expect(rightOfDave(said('host', admit('carol')), said('carol', admit('dave')))).toBeNull();
    expect(rightOfDave(said('host', admit('carol')), said('carol', coHost('dave')))).toBeNull();
    expect(rightOfDave(said('host', coHost('carol')), said('carol', coHost('dave')))).toBeNull();
  });

  it('is none by a statement that takes the right away', () => {
    expect(rightOfDave(said('host', drop('dave', 0)))).toBeNull();
  });
});

describe("a door's answer", () => {
  it('holds at most two statements', () => {
    const statement = said('host', coHost('dave'));
    const peerId = new Uint8Array(16);
    const two = encodeDoorAnswer({ peerId, proof: [statement, statement] });
    expect(decodeDoorAnswer(two).proof).toHaveLength(2);
    const three = encodeDoorAnswer({ peerId, proof: [statement, statement, statement] });
    expect(() => decodeDoorAnswer(three)).toThrow(RangeError);
  });
});
