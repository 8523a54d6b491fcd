/** Makes a new, still paused page ready: its preload, its IPC, its interception. */
import { randomBytes } from 'node:crypto';
import type Electron from 'electron';
import type { CdpSession } from './cdp';
import { SEND } from './ipc-messages';
import { emulateTheme } from './modules/native-theme';
import { Navigation } from './navigation';
import { forwardPageEvents } from './page-events';
import { onPageMessage } from './page-ipc';
import { PageLink } from './page-link';
import { ISOLATED_WORLD_NAME, isolatedWorldSource, mainWorldSource } from './page-scripts';
import { runtime } from './runtime';
import type { PageOwner } from './page-owner';

export interface OpenedPage {
  readonly targetId: string;
  readonly session: CdpSession;
}

export interface AttachedPage extends OpenedPage {
  readonly link: PageLink;
  readonly navigation: Navigation;
}

export async function attachPage(
  contents: PageOwner,
  { targetId, session }: OpenedPage,
  preferences: Electron.WebPreferences,
): Promise<AttachedPage> {
  const { frameTree } = await session.send('Page.getFrameTree', {});
  const frameId = frameTree.frame.id;
  const link = new PageLink(session, frameId, (message, reply) => {
    onPageMessage(contents, message, reply);
  });
  const navigation = new Navigation(contents, session, frameId);
  forwardPageEvents(contents, session, frameId);
  await prepare(session, preferences);
  return { targetId, session, link, navigation };
}

async function prepare(session: CdpSession, preferences: Electron.WebPreferences): Promise<void> {
  const token = randomBytes(16).toString('hex');
  const documents = [{ urlPattern: '*', resourceType: 'Document' }];
  const patterns = [...documents, ...runtime.schemes.patterns().map((urlPattern) => ({ urlPattern }))];
  const isolated = { worldName: ISOLATED_WORLD_NAME, source: isolatedWorldSource(token, preferences) };
  await Promise.all([
    session.send('Page.enable', {}),
    session.send('Runtime.enable', {}),
    session.send('Inspector.enable', {}),
    session.send('Log.enable', {}),
    session.send('Fetch.enable', { patterns }),
    session.send('Runtime.addBinding', { name: SEND, executionContextName: ISOLATED_WORLD_NAME }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldSource(token) }),
    session.send('Page.addScriptToEvaluateOnNewDocument', isolated),
    emulateTheme(session),
  ]);
}
