/** What deb and rpm say of the package beside its files. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../scripts/paths.mjs';
import { epoch, type PackageConfig } from './config';

/** The paragraphs of the AppStream data, as text. */
function description(appId: string): string[] {
  const metainfo = readFileSync(path.join(root, `main/packaging/linux/${appId}.metainfo.xml`), 'utf8');
  const [, text = ''] = /<description>(.*?)<\/description>/s.exec(metainfo) ?? [];
  return [...text.matchAll(/<p>(.*?)<\/p>/gs)].map(([, paragraph = '']) =>
    paragraph.trim().replace(/\s+/g, ' '),
  );
}

/** In kibibytes, as Debian counts: each file by whole ones. */
function installedSize(tree: string): number {
  return readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.parentPath.includes('DEBIAN'))
    .map((entry) =>
      entry.isFile() ? Math.ceil(lstatSync(path.join(entry.parentPath, entry.name)).size / 1024) : 1,
    )
    .reduce((sum, size) => sum + size, 0);
}

export function controlFile(config: PackageConfig, tree: string): string {
  const { name, version, linux, deb, appId } = config;
  const lines = {
    Package: name,
    // Sorts before the release of the same number.
    Version: version.replaceAll('-', '~'),
    Architecture: process.arch === 'x64' ? 'amd64' : process.arch,
    Maintainer: linux.maintainer,
    'Installed-Size': String(installedSize(tree)),
    Depends: deb.depends.join(', '),
    Recommends: deb.recommends.join(', '),
    Section: 'net',
    Priority: 'optional',
    Description: [
      linux.synopsis.charAt(0).toLowerCase() + linux.synopsis.slice(1),
      description(appId).map(wrapped).join('\n.\n').replaceAll(/^/gm, ' '),
    ].join('\n'),
  };
  return Object.entries(lines)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}

/** One entry, as Debian wants its history; the project's own is in its repository. */
export function changelog({ name, version, linux }: PackageConfig): string {
  const date = new Date(epoch() * 1000).toUTCString().replace('GMT', '+0000');
  return `${name} (${version.replaceAll('-', '~')}) unstable; urgency=medium\n\n  * As released.\n\n -- ${linux.maintainer}  ${date}\n`;
}

export const lintianOverrides = `# Electron is taken as its project releases it, byte for byte but for the fuses, so that it can be compared: with the
# libraries that Chromium brings and with their symbols. The same holds for the native parts of the DHT.
vigil: embedded-library * [usr/lib/vigil/*]
vigil: unstripped-binary-or-object [usr/lib/vigil/*]
# Chromium's own helper, for systems that grant programs no namespaces: without it there would be no sandbox there.
vigil: elevated-privileges 4755 root/root [usr/lib/vigil/chrome-sandbox]
`;

/** For terminals. */
const WIDTH = 78;

function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\n');
}

export function specFile(config: PackageConfig, quick: boolean): string {
  const { name, version, license, linux, rpm, appId } = config;
  return `Name: ${name}
Version: ${version.replaceAll('-', '~')}
Release: 1
Summary: ${linux.synopsis}
License: ${license}
Packager: ${linux.maintainer}
AutoReqProv: no
${rpm.depends.map((each) => `Requires: ${each}`).join('\n')}

# Nothing is done to what was built, and the same tree makes the same bytes.
%global debug_package %{nil}
%global __os_install_post %{nil}
%global _build_id_links none
%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
%define _binary_payload w${quick ? '1' : '6'}.${quick ? 'gzdio' : 'xzdio'}

%description
${description(appId).map(wrapped).join('\n\n')}

%install
cp -a %{vigil_tree}/. %{buildroot}/

%files
%defattr(-,root,root,-)
/usr/bin/vigil
/usr/lib/vigil
%attr(4755,root,root) /usr/lib/vigil/chrome-sandbox
/usr/share/applications/${appId}.desktop
/usr/share/metainfo/${appId}.metainfo.xml
/usr/share/mime/packages/${appId}.xml
/usr/share/icons/hicolor/*/apps/${appId}.*
/usr/share/doc/vigil
/usr/share/man/man1/vigil.1.gz
`;
}
