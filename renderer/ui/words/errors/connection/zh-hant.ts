import type { Widened } from '../../widened';
import type { connectionErrorsEn } from './en';

export const connectionErrorsZhHant: Widened<typeof connectionErrorsEn> = {
  'relay-url-invalid': {
    what: '這不是中繼站的位址',
    safe: '安全。清單沒有變。',
    todo: '位址的樣子是 wss://relay.example.org',
  },
  'relay-list-empty': {
    what: '最後一個中繼站不能拿掉',
    safe: '安全。清單沒有變。',
    todo: '先新增另一個中繼站，或者把中繼站整個關掉。',
  },
  'relay-list-too-long': { what: '中繼站清單滿了', safe: '安全。清單沒有變。', todo: '先移出一個中繼站。' },
  'dht-node-invalid': {
    what: '這不是節點的位址',
    safe: '安全。清單沒有變。',
    todo: '位址的樣子是 node.example.org:49737',
  },
  'turn-url-invalid': {
    what: '這不是轉送站的位址',
    safe: '安全。清單沒有變。',
    todo: '位址看起來像 turn.example.org 或 turns:turn.example.org:443',
  },
  'turn-login-invalid': {
    what: '缺少使用者名稱或密碼，或者太長',
    safe: '安全。清單沒有變。',
    todo: '轉送站兩樣都要。連同位址最多 254 個字元。',
  },
  'turn-needed': {
    what: 'Vigil 沒有開始這次通話',
    safe: '安全。什麼都沒有送出。你要隱藏位址，但沒有可以躲在後面的轉送站。',
    todo: '在「連線」裡加入並打開一個轉送站，或者不再隱藏位址。',
  },
};
