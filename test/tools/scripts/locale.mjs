/**
 * `npm run locale`: writes down the types of the English words, after they have changed. `npm run locale -- fa`: lays out
 * for a translator what a language has to say, and does not say yet.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './prepare.mjs';
import { root } from './paths.mjs';
import { runTool, say } from './say.mjs';

const locales = path.join(root, 'renderer/locales');

await runTool(async () => {
  await ensureDependencies();
  const { readLanguage, typesOf, updateLanguage } = await import('./locale-files.mjs');
  const [tag] = process.argv.slice(2);
  if (tag === undefined) {
    writeFileSync(path.join(locales, 'resources.ts'), typesOf(readLanguage(path.join(locales, 'en'))));
    return 0;
  }
  const { texts, left } = updateLanguage(locales, tag);
  say(`renderer/locales/${tag} has ${texts} texts, of which ${left} are to be translated: they are "".`);
  say(
    'Translate what renderer/locales/en says, and leave {{names}} and <b>tags</b> as they are. Until then Vigil says it in English.',
  );
  return 0;
});
