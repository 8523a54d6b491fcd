/** `protocol`: custom schemes, answered through interception of their mapped origin. */
import type Electron from 'electron';
import type { CdpSession } from './cdp';
import type { HeaderEntry, RequestPaused } from './cdp-types';
import { runtime } from './runtime';

type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();

export const protocol = {
  registerSchemesAsPrivileged(customSchemes: Electron.CustomScheme[]): void {
    if (runtime.isReady) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme } of customSchemes) runtime.schemes.add(scheme);
  },
  handle(scheme: string, handler: Handler): void {
    if (!runtime.schemes.has(scheme)) {
      throw new Error(
        `The stand-in serves only privileged schemes, and '${scheme}' was not registered as one`,
      );
    }
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  },
  isProtocolHandled(scheme: string): boolean {
    return handlers.has(scheme);
  },
} satisfies Pick<
  Electron.Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
>;

/** Lets a request to the network go on, and answers one to a custom scheme. */
export async function answerRequest(session: CdpSession, paused: RequestPaused): Promise<void> {
  const { requestId, request } = paused;
  const url = runtime.schemes.fromWeb(request.url);
  if (url === request.url) {
    await session.send('Fetch.continueRequest', { requestId });
    return;
  }
  const handler = handlers.get(url.slice(0, url.indexOf(':')));
  try {
    if (!handler) throw new Error(`Nothing handles ${url}`);
    const response = await handler(toRequest(url, request));
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    const responseHeaders = toHeaderEntries(response.headers);
    await session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders,
      body,
    });
  } catch (error) {
    console.error(`Failed to answer ${url}:`, error);
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
  }
}

function toRequest(
  url: string,
  { method, headers, postDataEntries = [] }: RequestPaused['request'],
): Request {
  if (postDataEntries.length === 0) return new Request(url, { method, headers });
  const body = Buffer.concat(postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')));
  return new Request(url, { method, headers, body });
}

function toHeaderEntries(headers: Headers): HeaderEntry[] {
  return [...headers].map(([name, value]) => {
    const isPolicy = name.startsWith('content-security-policy');
    return { name, value: isPolicy ? runtime.schemes.policyToWeb(value) : value };
  });
}
