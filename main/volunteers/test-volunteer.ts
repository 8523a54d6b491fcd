/** What main can find out of a volunteer's server: whether it shows its certificate, and whether its relay answers. */
import { WebSocket } from 'ws';
import type { SteadyClock } from '../../shared/clocks';
import type { VolunteerPartTest } from '../../shared/ipc/volunteers';
import { relayUrlOf, type VolunteerPlace } from '../../shared/volunteer/place';
import type { AgentFor } from '../rendezvous/nostr/relay-socket';
import { connectPinned, OtherCertificate } from './pinned-socket';

const LIMIT_MS = 10_000;
/** Of a kind that relays do not keep. */
const QUESTION = JSON.stringify(['REQ', 'vigil-test', { kinds: [20_000], limit: 1 }]);

export async function testServer(
  { host, relayPort, turn, certificate }: VolunteerPlace,
  placeOf: (host: string) => Promise<string>,
  steady: SteadyClock,
): Promise<VolunteerPartTest> {
  const begun = steady();
  try {
    const port = relayPort ?? turn?.tlsPort ?? 443;
    const socket = await connectPinned({ host: await placeOf(host), port, certificate });
    socket.destroy();
    return { result: 'works', milliseconds: Math.round(steady() - begun) };
  } catch (error) {
    return { result: error instanceof OtherCertificate ? 'other-certificate' : 'no-answer' };
  }
}

export function testRelay(
  place: VolunteerPlace,
  agents: AgentFor,
  steady: SteadyClock,
): Promise<VolunteerPartTest> {
  const url = relayUrlOf(place) ?? '';
  const begun = steady();
  return new Promise((resolve) => {
    const socket = new WebSocket(url, {
      agent: agents(url),
      handshakeTimeout: LIMIT_MS,
      maxPayload: 64 * 1024,
      perMessageDeflate: false,
    });
    const end = (result: VolunteerPartTest): void => {
      clearTimeout(limit);
      socket.terminate();
      resolve(result);
    };
    const limit = setTimeout(end, LIMIT_MS, { result: 'no-answer' });
    socket.on('error', () => {
      end({ result: 'no-answer' });
    });
    socket.on('close', () => {
      end({ result: 'no-answer' });
    });
    socket.on('open', () => {
      socket.send(QUESTION);
    });
    socket.on('message', () => {
      end({ result: 'works', milliseconds: Math.round(steady() - begun) });
    });
  });
}
