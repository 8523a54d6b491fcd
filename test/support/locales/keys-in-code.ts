import ts from 'typescript';

/** What a `${…}` in a key may stand for: a part between two dots, or some of it. */
const anyPart = '[^.:]*';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * Which keys a source names, be it by a template of which they are made: `errors:${code}.what` names all of that form.
 * @param fileName its ending says whether there is JSX
 */
export function keysIn(source: string, fileName: string): { has: (key: string) => boolean } {
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) literals.add(node.text);
    if (ts.isTemplateExpression(node) && node.head.text.includes(':')) {
      const rest = node.templateSpans.map(({ literal }) => anyPart + escaped(literal.text));
      patterns.push(new RegExp(`^${escaped(node.head.text)}${rest.join('')}$`));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest));
  return { has: (key) => literals.has(key) || patterns.some((pattern) => pattern.test(key)) };
}
