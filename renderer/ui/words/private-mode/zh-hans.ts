import type { Widened } from '../widened';
import type { privateModeEn, privateModeErrorsEn } from './en';

const nothingSent = '安全。什么都没有发出，谁也没有收到。';

export const privateModeErrorsZhHans: Widened<typeof privateModeErrorsEn> = {
  'private-mode-no-proxy': {
    what: '你的代理没有回应',
    safe: nothingSent,
    todo: '启动 Tor 或你的代理，再试一次。不用私密模式，中继和参加者就看得到你的地址。',
  },
  'private-mode-no-turn': {
    what: '没有你的代理够得到的转送站',
    safe: nothingSent,
    todo: '在“连接”里加一个走 TCP 或 TLS 的转送站（TURN）。没有它，画面和声音就得露出你的地址。',
  },
  'private-mode-damaged': {
    what: 'Vigil 读不出私密模式开没开',
    safe: nothingSent,
    todo: '在“连接”里重新选：开或关。在那之前 Vigil 谁也不联系。',
  },
  'private-mode-not-saved': {
    what: 'Vigil 没能保存',
    safe: '安全。私密模式没有变。',
    todo: '看看磁盘是不是满了，或者不让写，然后再试一次。',
  },
  'proxy-address-invalid': {
    what: '这不是代理的地址',
    safe: '安全。私密模式没有变。',
    todo: '地址像这样：127.0.0.1:9050。这里不能带用户名和密码。',
  },
};

export const privateModeZhHans: Widened<typeof privateModeEn> = {
  privateMode: {
    title: '私密模式',
    text: '一切都经过 Tor 或你的代理，不然就不发。',
    hides: '中继、转送站和参加者看到的是代理的地址，不是你的',
    later: '画面和声音会晚一点到',
    off: '点对点查找和本地网络会关掉',
    needs: '通话需要一个走 TCP 或 TLS 的转送站（TURN）',
    kind: '代理的种类',
    socks5: 'SOCKS5（Tor）',
    http: 'HTTP',
    proxy: '代理的地址',
    proxyHint: 'Tor 在 127.0.0.1:9050，Tor 浏览器在 127.0.0.1:9150。',
    restarts: '改动以后，Vigil 会重新启动。',
    turnOn: '打开并重新启动',
    turnOff: '关闭并重新启动',
    change: '更改并重新启动',
    offWarns: '不用私密模式，中继和参加者就看得到你的地址。',
    answers: '代理有回应',
    silent: '代理没有回应',
    unknown: '还没有问过代理',
    check: '问一下代理',
    badge: '私密模式',
    badgeDamaged: '私密模式：读不出来',
    open: '私密模式设置',
    limits: '没有验证之前，名字什么都证明不了。你的声音和画面仍然会说出你是谁。',
    refused: {
      title: 'Vigil 没有开始这次通话',
      lead: '它现在守不住私密模式的承诺。',
      noProxy: '你在 {{proxy}} 的代理没有回应。走别的路都会露出你的地址。',
      safe: '<b>安全。</b>什么都没有发出，谁也没有收到。',
      notNow: '先不',
    },
  },
};
