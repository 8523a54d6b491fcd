/** What relays, the DHT and the local network answer, what stands in files, and what the window asks of main. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Socket } from 'node:net';
import { decode } from 'cborg';
import { concat, toBase64Url } from '../../../../shared/bytes';
import { xchachaPolySeal, blake2b256 } from '../../../../shared/crypto/sodium';
import {
  connectionReportSchema,
  frameReportSchema,
  requests,
  type RequestName,
} from '../../../../shared/ipc';
import { encodeCbor } from '../../../../shared/wire/cbor';
import { appendStatement, readStatements } from '../../../../main/own-meetings/journal';
import { openRecord, sealRecord } from '../../../../main/rendezvous/dht/mailbox-record';
import { LanConnection } from '../../../../main/rendezvous/lan/lan-connection';
import { introduce } from '../../../../main/rendezvous/lan/names';
import { openContent } from '../../../../main/rendezvous/nostr/relay-events';
import { isEnvelopeEvent, readRelayMessage } from '../../../../main/rendezvous/nostr/relay-messages';
import { clockFaultOf, refusalOf, retryAfter } from '../../../../main/rendezvous/nostr/relay-refusal';
import { withChecksum } from '../../../../main/vault/checksum';
import { decodeContents, encodeContents, freshContents } from '../../../../main/vault/contents';
import { openIdentity, sealIdentity } from '../../../../main/vault/identity-file';
import { parseVault, sealVault } from '../../../../main/vault/vault-file';
import { bytesOf, must, textOf, type FuzzTarget } from '../target';
import { filled, keys, seedFrom, topic } from './samples';

const { room } = keys;
const content = toBase64Url(filled(1000, 1));
const place = { topic, publicKey: filled(32, 1) };
const recordNonce = filled(24, 2);
const recordKey = blake2b256([bytesOf('vigil-dht-record-1')], room.envelopeKey);
const dataKey = filled(32, 3);
const stretch = (): Promise<Uint8Array> => Promise.resolve(filled(32, 4));
const identityFile = await sealIdentity(seedFrom(6), 'word', stretch);
const names = Object.keys(requests) as RequestName[];

const folder = mkdtempSync(path.join(tmpdir(), 'vigil-fuzz-'));
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
});
const journal = path.join(folder, 'journal');
const journalKey = filled(32, 5);

function journalOf(count: number): Uint8Array {
  const file = path.join(folder, 'made');
  rmSync(file, { force: true });
  for (let index = 0; index < count; index++) appendStatement(file, journalKey, filled(200, index));
  return new Uint8Array(readFileSync(file));
}

/** As the network hands it over: in pieces. */
class Wire extends EventEmitter {
  remoteAddress = '127.0.0.1';
  writableLength = 0;
  readonly written: Uint8Array[] = [];
  setNoDelay(): void {
    // Nothing to set.
  }
  setKeepAlive(): void {
    // Nothing to set.
  }
  write(bytes: Uint8Array): void {
    this.written.push(bytes);
  }
  end(): void {
    this.destroy();
  }
  destroy(): void {
    this.emit('close');
  }
}

