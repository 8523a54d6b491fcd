/**
 * A connection whose other end hears of it only when two people have passed a text. Chromium gives a path up after
 * fifteen seconds without an answer; here it is tried anew until the other end begins, so that both sides of two
 * NATs send at the same time.
 */
import type { Candidate } from '../../../shared/wire/description';
import { formatCandidate } from '../sdp/candidates';

/** A pair that was given up is gone by then, and can be made again. */
const AGAIN_MS = 16_000;

export class PatientConnection extends RTCPeerConnection {
  #wasConnected = false;

  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    this.addEventListener('iceconnectionstatechange', () => {
      const state = super.iceConnectionState;
      if (state === 'connected' || state === 'completed') this.#wasConnected = true;
    });
  }

  /** Nothing has failed before the other end began. */
  override get iceConnectionState(): RTCIceConnectionState {
    const state = super.iceConnectionState;
    return state === 'failed' && !this.#wasConnected ? 'disconnected' : state;
  }

  override get connectionState(): RTCPeerConnectionState {
    const state = super.connectionState;
    return state === 'failed' && !this.#wasConnected ? 'disconnected' : state;
  }

  keepTrying(candidates: readonly Candidate[]): void {
    let round = 0;
    const timer = setInterval(() => {
      if (this.#wasConnected || this.signalingState === 'closed') {
        clearInterval(timer);
        return;
      }
      round++;
      for (const [index, candidate] of candidates.entries()) {
        // The same candidate would be taken for one that is known, and not be tried again.
        const line = formatCandidate({ ...candidate, foundation: `${String(index)}a${String(round)}` });
        if (line !== null)
          void this.addIceCandidate({ candidate: `candidate:${line}`, sdpMLineIndex: 0 }).catch(
            () => undefined,
          );
      }
    }, AGAIN_MS);
  }
}
