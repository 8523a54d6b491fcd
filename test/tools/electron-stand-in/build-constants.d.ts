/** Text that build.mjs puts in. */
declare const MAIN_WORLD: string;
declare const ISOLATED_WORLD: string;
declare const ELECTRON_VERSION: string;