export const serversAndFiles: readonly FuzzTarget[] = [
  {
    name: 'relay-message',
    refuses: 'none',
    maxLength: 4096,
    seeds: () =>
      [
        ['EVENT', 'a', { id: 'x', kind: 20_000, tags: [['x', 'ab']], content }],
        ['EOSE', 'a'],
        ['CLOSED', 'a', 'rate-limited: slow down'],
        ['OK', 'a', false, 'pow: difficulty 20'],
        ['NOTICE', 'created_at is too far in the future'],
        ['AUTH', 'challenge'],
      ].map((message) => bytesOf(JSON.stringify(message))),
    words: [
      '"EVENT"',
      '"tags"',
      '"content"',
      'auth-required:',
      'restricted:',
      '{"',
      '[[',
      '__proto__',
      '1e999',
    ],
    run: (bytes) => {
      const text = textOf(bytes);
      const message = readRelayMessage(text);
      if (message?.kind === 'EVENT' && isEnvelopeEvent(message.event))
        openContent(message.event.content, room, topic);
      if (message && 'words' in message) {
        refusalOf(message.words);
        clockFaultOf(message.words);
      }
      retryAfter(text, 1_800_000_000_000);
    },
  },
  {
    name: 'dht-record',
    refuses: 'error',
    maxLength: 1001,
    seeds: () => [
      concat(
        Uint8Array.of(0),
        sealRecord([{ tag: filled(8, 1), hash: filled(32, 2) }], room, place, recordNonce),
      ),
      concat(Uint8Array.of(1), filled(80, 7)),
    ],
    run: (bytes) => {
      const plain = new Uint8Array(960);
      plain.set(bytes.subarray(1, 961));
      const ad = concat(place.topic, place.publicKey);
      const sealed = concat(recordNonce, xchachaPolySeal(recordKey, recordNonce, ad, plain));
      const entries = openRecord(bytes[0] === 0 ? bytes.subarray(1) : sealed, room, place);
      must(entries.length <= 24, 'more entries than fit');
    },
  },
  {
    name: 'lan-stream',
    refuses: 'none',
    maxLength: 4096,
    seeds: () => [concat(Uint8Array.of(0, 7), filled(80, 1)), concat(Uint8Array.of(1, 100), filled(2100, 1))],
    run: (bytes) => {
      const wire = new Wire();
      let isIntroduced = false;
      const nonce = filled(32, 8);
      new LanConnection({
        socket: wire as unknown as Socket,
        side: 'called',
        topics: () => [topic],
        id: filled(16, 9),
        introduced: () => (isIntroduced = true),
        received: (sealed) => {
          must(isIntroduced && sealed.length === 1000, 'something was taken from a stranger');
        },
        closed: () => undefined,
      });
      const say = (some: Uint8Array): void => void wire.emit('data', Buffer.from(some));
      const isKnown = bytes[0] === 1;
      if (isKnown) {
        say(nonce);
        const theirs = wire.written[0]?.subarray(0, 32) ?? nonce;
        say(introduce(topic, 'caller', concat(nonce, theirs), filled(16, 10)));
      }
      const step = 1 + (bytes[1] ?? 0) * 8;
      for (let at = 2; at < bytes.length; at += step) say(bytes.subarray(at, at + step));
      wire.destroy();
    },
  },
  {
    name: 'vault-file',
    refuses: 'none',
    maxLength: 2048,
    seeds: () => {
      const contents = encodeContents({ ...freshContents(), identitySeed: seedFrom(6) });
      const wrappedKey = filled(40, 1);
      const stretching = { salt: filled(16, 1), memoryKiB: 262_144, passes: 3 };
      return [
        sealVault(contents, dataKey, { kind: 'key-store', wrappedKey }, recordNonce),
        sealVault(
          contents,
          dataKey,
          { kind: 'passphrase', usesStore: true, stretching, wrappedKey },
          recordNonce,
        ),
      ].flatMap((file) => [concat(Uint8Array.of(0), file), concat(Uint8Array.of(1), file.subarray(0, -16))]);
    },
    run: (bytes) => {
      const rest = bytes.subarray(1);
      const parsed = parseVault(bytes[0] === 0 ? rest : withChecksum(rest));
      if (parsed.kind !== 'vault') return;
      try {
        parsed.vault.open(dataKey);
      } catch {
        // Altered.
      }
    },
  },
  {
    name: 'vault-contents',
    refuses: 'error',
    maxLength: 4096,
    seeds: () => [
      encodeContents({ ...freshContents(), identitySeed: seedFrom(6) }),
      encodeContents({
        ...freshContents(),
        identitySeed: seedFrom(6),
        contacts: [
          {
            identity: filled(32, 1),
            name: 'Mei',
            calledThemselves: 'Mei Lin',
            verified: { by: 'emoji', at: 1 },
            firstMetAt: 1,
            lastMetAt: 2,
          },
        ],
      }),
    ],
    run: (bytes) => {
      const contents = decodeContents(bytes);
      decodeContents(encodeContents(contents));
    },
  },
  {
    name: 'identity-file',
    refuses: 'vigil-error',
    maxLength: 200,
    seeds: () => [identityFile, identityFile.subarray(0, -16)],
    run: async (bytes) => {
      const isWhole = bytes.length % 2 === 0;
      await openIdentity(isWhole ? bytes : withChecksum(bytes), 'word', stretch);
    },
  },
  {
    name: 'journal',
    refuses: 'vigil-error',
    maxLength: 2300,
    seeds: () => [journalOf(1), journalOf(3)],
    run: async (bytes) => {
      writeFileSync(journal, bytes);
      const read = await readStatements(journal, journalKey);
      must(
        read.every((statement) => statement.length <= 691),
        'a statement that is too long',
      );
    },
  },
  {
    name: 'window-requests',
    refuses: 'none',
    maxLength: 4096,
    seeds: () =>
      names.flatMap((_, index) =>
        [
          {},
          { id: 'ab'.repeat(16) },
          { text: 'x', to: null },
          { link: 'vigil://join/x' },
          'ab'.repeat(16),
          null,
        ].map((value) => concat(Uint8Array.of(index), encodeCbor(value))),
      ),
    words: [
      'id',
      'name',
      'link',
      'settings',
      'relays',
      'url',
      'on',
      'peerId',
      'text',
      'passphrase',
      '__proto__',
      'constructor',
    ],
    run: (bytes) => {
      let value: unknown;
      try {
        value = decode(bytes.subarray(1), { useMaps: false });
      } catch {
        return;
      }
      const name = names[(bytes[0] ?? 0) % names.length];
      if (name) requests[name].safeParse(value);
      connectionReportSchema.safeParse(value);
      frameReportSchema.safeParse(value);
    },
  },
];
