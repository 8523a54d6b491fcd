/**
 * Which words the screens say, and which they no longer do: one word for one thing, and the term that people know. In
 * code and in the protocol the old words stay.
 */
import { textsIn, type Language } from '../../tools/scripts/locale-files.mjs';

interface Rule {
  not: RegExp;
  /** What to say instead. */
  but: string;
}

const english: readonly Rule[] = [
  { not: /\b(?:some|no|any|every)body\b/i, but: 'someone, no one, anyone, everyone' },
  { not: /\bwho(?:ever|m)\b/i, but: 'anyone who, the person who' },
  { not: /\bmay (?!(?:not )?(?:be|have)\b)/i, but: 'can: may is only for what is not known' },
  { not: /\bseal(?:s|ed|ing)?\b/i, but: 'encrypted, end-to-end encrypted' },
  { not: /\bknock(?:s|ed|ing)?\b/i, but: 'ask to join' },
  { not: /\bdoors?\b/i, but: 'waiting room, who can join' },
  { not: /\b(?:comes?|came) in\b/i, but: 'join' },
  { not: /\bnot now\b/i, but: 'Decline, Cancel' },
  {
    not: /\bsounds? and pictures?\b|\bpictures? and sounds?\b|\bno picture and no sound\b/i,
    but: 'audio and video',
  },
  {
    not: /\blinks? (?:between|closed|could|run)\b|\b(?:your|broken) links?\b|\bkeys of (?:this|the) link\b/i,
    but: 'connection: a link is an invite',
  },
  { not: /\bgo-betweens?\b/i, but: 'TURN server' },
  { not: /\bpost box/i, but: 'server' },
  { not: /\bpeer-to-peer search\b/i, but: 'peer-to-peer discovery (DHT)' },
  { not: /\bthis network$/i, but: 'local network' },
  { not: /\bby hand\b/i, but: 'manual invite' },
  { not: /\bways\b(?!\}\})|\b(?:a|one|each|every|which|no) way\b/i, but: 'connection methods' },
  { not: /\bnetwork address/i, but: 'IP address' },
  { not: /\bresting\b/i, but: 'Idle' },
  { not: /\bgroup code\b/i, but: 'group safety number' },
  { not: /\bnot (?:compared|verified)\b|\bmet before\b/i, but: 'unverified' },
  { not: /\bthey (?:differ|are the same)\b/i, but: "They match, They don't match" },
  { not: /\bappear as someone new\b/i, but: 'one-time identity' },
  { not: /\bsingle people\b/i, but: 'personal links' },
  { not: /\bvault\b/i, but: 'data on this computer' },
  { not: /\bhappening here\b/i, but: 'Meeting security' },
  { not: /^Look$|^Paper$|^Night$|\bas the system\b/i, but: 'Appearance: Light, Dark, System' },
  { not: /\b(?:we|us|our)\b/i, but: 'Vigil' },
  { not: /\b(?:he|she|him|her|his)\b/i, but: 'the name' },
  { not: /\bsecure\b/i, but: 'what is safe from whom' },
  { not: /\b(?:licence|recognise|colour|behaviour)/i, but: 'US spelling' },
  { not: /!/, but: 'a full stop' },
];

const hans: readonly Rule[] = [
  { not: /敲门|门口|守门/, but: '请求加入、等候室' },
  { not: /放进来|让进来|放人|放新人/, but: '准许' },
  { not: /转送站/, but: 'TURN 服务器' },
  { not: /网络地址/, but: 'IP 地址' },
  { not: /声音和画面|画面和声音/, but: '音频和视频' },
  { not: /口令/, but: '密码' },
  { not: /保险库/, but: '本机数据' },
  { not: /核对码|号码/, but: '安全码、群组安全码' },
  { not: /参加者|参会者/, but: '成员' },
  { not: /出路|[条的]路(?!径)/, but: '连接方式' },
  { not: /点对点查找/, but: '点对点发现（DHT）' },
  { not: /手动传递/, but: '手动邀请' },
  { not: /休息中/, but: '空闲' },
  { not: /^[纸夜]$/, but: '浅色、深色' },
  { not: /坐在|坐着/, but: '拦截、中间人攻击者' },
  { not: /封好/, but: '加密' },
  { not: /联席主持(?!人)/, but: '联席主持人' },
  { not: /新身份出现/, but: '一次性身份' },
  { not: /^(?:<b>)?是[。的]/, but: '安全' },
  { not: /您/, but: '你' },
];

