import { expect, it, vi } from 'vitest';
import { concat, equalPublic } from '../../../../../shared/bytes';
import { FileChannel } from '../../../../../renderer/call/connection/file-channel';

const PIECE = 16_384;
const MOST_UNSENT = 1024 * 1024;
const MOST_WAITING = 256;

class Channel extends EventTarget {
  readyState = 'connecting';
  bufferedAmount = 0;
  binaryType = '';
  bufferedAmountLowThreshold = 0;
  readonly left: Uint8Array[] = [];

  send(piece: Uint8Array): void {
    this.left.push(piece.slice());
    this.bufferedAmount += piece.length;
  }

  open(): void {
    this.readyState = 'open';
    this.dispatchEvent(new Event('open'));
  }

  drain(): void {
    this.bufferedAmount = 0;
    this.dispatchEvent(new Event('bufferedamountlow'));
  }

  arrives(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const piece = (value: number, length = PIECE): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(value);

function made({ mayReceive = true } = {}) {
  const channel = new Channel();
  const received = vi.fn<(pieces: Uint8Array) => void>();
  const sent = vi.fn<(count: number) => void>();
  const createDataChannel = vi.fn(() => channel);
  const connection = { createDataChannel } as unknown as RTCPeerConnection;
  const files = new FileChannel(connection, () => mayReceive, received, sent);
  return { channel, received, sent, files, createDataChannel };
}

it('is made by both ends, and opened by nobody in-band', () => {
  const { createDataChannel, channel, files } = made();
  expect(createDataChannel).toHaveBeenCalledExactlyOnceWith('vigil-files', { negotiated: true, id: 100 });
  expect(channel.binaryType).toBe('arraybuffer');
  files.end();
});

it('sends piece by piece once it is open, no more than the browser shall hold, and says how many have left', () => {
  const { channel, sent, files } = made();
  const pieces = Array.from({ length: 100 }, (_, index) => piece(index));
  files.send(concat(...pieces.slice(0, 5)));
  files.send(concat(...pieces.slice(5)));
  expect(channel.left).toEqual([]);
  expect(sent).not.toHaveBeenCalled();
  channel.open();
  expect(channel.left).toHaveLength(MOST_UNSENT / PIECE);
  channel.drain();
  expect(channel.left.map(([first]) => first)).toEqual(pieces.map(([first]) => first));
  expect(new Set(channel.left.map(({ length }) => length))).toEqual(new Set([PIECE]));
  expect(sent.mock.calls.flat()).toEqual([64, 36]);
  channel.drain();
  expect(sent).toHaveBeenCalledTimes(2);
  files.end();
});

it('holds no more than main may have handed over', () => {
  const { channel, files } = made();
  for (let index = 0; index < 2 * MOST_WAITING; index++) files.send(piece(1));
  channel.open();
  for (let index = 0; index < 10; index++) channel.drain();
  expect(channel.left).toHaveLength(MOST_WAITING + 1);
  files.end();
});

it('hands on in order what came meanwhile, three at once', async () => {
  const { channel, received, files } = made();
  const pieces = Array.from({ length: 5 }, (_, index) => piece(index));
  for (const { buffer } of pieces) channel.arrives(buffer);
  await vi.waitFor(
    () => {
      expect(received).toHaveBeenCalledTimes(2);
    },
    { timeout: 15_000 },
  );
  const handedOn = received.mock.calls.map(([bytes]) => bytes);
  expect(handedOn.map(({ length }) => length / PIECE)).toEqual([3, 2]);
  expect(equalPublic(concat(...handedOn), concat(...pieces))).toBe(true);
  files.end();
});

it('takes nothing that is no piece, nor before it is known whose certificate it is, nor after its end', async () => {
  const early = made({ mayReceive: false });
  for (let index = 0; index < 4; index++) early.channel.arrives(piece(index).buffer);
  const late = made();
  late.files.end();
  const { channel, received, files } = made();
  for (const other of [
    'text',
    piece(1, PIECE - 1).buffer,
    piece(1, PIECE + 1).buffer,
    new Blob([piece(1)]),
    null,
  ])
    channel.arrives(other);
  channel.arrives(piece(9).buffer);
  for (let index = 0; index < 4; index++) late.channel.arrives(piece(index).buffer);
  late.channel.open();
  late.files.send(piece(1));
  await vi.waitFor(
    () => {
      expect(received).toHaveBeenCalledExactlyOnceWith(piece(9));
    },
    { timeout: 15_000 },
  );
  expect(early.received).not.toHaveBeenCalled();
  expect(late.received).not.toHaveBeenCalled();
  expect(late.channel.left).toEqual([]);
  for (const one of [early.files, files]) one.end();
});
