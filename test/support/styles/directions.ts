/** Which declarations of a style sheet hold for one direction of writing alone. */

export interface Declaration {
  property: string;
  value: string;
}

/** Each declaration, `property: value`, without comments. */
function declarationsIn(css: string): Declaration[] {
  const bare = css.replace(/\/\*[^]*?\*\//g, '');
  return [...bare.matchAll(/(?<=[{;]\s*)([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(
    ([, property = '', value = '']) => ({
      property,
      value: value.trim().replace(/\s+/g, ' '),
    }),
  );
}

/** The values of a list; a function is one. */
function partsOf(value: string): string[] {
  const parts: string[] = [];
  let [part, depth] = ['', 0];
  for (const letter of value) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (letter === ' ' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  return [...parts, part];
}

const FOUR_SIDES = /^(?:inset|margin|padding|border-(?:width|style|color)|scroll-(?:margin|padding))$/;
/** Words with a direction in them, and lengths that are counted from the left. */
const PHYSICAL_WORD = /(?:^|[\s(,-])(?:left|right)(?:$|[\s),-])/;

function isPhysical({ property, value }: Declaration): boolean {
  if (property === 'letter-spacing') return true;
  if (PHYSICAL_WORD.test(property) || PHYSICAL_WORD.test(value)) return true;
  const parts = partsOf(value);
  if (FOUR_SIDES.test(property)) return parts.length === 4 && parts[1] !== parts[3];
  if (property === 'border-radius') return parts.length > 1;
  if (property === 'translate') return parts[0] !== '0';
  if (property === 'scale') return parts.length > 1;
  if (property === 'transform') return /translate|scaleX|skew|rotate/.test(value);
  return (
    /^(?:background|object|transform)(?:-position|-origin)?$/.test(property) &&
    / at (?!50%|var\()/.test(value)
  );
}

/** `property: value`, as it stands; nothing, if the sheet mirrors by itself. Spaced letters break those of Arabic. */
export function physicalIn(css: string): string[] {
  return declarationsIn(css)
    .filter(isPhysical)
    .map(({ property, value }) => `${property}: ${value}`);
}
