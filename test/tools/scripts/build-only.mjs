/** `npm run build`: builds Vigil into out/. */
import { prepare } from './prepare.mjs';
import { runTool } from './say.mjs';

await runTool(async () => {
  await prepare();
  return 0;
});
