/** `'common:close'`, or a template of which keys are made: `errors:${code}.what`. */
const keyOrTemplate = /(["'])([a-z-]+:[\w.-]+)\1|`([a-z-]+:(?:[^`$]|\$\{[^}]*\})*)`/g;

/** What a `${…}` may stand for: a part of a key between two dots, or some of it. */
const anyPart = '[^.:]*';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Which keys a source names, be it by a template that can make them. */
export function keysIn(source: string): { has: (key: string) => boolean } {
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  for (const [, , literal, template] of source.matchAll(keyOrTemplate)) {
    if (literal !== undefined) literals.add(literal);
    if (template !== undefined)
      patterns.push(
        new RegExp(
          `^${template
            .split(/\$\{[^}]*\}/)
            .map(escaped)
            .join(anyPart)}$`,
        ),
      );
  }
  return { has: (key) => literals.has(key) || patterns.some((pattern) => pattern.test(key)) };
}
