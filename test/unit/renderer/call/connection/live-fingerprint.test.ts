import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { liveFingerprint } from '../../../../../renderer/call/connection/live-fingerprint';

const certificate = new Uint8Array(300).fill(7);
const fingerprint = new Uint8Array(createHash('sha256').update(certificate).digest());

/** A transport whose state and certificate are told when the test wants. */
class Transport extends EventTarget {
  state: RTCDtlsTransportState = 'connecting';
  certificates: ArrayBuffer[] = [];
  getRemoteCertificates = (): ArrayBuffer[] => this.certificates;

  tell(state: RTCDtlsTransportState, certificates: ArrayBuffer[]): void {
    this.state = state;
    this.certificates = certificates;
    this.dispatchEvent(new Event('statechange'));
  }
}

describe("the other end's certificate", () => {
  it('is there at once when the transport was told of before the channel', async () => {
    const transport = new Transport();
    transport.tell('connected', [certificate.buffer]);
    expect(await liveFingerprint({ sctp: { transport } })).toEqual(fingerprint);
  });

  it('is waited for when the channel was told of first', async () => {
    const transport = new Transport();
    const found = liveFingerprint({ sctp: { transport } });
    transport.tell('connecting', []);
    transport.tell('connected', [certificate.buffer]);
    expect(await found).toEqual(fingerprint);
  });

  it.each(['closed', 'failed'] as const)('is none of a transport that is %s', async (state) => {
    const transport = new Transport();
    const found = liveFingerprint({ sctp: { transport } });
    transport.tell(state, []);
    expect(await found).toBeNull();
  });

  it('is none without a transport', async () => {
    expect(await liveFingerprint({ sctp: null })).toBeNull();
  });
});
