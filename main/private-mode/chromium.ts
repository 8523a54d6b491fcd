/** Binds Chromium to the proxy: by switches before it starts, by session and windows afterwards. */
import { app, session } from 'electron';
import type { Choice } from './choice';
import { appendSwitches } from '../window/append-switches';
import { privateSwitches } from './switches';

/** Must run before the app is ready. */
export function bindChromium(choice: Choice): void {
  appendSwitches(privateSwitches(choice));
  if (choice.state === 'off') return;
  app.on('web-contents-created', (_event, contents) => {
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

/** Must run after the app is ready and before the first window. Rejects if the session does not take the proxy. */
export async function bindSession(choice: Choice): Promise<void> {
  const rules = new Map(privateSwitches(choice));
  const proxyRules = rules.get('proxy-server');
  const proxyBypassRules = rules.get('proxy-bypass-list');
  if (proxyRules === undefined || proxyBypassRules === undefined) return;
  await session.defaultSession.setProxy({ mode: 'fixed_servers', proxyRules, proxyBypassRules });
}
