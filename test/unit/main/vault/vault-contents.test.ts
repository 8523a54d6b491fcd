import { beforeAll, describe, expect, it } from 'vitest';
import { decodeContents, encodeContents, freshContents } from '../../../../main/vault/contents';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { encodeCbor } from '../../../../shared/wire/cbor';

beforeAll(cryptoReady);

describe('what the vault holds', () => {
  it('comes back as it was', () => {
    const contents = freshContents();
    contents.settings.saveBandwidth = true;
    expect(decodeContents(encodeContents(contents))).toEqual(contents);
  });

  it('loses DHT nodes that cannot be read, and nothing else', () => {
    const contents = { ...freshContents(), knownDhtNodes: [{ host: 'node.example', port: 0 }] };
    expect(decodeContents(encodeContents(contents))).toEqual({ ...contents, knownDhtNodes: [] });
    const kept = { ...contents, knownDhtNodes: [{ host: '11.22.33.5', port: 49_737 }] };
    expect(decodeContents(encodeContents(kept))).toEqual(kept);
  });

  it('of an earlier version still opens: bandwidth was not saved then, nothing locked itself, and there was one way', () => {
    const { identitySeed, settings } = freshContents();
    const earlier: Partial<typeof settings> = { ...settings };
    delete earlier.saveBandwidth;
    delete earlier.lockAfterMinutes;
    delete earlier.language;
    delete earlier.textSize;
    delete earlier.shortcuts;
    delete earlier.firstCardsRead;
    delete earlier.muteEverywhere;
    delete earlier.notifications;
    delete earlier.notificationNames;
    delete earlier.alertTone;
    delete earlier.stayInTray;
    delete earlier.transports;
    delete earlier.turn;
    delete earlier.hideAddress;
    delete earlier.firewallExplained;
    delete earlier.noiseSuppression;
    delete earlier.echoCancellation;
    delete earlier.automaticGain;
    delete earlier.background;
    delete earlier.backgroundColor;
    const bytes = encodeCbor({ identitySeed, settings: earlier });
    expect(decodeContents(bytes).settings).toEqual({
      ...earlier,
      saveBandwidth: false,
      invitePage: '',
      language: '',
      textSize: 100,
      shortcuts: {},
      firstCardsRead: false,
      muteEverywhere: null,
      lockAfterMinutes: 15,
      notifications: true,
      notificationNames: false,
      alertTone: true,
      stayInTray: false,
      transports: { nostr: true, dht: true, lan: true },
      turn: [],
      hideAddress: false,
      firewallExplained: false,
      noiseSuppression: 'standard',
      echoCancellation: true,
      automaticGain: true,
      background: 'none',
      backgroundColor: '#3d5a80',
    });
  });

  it('of a version that called the transports ways still opens, and none is on that was off', () => {
    const { identitySeed, settings } = freshContents();
    const { transports, ...earlier } = settings;
    const ways = { ...transports, dht: false };
    const bytes = encodeCbor({ identitySeed, settings: { ...earlier, ways } });
    expect(decodeContents(bytes).settings).toEqual({ ...earlier, transports: ways });
  });
});
