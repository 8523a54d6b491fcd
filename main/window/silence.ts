/**
 * Whatever a browser asks of servers by itself, it does not ask here: whoever watches the network would learn that
 * Vigil has started. A test on Electron reads what it looked up and connected to (test/e2e/silence.spec.ts).
 */
import { app } from 'electron';

/** Chromium's features that ask servers of their own. */
const askingFeatures = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'Translate',
];

/** Chromium's switches, by name and value; for `disable-features` one more item of a list. */
export const silentSwitches: readonly (readonly [name: string, value: string])[] = [
  ['disable-features', askingFeatures.join(',')],
  ['disable-background-networking', ''],
  ['disable-breakpad', ''],
  ['disable-client-side-phishing-detection', ''],
  ['disable-component-update', ''],
  ['disable-domain-reliability', ''],
  ['disable-field-trial-config', ''],
  ['disable-quic', ''],
  ['disable-sync', ''],
  ['dns-prefetch-disable', ''],
  ['metrics-recording-only', ''],
  ['no-pings', ''],
];

/** As soon as it is made, a session asks a server for the dictionaries that it wants. Must run before the app is ready. */
export function wantNoDictionaries(): void {
  app.on('session-created', (created) => {
    created.setSpellCheckerLanguages([]);
    created.setSpellCheckerEnabled(false);
  });
}

/**
 * Names are asked of the system's resolver alone: Chromium would try whether the resolver's operator has an encrypted
 * one as well. Must run after the app is ready and before the first window.
 */
export function tryNoResolvers(): void {
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' });
}
