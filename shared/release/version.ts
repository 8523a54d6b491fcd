/** Versions of Vigil: three numbers, compared one after the other. */

/** Major, minor, patch: 0 to 65535 each. */
export type Version = readonly [number, number, number];

export const MAX_VERSION_NUMBER = 0xffff;

const SHAPE = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/;

/** Null for anything but three numbers of 0 to 65535 without leading zeros. Never throws. */
export function parseVersion(text: string): Version | null {
  const numbers = SHAPE.exec(text)?.slice(1).map(Number);
  const [major, minor, patch] = numbers ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return null;
  return Math.max(major, minor, patch) <= MAX_VERSION_NUMBER ? [major, minor, patch] : null;
}

export const showVersion = (version: Version): string => version.join('.');

/** Below zero where `a` is older, above it where `a` is newer. */
export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
