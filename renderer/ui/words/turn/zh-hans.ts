import type { Widened } from '../widened';
import type { turnEn } from './en';

export const turnZhHans: Widened<typeof turnEn> = {
  turn: {
    title: '转送站（TURN）',
    text: '有些网络之间不允许直接连接，这时由转送站把封好的数据包转过去。它打不开这些数据，但看得到两端的网络地址、什么时候、有多少。Vigil 自己不带转送站：请填你自己的，或者你信任的人的。',
    address: '转送站的地址',
    addressHint:
      '例如 turn.example.org。前面加 turns: 表示用 TLS，末尾加 ?transport=tcp 表示用 TCP。最多 {{count}} 个。',
    username: '用户名',
    credential: '密码',
    listed: '转送站',
    full: '转送站列表满了，请先移出一个。',
    on: '使用 {{server}}',
    remove: '移出 {{server}}',
    test: '测试',
    testOf: '测试 {{server}}',
    result: {
      running: '正在测试',
      works: '可用，{{ms}} 毫秒',
      'no-answer': '没有回应',
      refused: '用户名或密码被拒绝',
      'not-found': '找不到这个地址',
    },
    hide: '不让别人看到我的网络地址',
    hideText:
      '所有连接都经过你自己的转送站，从不直连。别人看到的是转送站的地址，不是你的。中继和转送站仍然看得到你的地址。从下一次会议起生效。',
    verified: '只和我验证过的人直连',
    verifiedText: '和其他人的连接都经过你自己的转送站，直到你验证了对方。从下一次会议起生效。',
    missing: '这需要一个你自己的、已经打开的转送站。没有的话，Vigil 不会开始通话。',
    lend: '把我的转送站借给我邀请的人',
    lendText:
      '邀请链接里会带上它的地址、用户名和密码：有链接的人都能用它，会后也能，直到你在转送站上换密码。它能帮到网络封得很严的客人。',
  },
  path: {
    'same-network': '同一网络',
    direct: '直连',
    relayed: '经过转送站',
    relayedBy: '经过 {{server}}',
    milliseconds: '{{ms}} 毫秒',
    none: '和{{name}}之间没有直接的路',
    noneCarried: '你们俩之间缺少声音和画面。其他一切正常：由别人转交。',
    noneHelp: '如果一直这样，可以试试在“连接”里添加转送站，或者换一个网络。',
  },
};
