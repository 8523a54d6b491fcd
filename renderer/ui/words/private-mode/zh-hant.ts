import type { Widened } from '../widened';
import type { privateModeEn, privateModeErrorsEn } from './en';

const nothingSent = '安全。什麼都沒有送出，誰也沒有收到。';

export const privateModeErrorsZhHant: Widened<typeof privateModeErrorsEn> = {
  'private-mode-no-proxy': {
    what: '你的代理沒有回應',
    safe: nothingSent,
    todo: '啟動 Tor 或你的代理，再試一次。不用私密模式，中繼站和參加者就看得到你的位址。',
  },
  'private-mode-no-turn': {
    what: '沒有你的代理連得到的轉送站',
    safe: nothingSent,
    todo: '在「連線」裡加一個走 TCP 或 TLS 的轉送站（TURN）。沒有它，畫面和聲音就得露出你的位址。',
  },
  'private-mode-damaged': {
    what: 'Vigil 讀不出私密模式開了沒有',
    safe: nothingSent,
    todo: '在「連線」裡重新選：開或關。在那之前 Vigil 誰也不聯絡。',
  },
  'private-mode-not-saved': {
    what: 'Vigil 沒能儲存',
    safe: '安全。私密模式沒有變。',
    todo: '看看磁碟是不是滿了，或者不能寫入，然後再試一次。',
  },
  'proxy-address-invalid': {
    what: '這不是代理的位址',
    safe: '安全。私密模式沒有變。',
    todo: '位址像這樣：127.0.0.1:9050。這裡不能帶使用者名稱和密碼。',
  },
};

export const privateModeZhHant: Widened<typeof privateModeEn> = {
  privateMode: {
    title: '私密模式',
    text: '一切都經過 Tor 或你的代理，不然就不送。',
    hides: '中繼站、轉送站和參加者看到的是代理的位址，不是你的',
    later: '畫面和聲音會晚一點到',
    off: '點對點搜尋和本地網路會關掉',
    needs: '通話需要一個走 TCP 或 TLS 的轉送站（TURN）',
    kind: '代理的種類',
    socks5: 'SOCKS5（Tor）',
    http: 'HTTP',
    proxy: '代理的位址',
    proxyHint: 'Tor 在 127.0.0.1:9050，Tor 瀏覽器在 127.0.0.1:9150。',
    restarts: '改動以後，Vigil 會重新啟動。',
    turnOn: '開啟並重新啟動',
    turnOff: '關閉並重新啟動',
    change: '更改並重新啟動',
    offWarns: '不用私密模式，中繼站和參加者就看得到你的位址。',
    answers: '代理有回應',
    silent: '代理沒有回應',
    unknown: '還沒有問過代理',
    check: '問一下代理',
    badge: '私密模式',
    badgeDamaged: '私密模式：讀不出來',
    open: '私密模式設定',
    limits: '沒有驗證之前，名字什麼都證明不了。你的聲音和畫面仍然會說出你是誰。',
    refused: {
      title: 'Vigil 沒有開始這次通話',
      lead: '它現在守不住私密模式的承諾。',
      noProxy: '你在 {{proxy}} 的代理沒有回應。走別的路都會露出你的位址。',
      safe: '<b>安全。</b>什麼都沒有送出，誰也沒有收到。',
      notNow: '先不',
    },
  },
};
