import type { Widened } from '../widened';
import type { turnEn } from './en';

export const turnZhHant: Widened<typeof turnEn> = {
  turn: {
    title: '轉送站（TURN）',
    text: '有些網路之間不允許直接連線，這時由轉送站把封好的封包轉過去。它打不開這些內容，但看得到兩端的網路位址、什麼時候、有多少。Vigil 自己不帶轉送站：請填你自己的，或者你信任的人的。',
    address: '轉送站的位址',
    addressHint:
      '例如 turn.example.org。前面加 turns: 表示用 TLS，末尾加 ?transport=tcp 表示用 TCP。最多 {{count}} 個。',
    username: '使用者名稱',
    credential: '密碼',
    listed: '轉送站',
    full: '轉送站清單滿了，請先移出一個。',
    on: '使用 {{server}}',
    remove: '移出 {{server}}',
    test: '測試',
    testOf: '測試 {{server}}',
    result: {
      running: '正在測試',
      works: '可用，{{ms}} 毫秒',
      'no-answer': '沒有回應',
      refused: '使用者名稱或密碼被拒絕',
      'not-found': '找不到這個位址',
    },
    hide: '不讓別人看到我的網路位址',
    hideText:
      '所有連線都經過你自己的轉送站，從不直連。別人看到的是轉送站的位址，不是你的。中繼站和轉送站仍然看得到你的位址。從下一次會議起生效。',
    verified: '只和我驗證過的人直連',
    verifiedText: '和其他人的連線都經過你自己的轉送站，直到你驗證了對方。從下一次會議起生效。',
    missing: '這需要一個你自己的、已經打開的轉送站。沒有的話，Vigil 不會開始通話。',
    lend: '把我的轉送站借給我邀請的人',
    lendText:
      '邀請連結裡會帶上它的位址、使用者名稱和密碼：有連結的人都能用它，會後也能，直到你在轉送站上換密碼。它能幫到網路封得很嚴的客人。',
  },
  path: {
    'same-network': '同一網路',
    direct: '直連',
    relayed: '經過轉送站',
    relayedBy: '經過 {{server}}',
    milliseconds: '{{ms}} 毫秒',
    none: '和{{name}}之間沒有直接的路',
    noneCarried: '你們倆之間缺少聲音和畫面。其他一切正常：由別人轉交。',
    noneHelp: '如果一直這樣，可以試試在「連線」裡加入轉送站，或者換一個網路。',
  },
};
