import { readFile, readlink } from 'node:fs/promises';
import { expect, test } from '../support/driver/fixtures';
import { hasSandbox } from '../support/driver/program';

const RELAY = 'ws://127.0.0.1:9';

test('the page has no way out: no Node, no navigation, no windows, no strings as code, no other requests', async ({
  app,
}) => {
  const { app: electron, page } = await app({ relays: [RELAY] });
  await expect(page.getByTestId('home-new-meeting')).toBeVisible();
  const url = page.url();
  await electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (target: string) => {
      opened.push(target);
      return Promise.resolve();
    };
  });
  expect(
    await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    ),
  ).toEqual([]);
  expect(await page.evaluate(() => Object.keys(window.vigil).sort())).toEqual(
    [
      'offerDroppedFile',
      'onApp',
      'onFrameCommand',
      'onConnectionCommand',
      'onLinkRefused',
      'onTone',
      'onLeaveAsked',
      'onMicrophoneAsked',
      'onLock',
      'onMeeting',
      'onWindowSeen',
      'reportFrames',
      'reportConnection',
      'reportNetworkChanged',
      'request',
    ].sort(),
  );
  expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
  await page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
  });
  expect(
    await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'sent',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
  expect(page.url()).toBe(url);
  expect(electron.windows()).toHaveLength(1);
  expect(await electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([]);
});

test('code made from strings does not run in the page, and files outside the app are not served', async ({
  app,
}) => {
  const { page } = await app({ relays: [RELAY] });
  await expect(page.getByTestId('home-new-meeting')).toBeVisible();
  const violated = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          resolve(effectiveDirective);
        });
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
      }),
  );
  expect(await violated).toMatch(/^script-src/);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  for (const path of [
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '//etc/passwd',
    '/nothing.html',
  ]) {
    expect(
      await page.evaluate(
        (relative) =>
          fetch(relative).then(
            ({ status }) => status,
            () => 404,
          ),
        path,
      ),
    ).toBe(404);
  }
});

test('main refuses malformed requests with a code, and says nothing else', async ({ app }) => {
  const { page } = await app({ relays: [RELAY] });
  await expect(page.getByTestId('home-new-meeting')).toBeVisible();
  const answers = await page.evaluate(async () => {
    const { request } = window.vigil;
    const anything = request as unknown as Record<string, (argument: unknown) => Promise<unknown>>;
    return [
      await anything['meeting:open-link']?.(42),
      await anything['meeting:admit']?.({ knockId: '../..' }),
      await anything['settings:save']?.({ theme: 'red' }),
      await anything['meeting:copy-invite']?.(undefined),
      await anything['meeting:enter']?.({ name: 'x', microphone: true, camera: true }),
    ];
  });
  expect(answers).toEqual([
    { ok: false, code: 'bad-request' },
    { ok: false, code: 'bad-request' },
    { ok: false, code: 'bad-request' },
    { ok: false, code: 'no-meeting' },
    { ok: false, code: 'no-meeting' },
  ]);
});

test('no dictionary is wanted, which a server would be asked for', async ({ app }) => {
  const { app: electron } = await app({ relays: [RELAY] });
  const wanted = await electron.evaluate(({ session: { defaultSession } }) => ({
    isEnabled: defaultSession.isSpellCheckerEnabled(),
    languages: defaultSession.getSpellCheckerLanguages(),
  }));
  expect(wanted).toEqual({ isEnabled: false, languages: [] });
});

test('the page is held in the sandbox of the system: namespaces of its own, and system calls filtered', async ({
  app,
}) => {
  test.skip(process.platform !== 'linux', 'reads what /proc tells of a process');
  test.skip(!hasSandbox(), 'this runtime has no sandbox here');
  test.skip(process.env['VIGIL_RUNTIME'] !== 'electron', 'the stand-in does not tell its processes');
  const { app: electron, page } = await app({ relays: [RELAY] });
  await expect(page.getByTestId('home-new-meeting')).toBeVisible();
  const metrics = await electron.evaluate(({ app: own }) => own.getAppMetrics());
  const idsOf = (type: string): number[] => metrics.filter((one) => one.type === type).map(({ pid }) => pid);
  const [[main], [renderer]] = [idsOf('Browser'), idsOf('Tab')];
  const status = await readFile(`/proc/${String(renderer)}/status`, 'utf8');
  expect(status).toMatch(/^Seccomp:\s+2$/m);
  expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
  for (const kind of ['pid', 'net'])
    expect(await readlink(`/proc/${String(renderer)}/ns/${kind}`)).not.toBe(
      await readlink(`/proc/${String(main)}/ns/${kind}`),
    );
});