const hant: readonly Rule[] = [
  { not: /敲門|門口|守門/, but: '要求加入、等候室' },
  { not: /請求加入/, but: '要求加入' },
  { not: /放進來|讓進來|放人|放新人/, but: '允許' },
  { not: /轉送站/, but: 'TURN 伺服器' },
  { not: /網路位址/, but: 'IP 位址' },
  { not: /聲音和畫面|畫面和聲音|音頻|視頻|影片/, but: '音訊和視訊' },
  { not: /通行密語|口令/, but: '密碼' },
  { not: /保險庫/, but: '本機資料' },
  { not: /核對碼|號碼/, but: '安全碼、群組安全碼' },
  { not: /參加者|參與者/, but: '成員' },
  { not: /出路|[條的]路(?!徑)/, but: '連線方式' },
  { not: /點對點搜尋/, but: '點對點探索（DHT）' },
  { not: /本地網路/, but: '區域網路' },
  { not: /手動傳遞/, but: '手動邀請' },
  { not: /休息中/, but: '閒置' },
  { not: /^[紙夜]$/, but: '淺色、深色' },
  { not: /坐在|坐著/, but: '攔截、中間人攻擊者' },
  { not: /封好/, but: '加密' },
  { not: /共同主持(?!人)|聯席/, but: '共同主持人' },
  { not: /新身分出現/, but: '一次性身分' },
  { not: /^(?:<b>)?是[。的]/, but: '安全' },
  { not: /端到端|服務器|信息/, but: '端對端、伺服器、訊息' },
  { not: /[“”]/, but: '「」' },
  { not: /您/, but: '你' },
];

const chinese: readonly Rule[] = [
  {
    not: / \{\{(?:name|peer|about|other|names)\}\}|\{\{(?:name|peer|about|other|names)\}\} /,
    but: '名字前后不加空格',
  },
  { not: /(?<!…)…(?!…)/, but: '……' },
  { not: /\p{Script=Han}[,;!?]|！/u, but: '全角标点' },
];

/** By language; a language without a list is held to none. */
const forbidden: Partial<Record<string, readonly Rule[]>> = {
  en: english,
  'zh-Hans': [...hans, ...chinese],
  'zh-Hant': [...hant, ...chinese],
};

/** Words of the machinery: nobody needs them to join, to wait, to see and hear, or to leave. */
const hidden: Partial<Record<string, RegExp>> = {
  en: /\b(?:relays?|nostr|DHT|STUN|TURN|nodes?|multicast|handshakes?|epochs?|fingerprints?|vault|runtime)\b/i,
  'zh-Hans': /中继|Nostr|DHT|STUN|TURN|节点|组播|多播|握手|指纹|保险库|运行环境/,
  'zh-Hant': /中繼|Nostr|DHT|STUN|TURN|節點|群播|多播|握手|交握|指紋|保險庫|執行環境/,
};

/** Home, preview, waiting room, tiles, leaving, and what follows. */
const plainScreens = [
  'common:',
  'home:',
  'entering:',
  'door:',
  'meeting:',
  'speaking:',
  'ending:',
  'connection:status.',
  'identity:vault.',
  'verification:badge.',
  'verification:trust.',
  'turn:path.none',
];

interface Exception {
  /** Where the key begins. */
  key: string;
  word: string;
  why: string;
}

const remedy = 'a TURN server is the remedy, or what keeps the remedy from working';

export const exceptions: readonly Exception[] = [
  { key: 'entering:firewall.text', word: 'TURN', why: remedy },
  { key: 'ending:ended.no-path', word: 'TURN', why: remedy },
  { key: 'turn:path.noneHelp', word: 'TURN', why: remedy },
];

/** A text that says what it should not, in a line: `key: says "word", not "other word"`. */
export function slipsIn(language: Language, tag: string, allowed = exceptions): string[] {
  const rules = forbidden[tag] ?? [];
  const isAllowed = (key: string, word: string): boolean =>
    allowed.some((one) => key.startsWith(one.key) && one.word === word);
  return Object.entries(language).flatMap(([namespace, keys]) =>
    textsIn(keys).flatMap(([name, text]) => {
      const key = `${namespace}:${name}`;
      const machinery = plainScreens.some((start) => key.startsWith(start)) ? hidden[tag] : undefined;
      return [
        ...rules.map(({ not, but }) => ({ word: not.exec(text)?.[0], but })),
        { word: machinery?.exec(text)?.[0], but: 'no word of the machinery' },
      ].flatMap(({ word, but }) =>
        word === undefined || isAllowed(key, word) ? [] : [`${key}: says "${word}", not "${but}"`],
      );
    }),
  );
}
