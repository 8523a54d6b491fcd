/** This computer's clocks, as main reads them; nobody else does (eslint.config.mjs). */
import type { Clocks } from '../shared/clocks';

export const systemClocks: Clocks = { wall: () => Date.now(), steady: () => performance.now() };
