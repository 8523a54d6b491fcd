/** The desktop entry: how a desktop starts Vigil, and that it opens invite links and invite files. */
import type { PackageConfig } from './config';

/** @param program what to start: a name on the path, or an absolute path. */
export function desktopEntry(config: PackageConfig, program: string): string {
  const { appId, protocols, fileAssociations, linux } = config;
  const types = [
    ...fileAssociations.map(({ mimeType }) => mimeType),
    ...protocols.flatMap(({ schemes }) => schemes.map((scheme) => `x-scheme-handler/${scheme}`)),
  ];
  const keys = {
    Type: 'Application',
    ...linux.desktop.entry,
    Comment: linux.synopsis,
    Exec: `${program} %U`,
    Icon: appId,
    Terminal: 'false',
    StartupWMClass: appId,
    MimeType: `${types.join(';')};`,
  };
  return `[Desktop Entry]\n${Object.entries(keys)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('')}`;
}
