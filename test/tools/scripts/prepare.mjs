/** What every command does first: the right Node, the pinned dependencies, a build of the sources as they are. */
import './node-version.mjs';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';

export { ensureBuild, ensureDependencies };

/** Ensures dependencies and build; says in one line each what it does, and nothing when nothing is to do. */
export async function prepare() {
  await ensureDependencies();
  await ensureBuild();
}
