/** The page that opens invites, in a real browser, from a server that writes down whatever it is asked. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inviteIn } from '../../../renderer/join-page/invite-in';
import { cryptoReady, randomBytes } from '../../../shared/crypto/sodium';
import { noHints } from '../../../shared/invite/hints';
import { encodeLink, type MeetingSecret } from '../../../shared/invite/link';
import { findChromium } from '../../tools/scripts/chromium.mjs';
import { joinPage } from '../../tools/scripts/join-page.mjs';

let html: string;
let browser: Browser;
let context: BrowserContext;
let server: Server;
/** Everything that was asked of the server. */
let asked: string[];
let site: string;
let link: string;
let fragment: string;

beforeAll(async () => {
  await cryptoReady();
  html = await joinPage();
  link = encodeLink({
    open: false,
    expiry: 2_000_000_000,
    secret: randomBytes(32) as MeetingSecret,
    hostKey: randomBytes(32),
    hints: { ...noHints, title: 'Reading circle' },
  });
  fragment = `#${link.slice('vigil://join/'.length)}`;
  server = createServer((request, response) => {
    asked.push([request.method, request.url, ...Object.values(request.headers)].join(' '));
    response.setHeader('content-type', 'text/html');
    response.end(html);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  site = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/join.html`;
  browser = await chromium.launch({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
}, 120_000);

beforeEach(() => {
  asked = [];
});

afterEach(() => context.close());

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function opened(address: string, locale = 'en-US'): Promise<Page> {
  context = await browser.newContext({ locale });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

describe('the page that opens invites', () => {
  it('hands the invite to Vigil, and the server is asked for the page alone', async () => {
    const page = await opened(site + fragment);
    const open = page.getByRole('link', { name: 'Open Vigil' });
    expect(await open.getAttribute('href')).toBe(link);
    const session = await context.newCDPSession(page);
    await session.send('Page.enable');
    const navigation = new Promise<string>((resolve) => {
      session.on('Page.frameRequestedNavigation', ({ url }) => {
        resolve(url);
      });
    });
    await open.click();
    expect(await navigation).toBe(link);
    // It stays, and says what to do when nothing happens.
    expect(await page.locator('main').innerText()).toContain('Nothing happens?');
    expect(page.url()).toBe(site + fragment);
    expect(await page.title()).toBe('Vigil');
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^GET \/join\.html /u);
    expect(asked[0]).not.toContain(fragment.slice(1, 40));
  });

  it('could ask for nothing else if it wanted to', async () => {
    const page = await opened(site + fragment);
    const broken = await page.evaluate(async (address) => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violations.push(effectiveDirective);
      });
      const fetched = await fetch(`${address}?fetch`).then(
        () => 'fetched',
        () => 'refused',
      );
      const image = await new Promise<string>((resolve) => {
        const element = new Image();
        element.onload = () => {
          resolve('loaded');
        };
        element.onerror = () => {
          resolve('refused');
        };
        element.src = `${address}?image`;
      });
      const script = document.createElement('script');
      script.textContent = 'document.title = "changed"';
      document.body.append(script);
      return { fetched, image, violations };
    }, site);
    expect(broken).toMatchObject({ fetched: 'refused', image: 'refused' });
    expect(broken.violations).toEqual(expect.arrayContaining(['connect-src', 'img-src']));
    expect(await page.title()).toBe('Vigil');
    expect(asked).toHaveLength(1);
  });

  it('offers nothing where the fragment is no Vigil link', async () => {
    const body = fragment.slice(1);
    const page = await opened(site);
    const lines = page.locator('main');
    for (const wrong of [
      '',
      '#',
      '#top',
      fragment.slice(0, 60),
      `#${body} `,
      `#A${body}`,
      `#AQ${body.slice(2)}`,
      `#${body}${'A'.repeat(1400)}`,
      `#javascript:alert(1)//${body}`,
      `#<img src=x onerror=alert(1)>${body}`,
    ]) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, wrong);
      await expect.poll(() => lines.innerText()).toContain('This is not a Vigil invite');
      expect(await page.locator('a').count()).toBe(0);
    }
    await page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
    await expect.poll(() => page.locator('a').count()).toBe(1);
    expect(asked).toHaveLength(1);
  });

  it('works from a disk, and speaks the languages of Vigil', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-join-'));
    const file = path.join(folder, 'join.html');
    await writeFile(file, await joinPage('https://vigil.example/get'));
    const page = await opened(pathToFileURL(file).href + fragment, 'zh-TW');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
    expect(
      await page.locator('a').evaluateAll((links) => links.map((one) => one.getAttribute('href'))),
    ).toEqual([link, 'https://vigil.example/get']);
    await rm(folder, { recursive: true });
  });

  it('is written from right to left in Persian', async () => {
    const page = await opened(site + fragment, 'fa-IR');
    expect(await page.locator('html').getAttribute('lang')).toBe('fa');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('h1').textContent()).toMatch(/\p{Script=Arabic}/u);
  });

  it('is small, and built for addresses of the web alone', async () => {
    context = await browser.newContext();
    expect(Buffer.byteLength(html)).toBeLessThan(10_000);
    expect(html).not.toMatch(/https?:\/\//u);
    for (const download of ['http://vigil.example', 'javascript:alert(1)', 'nowhere'])
      await expect(joinPage(download)).rejects.toThrow('https');
  });
});

describe('an invite in an address', () => {
  it('is what has the form of one', () => {
    expect(inviteIn(fragment)).toBe(link);
    for (const wrong of [
      '',
      '#',
      fragment.slice(1),
      `${fragment}.`,
      fragment.slice(0, 99),
      `#${'A'.repeat(200)}`,
    ])
      expect(inviteIn(wrong)).toBeNull();
  });
});
