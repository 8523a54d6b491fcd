/** What desktops are told by an installed package, judged by the tools that desktops have for it. */
import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, copyFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onPath } from '../../scripts/chromium.mjs';
import { run } from '../../scripts/processes.mjs';
import { readConfig } from '../config';
import type { Opened } from './opened';

const LIMIT_MS = 60_000;

async function saidBy(program: string, args: string[]): Promise<string[]> {
  if (onPath([program]) === undefined) return [`${program} is missing, so this cannot be told`];
  const { code, output } = await run(program, args, {
    env: { LC_ALL: 'C' },
    output: 'keep',
    timeoutMs: LIMIT_MS,
  });
  return code === 0 ? [] : output.trim().split('\n');
}

const inSystem = ({ system }: Opened, file: string): string => path.join(system ?? '/', file);

export async function desktopEntry(opened: Opened): Promise<string[]> {
  const { appId, protocols } = readConfig();
  const file = inSystem(opened, `usr/share/applications/${appId}.desktop`);
  if (!existsSync(file)) return [`${appId}.desktop is missing`];
  const entry = readFileSync(file, 'utf8');
  const program = /^Exec=(\S+) %U$/m.exec(entry)?.[1] ?? '';
  const icon = /^Icon=(\S+)$/m.exec(entry)?.[1] ?? '';
  const types = /^MimeType=(.*)$/m.exec(entry)?.[1]?.split(';') ?? [];
  const wanted = protocols.flatMap(({ schemes }) => schemes.map((scheme) => `x-scheme-handler/${scheme}`));
  return [
    ...(await saidBy('desktop-file-validate', [file])),
    ...(existsSync(inSystem(opened, `usr/bin/${program}`))
      ? []
      : [`it starts ${program}, which is not there`]),
    ...(existsSync(inSystem(opened, `usr/share/icons/hicolor/256x256/apps/${icon}.png`))
      ? []
      : [`its icon ${icon} is not there`]),
    ...wanted.filter((type) => !types.includes(type)).map((type) => `it does not open ${type}`),
  ];
}

export async function appStream(opened: Opened): Promise<string[]> {
  const { appId, version } = readConfig();
  const file = inSystem(opened, `usr/share/metainfo/${appId}.metainfo.xml`);
  if (!existsSync(file)) return [`${appId}.metainfo.xml is missing`];
  const named = /<release version="([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1] ?? 'none';
  return [
    ...(await saidBy('appstreamcli', ['validate', '--no-net', file])),
    ...(named === version ? [] : [`its newest release is ${named}, not ${version}`]),
  ];
}

/** The tables that a desktop makes of what the package brings. */
export async function kindsOfFiles(opened: Opened): Promise<string[]> {
  const { appId, fileAssociations } = readConfig();
  const brought = inSystem(opened, `usr/share/mime/packages/${appId}.xml`);
  if (!existsSync(brought)) return [`${appId}.xml is missing`];
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-mime-'));
  try {
    mkdirSync(path.join(folder, 'packages'));
    copyFileSync(brought, path.join(folder, 'packages', `${appId}.xml`));
    const problems = await saidBy('update-mime-database', [folder]);
    if (problems.length > 0) return problems;
    const table = readFileSync(path.join(folder, 'globs2'), 'utf8');
    return fileAssociations
      .filter(({ mimeType, ext }) => !table.includes(`:${mimeType}:*.${ext}\n`))
      .map(({ mimeType, ext }) => `*.${ext} is not of the kind ${mimeType}`);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  }
}
