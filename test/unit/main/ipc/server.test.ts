import { describe, expect, it, vi } from 'vitest';
import { VigilError } from '../../../../shared/errors';
import { requests } from '../../../../shared/ipc';
import type { Handlers, ReportHandlers } from '../../../../main/ipc/server';

interface Sender {
  senderFrame: { parent: object | null; url: string } | null;
}
type Listener = (event: Sender, raw?: unknown) => unknown;

const { answering, listening } = vi.hoisted(() => ({
  answering: new Map<string, Listener>(),
  listening: new Map<string, Listener>(),
}));
vi.mock('electron', () => ({
  protocol: {},
  ipcMain: {
    handle: (name: string, listener: Listener) => answering.set(name, listener),
    on: (name: string, listener: Listener) => listening.set(name, listener),
  },
}));
const { serveRequests } = await import('../../../../main/ipc/server');

const ours: Sender = { senderFrame: { parent: null, url: 'app://vigil/index.html' } };
/** Each has one thing wrong. */
const strangers: [string, Sender][] = [
  ['a frame inside our page', { senderFrame: { parent: {}, url: 'app://vigil/index.html' } }],
  ['another page', { senderFrame: { parent: null, url: 'https://vigil.example/index.html' } }],
  ['a page whose address begins like ours', { senderFrame: { parent: null, url: 'app://vigil.example/' } }],
  ['a frame that is gone', { senderFrame: null }],
];

function serve(): { handler: ReturnType<typeof vi.fn>; reports: ReportHandlers } {
  const handler = vi.fn(() => 'answered');
  const handlers = Object.fromEntries(Object.keys(requests).map((name) => [name, handler]));
  const reports = { connection: vi.fn(), frames: vi.fn(), networkChanged: vi.fn(), droppedFile: vi.fn() };
  serveRequests(handlers as unknown as Handlers, reports);
  return { handler, reports };
}

const ask = (sender: Sender, name: string, raw?: unknown): unknown => answering.get(name)?.(sender, raw);
const unlock = { passphrase: 'candle' };
const connectionReport = { type: 'opened', connectionId: 'ab'.repeat(8) };
const framesReport = { type: 'worker-started', worker: 1 };

describe('a request of the window', () => {
  it('is answered', async () => {
    const { handler } = serve();
    expect(await ask(ours, 'vault:unlock', unlock)).toEqual({ ok: true, value: 'answered' });
    expect(handler).toHaveBeenCalledExactlyOnceWith(unlock);
  });

  it('that is malformed gets a code, and reaches nothing', async () => {
    const { handler } = serve();
    for (const raw of [undefined, null, {}, { passphrase: 7 }, 'candle'])
      expect(await ask(ours, 'vault:unlock', raw)).toEqual({ ok: false, code: 'bad-request' });
    expect(handler).not.toHaveBeenCalled();
  });

  it('that fails gets a code and no word of why', async () => {
    const { handler } = serve();
    handler.mockImplementationOnce(() => {
      throw new Error('in /home/ruth/vault');
    });
    expect(await ask(ours, 'vault:unlock', unlock)).toEqual({ ok: false, code: 'internal' });
    handler.mockImplementationOnce(() => {
      throw new VigilError('passphrase-wrong');
    });
    expect(await ask(ours, 'vault:unlock', unlock)).toEqual({ ok: false, code: 'passphrase-wrong' });
  });
});

describe('a report of the window', () => {
  it('is taken if it is well formed', () => {
    const { reports } = serve();
    listening.get('connection:report')?.(ours, connectionReport);
    listening.get('frames:report')?.(ours, framesReport);
    listening.get('network:changed')?.(ours);
    expect(reports.connection).toHaveBeenCalledExactlyOnceWith(connectionReport);
    expect(reports.frames).toHaveBeenCalledExactlyOnceWith(framesReport);
    expect(reports.networkChanged).toHaveBeenCalledOnce();
    listening.get('connection:report')?.(ours, { ...connectionReport, type: 'nonsense' });
    listening.get('frames:report')?.(ours, { ...framesReport, worker: 'one' });
    expect(reports.connection).toHaveBeenCalledOnce();
    expect(reports.frames).toHaveBeenCalledOnce();
  });
});

describe.each(strangers)('%s', (_, sender) => {
  it('asks for nothing, whatever it asks for', async () => {
    const { handler } = serve();
    for (const name of Object.keys(requests))
      expect(await ask(sender, name, unlock)).toEqual({ ok: false, code: 'bad-request' });
    expect(await ask(sender, 'lock:get')).toEqual({ ok: false, code: 'bad-request' });
    expect(handler).not.toHaveBeenCalled();
  });

  it('reports nothing', () => {
    const { reports } = serve();
    listening.get('connection:report')?.(sender, connectionReport);
    listening.get('frames:report')?.(sender, framesReport);
    listening.get('network:changed')?.(sender);
    for (const heard of Object.values(reports)) expect(heard).not.toHaveBeenCalled();
  });
});
