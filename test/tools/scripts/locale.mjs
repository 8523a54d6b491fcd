/**
 * `npm run locale`: writes down the types of the English words, after they have changed. `npm run locale -- fa`: lays out
 * the files of a new language for a translator.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './prepare.mjs';
import { root } from './paths.mjs';
import { runTool, say } from './say.mjs';

const locales = path.join(root, 'renderer/locales');

await runTool(async () => {
  await ensureDependencies();
  const { beginLanguage, marker, readLanguage, typesOf } = await import('./locale-files.mjs');
  const [tag] = process.argv.slice(2);
  if (tag === undefined) {
    writeFileSync(path.join(locales, 'resources.ts'), typesOf(readLanguage(path.join(locales, 'en'))));
    return 0;
  }
  const texts = beginLanguage(locales, tag);
  say(
    `renderer/locales/${tag} has ${texts} texts, all of them in English still. Translate them, leave {{names}} and`,
  );
  say(
    `<b>tags</b> as they are, and delete ${marker} when all is done: then Vigil speaks it, and tests check it.`,
  );
  return 0;
});
