/**
 * `npm run release -- …`: what names a release, for those who hold release keys (docs/releasing.md).
 *
 *     key FILE                                      a new key: its secret half into FILE, its public half on screen
 *     make FOLDER --days N --build linux-x64=FILE…  the manifest of the packages in FOLDER, and of app.asar files
 *     sign RELEASE KEY                              adds one signature; run by each holder on a computer of their own
 *     show RELEASE                                  what it says, and who signed
 */
import { parseArgs } from 'node:util';
import { Explained, runTool, say } from '../scripts/say.mjs';
import { cryptoReady } from '../../../shared/crypto/sodium';
import { addSignature, makeKey, makeRelease, shown } from './steps';

const DEFAULT_DAYS = 120;
const STEPS = 'Say key FILE, make FOLDER, sign RELEASE KEY or show RELEASE.';

function argumentsOf(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { days: { type: 'string' }, build: { type: 'string', multiple: true, default: [] } },
    });
  } catch {
    throw new Explained(STEPS);
  }
}

await runTool(async () => {
  await cryptoReady();
  const { values, positionals } = argumentsOf(process.argv.slice(2));
  const [step, first, second] = positionals;
  if (step === 'key' && first) say(`Its public half: ${makeKey(first)}`);
  else if (step === 'make' && first) {
    const days = Number(values.days ?? DEFAULT_DAYS);
    say(
      `Made ${await makeRelease(first, values.build, days, Math.floor(Date.now() / 1000))}. Nobody has signed it yet.`,
    );
  } else if (step === 'sign' && first && second)
    say(`Signed by ${String(addSignature(first, second))} by now.`);
  else if (step === 'show' && first) shown(first).forEach(say);
  else throw new Explained(STEPS);
  return 0;
});
