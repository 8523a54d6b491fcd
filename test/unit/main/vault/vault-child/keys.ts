/** What parent and child know: one key store's master key, one passphrase. */
export const master = Uint8Array.from({ length: 32 }, (_, index) => index);
export const PASSPHRASE = 'lamp river seven candle';
