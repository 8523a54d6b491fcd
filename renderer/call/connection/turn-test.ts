/** Asks one TURN server for an address, as a call would, and says what became of it. Nobody else is contacted. */
import { systemClocks } from '../../clocks';
import type { TurnServer } from '../../../shared/ipc/connection';

export type TurnTestResult =
  | { result: 'works'; milliseconds: number }
  | { result: 'no-answer' }
  /** It answers, and does not take this name and password. */
  | { result: 'refused' }
  /** Its name leads to no address. */
  | { result: 'not-found' };

const LIMIT_MS = 8000;
/** STUN error codes (RFC 8489, section 14.8; RFC 8656, section 19) that speak of the login. */
const REFUSALS: ReadonlySet<number> = new Set([401, 403, 431, 432, 435, 438, 441]);

type Failure = Exclude<TurnTestResult['result'], 'works'>;

export function testTurn({
  url,
  username,
  credential,
}: Omit<TurnServer, 'enabled'>): Promise<TurnTestResult> {
  return new Promise((resolve) => {
    const begun = systemClocks.steady();
    const connection = new RTCPeerConnection({
      iceServers: [{ urls: url, username, credential }],
      iceTransportPolicy: 'relay',
    });
    let failure: Failure = 'no-answer';
    const end = (result: TurnTestResult): void => {
      clearTimeout(limit);
      connection.close();
      resolve(result);
    };
    const limit = setTimeout(() => {
      end({ result: failure });
    }, LIMIT_MS);
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.type === 'relay')
        end({ result: 'works', milliseconds: Math.round(systemClocks.steady() - begun) });
      else if (candidate === null) end({ result: failure });
    });
    connection.addEventListener('icecandidateerror', ({ errorCode, errorText }) => {
      failure = failureOf(errorCode, errorText) ?? failure;
    });
    connection.createDataChannel('test');
    connection.setLocalDescription().catch(() => {
      end({ result: failure });
    });
  });
}

/** Null where the error says no more than that nothing came of it. */
function failureOf(code: number, text: string): Failure | null {
  if (REFUSALS.has(code)) return 'refused';
  return /lookup/i.test(text) ? 'not-found' : null;
}
