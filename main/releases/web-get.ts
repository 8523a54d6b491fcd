/** What a page or a mirror that a person named answers: once, by the way of private mode where that is on. */
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { releaseAddress } from '../../shared/release/address';
import { mayBeHinted } from '../../shared/wire/hinted-host';
import { isPublicResolved } from '../../shared/wire/ip-address';
import { lookupPublic } from '../rendezvous/nostr/public-lookup';
import type { AgentFor } from '../rendezvous/nostr/relay-socket';

const MAX_REDIRECTS = 3;
const SILENCE_MS = 60_000;
/** Without Tor its name would go to whoever resolves names, and what is asked to whoever they lead to. */
const ONION = /\.onion\.?$/;

/** The address itself may not be asked on the way that there is. onion: not without a proxy. local: not by one. */
export class MayNotBeAsked extends Error {
  constructor(readonly why: 'onion' | 'local') {
    super('no address for the way that there is');
  }
}

export interface Web {
  /** By what a server is reached; throws where no connection may be made. */
  agentFor: AgentFor;
  /** The certificate of a test's own server. */
  ca?: string;
}

/** Null for what is no address of a page or mirror that may be asked. */
export function parseReleaseAddress(text: string): URL | null {
  return releaseAddress(text, (address) => (URL.canParse(address) ? new URL(address) : null));
}

/**
 * The answer, whose body is still to come. Rejects where there is none, where it is no success, and where it leads on to
 * anything but TLS; with MayNotBeAsked before anything is resolved. It says nothing of who asks but what any connection
 * says.
 */
export async function getFromWeb(address: URL, web: Web, signal: AbortSignal): Promise<IncomingMessage> {
  let at = address;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const answer = await ask(at, web, signal, redirects > 0);
    const { statusCode = 0, headers } = answer;
    if (statusCode === 200) return answer;
    answer.destroy();
    if (statusCode < 300 || statusCode > 399 || headers.location === undefined) break;
    at = redirected(headers.location, at);
  }
  throw new Error('no answer that can be used');
}

/** By TLS alone: whoever answers may lead anywhere. */
function redirected(location: string, from: URL): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (to?.protocol !== 'https:') throw new Error('it leads on without TLS');
  const literal = to.hostname.replace(/^\[|\]$/g, '');
  // There is no name to resolve, and nothing else that looks at it.
  if (isIP(literal) !== 0 && !isPublicResolved(literal)) throw new Error('it leads into a private network');
  if (to.username !== '' || to.password !== '') throw new Error('it leads on with a password');
  return to;
}

/** @param isNamedByServer no person has named this host: it must not lead into a private network. */
async function ask(
  address: URL,
  { agentFor, ca }: Web,
  signal: AbortSignal,
  isNamedByServer: boolean,
): Promise<IncomingMessage> {
  const isSecure = address.protocol === 'https:';
  // Proxies keep circuits apart by whom they lead to, and know the two kinds by these names.
  const agent = agentFor(`${isSecure ? 'wss' : 'ws'}://${address.host}`);
  if (!agent && ONION.test(address.hostname)) throw new MayNotBeAsked('onion');
  // What the proxy's names lead to is not seen from here.
  if (agent && isNamedByServer && !mayBeHinted(address.href))
    throw new Error('it leads into a private network');
  // The proxy may be another computer.
  if (agent && !isSecure && !ONION.test(address.hostname)) throw new MayNotBeAsked('local');
  const options = {
    signal,
    timeout: SILENCE_MS,
    headers: { accept: '*/*', 'accept-encoding': 'identity' },
    ...(ca !== undefined && { ca }),
    // A proxy resolves names by itself.
    agent: agent ?? (false as const),
    ...(!agent && isNamedByServer && { lookup: lookupPublic }),
  };
  return new Promise((resolve, reject) => {
    const request = (isSecure ? https : http).get(address, options, resolve);
    request.on('timeout', () => {
      request.destroy(new Error('silent'));
    });
    request.on('error', reject);
  });
}
