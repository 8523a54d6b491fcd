/** How the own sound is sent. Each side decides for itself: nothing of this comes from the other side. */
export interface SoundEncoding {
  /** Of Opus (RFC 7587, section 6.1), as the other side's description is rebuilt with them. */
  readonly parameters: string;
  /** Each packet carries the one before it as well (RFC 2198), so that a lost one is not missed. */
  readonly redundant: boolean;
}

/** Every packet has the same size, and there is one every 20 ms, whether or not somebody speaks. */
export const EVEN_SOUND: SoundEncoding = {
  parameters: 'minptime=10;useinbandfec=1;cbr=1;maxaveragebitrate=32000',
  redundant: true,
};

/** Less to send; sizes and gaps of packets tell when somebody speaks, and something of what is said. */
export const SPARING_SOUND: SoundEncoding = {
  parameters: 'minptime=10;useinbandfec=1;usedtx=1;maxaveragebitrate=20000',
  redundant: false,
};
