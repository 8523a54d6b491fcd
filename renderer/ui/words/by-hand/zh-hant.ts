import type { Widened } from '../widened';
import type { byHandEn, handErrorsEn } from './en';

const nothing = '安全。什麼都沒有打開，也什麼都沒有送出。';
const waits = '安全。邀請還在等回覆。';

export const handErrorsZhHant: Widened<typeof handErrorsEn> = {
  'hand-answer-here': {
    what: '這是回覆，不是邀請',
    safe: nothing,
    todo: '請把它傳回給邀請你的人，由對方在會議裡貼上。這裡要貼的是邀請，它以 vigil://meet/ 開頭。',
  },
  'hand-not-answer': {
    what: '這不是對手動邀請的回覆',
    safe: waits,
    todo: '請完整複製對方傳回的文字。它以 vigil://answer/ 開頭。',
  },
  'hand-answer-cut-off': {
    what: '這份回覆缺了一段',
    safe: waits,
    todo: '請從第一個字母到最後一個字母重新複製。聊天軟體有時會截斷長文字。',
  },
  'hand-answer-altered': {
    what: '這份回覆在途中被改動了',
    safe: '不確定。打錯字會這樣，有人改動也會這樣。什麼都沒有送出。',
    todo: '請對方再傳一次同一份回覆，最好換一種方式。',
  },
  'hand-answer-newer': {
    what: '這份回覆來自較新版本的 Vigil',
    safe: waits,
    todo: '請更新 Vigil，再邀請一次。',
  },
  'hand-answer-other-meeting': {
    what: '這份回覆屬於另一場會議',
    safe: waits,
    todo: '請對方傳來對這裡這份邀請的回覆。',
  },
  'hand-answer-not-awaited': {
    what: '沒有邀請在等這份回覆',
    safe: '安全。沒有連線到任何人。',
    todo: '它已經用過、被收回，或者太舊了。請做一份新的邀請再交給對方。',
  },
  'hand-invitation-here': {
    what: '這是邀請，不是回覆',
    safe: waits,
    todo: '請對方傳來按「請求加入」之後 Vigil 顯示的文字。想打開這份邀請，請先離開這場會議。',
  },
  'hand-own-invitation': {
    what: '這是你自己的邀請',
    safe: waits,
    todo: '請把它交給你要邀請的人。對方傳回的是另一段文字，貼在這裡。',
  },
  'hand-too-many': {
    what: '已經有四份手動邀請在進行',
    safe: '安全。它們照常進行。',
    todo: '先完成或收回其中一份，再做新的。',
  },
  'image-no-code': {
    what: '這張圖片裡沒有 QR 碼',
    safe: nothing,
    todo: '請選擇帶有完整 QR 碼和白邊的圖片。',
  },
  'image-unreadable': {
    what: 'Vigil 讀不了這張圖片',
    safe: nothing,
    todo: '請選擇圖片檔，例如 PNG 或 JPEG。',
  },
};

export const byHandZhHant: Widened<typeof byHandEn> = {
  codeSource: { scan: '掃描 QR 碼', image: '開啟圖片' },
  byHand: {
    invite: '手動傳遞邀請',
    lead: '不需要任何中繼站：兩段文字用任何方式來回傳遞，或者螢幕對著螢幕。',
    promise:
      '在你請求加入之前，什麼都不會離開這台電腦。之後 Vigil 會做一段文字讓你傳回去，裡面有你的網路位址，並開始尋找邀請裡寫的那台電腦：從這時起，做這個邀請的人就能看到你的網路位址。在被放進去之前，沒有畫面和聲音會送出。',
    give: '1. 把這個交給對方',
    take: '2. 取回回覆',
    copy: '複製文字',
    ownInvitation: '邀請的 QR 碼',
    ownAnswer: '回覆的 QR 碼',
    secret: '裡面有邀請連結和你的網路位址。只有拿到它的人能讀，所以只交給你要邀請的人。',
    until: '它等待回覆到{{when}}，只供一個人使用。',
    paste: '貼上對方傳回的文字',
    connect: '連線',
    takeBack: '收回',
    another: '再做一份邀請',
    preparing: 'Vigil 正在製作邀請。',
    connecting: '回覆到了。Vigil 正在連線。',
    connected: '連上了。你邀請的人已經到門口。',
    done: '這份邀請已經完成。',
    preparingAnswer: 'Vigil 正在製作你對邀請的回覆。',
    standing: '你的回覆到了，手動傳遞已經連上。',
    sendBack: '把這個傳回給邀請你的人',
    sendBackText: '用收到邀請的那種方式，或者把 QR 碼對著對方的攝影機。對方一取用，你就到了對方門口。',
    answerSecret: '裡面有你的網路位址。只有同時拿著那份邀請的人能讀。在此之前請不要關掉這一頁。',
    failed: {
      'no-address': {
        what: '這台電腦沒有可以告訴對方的網路位址',
        todo: '請先連上網路，不能上網際網路的也行，然後再做一份邀請。',
        ask: '請先連上網路，不能上網際網路的也行，然後重新打開邀請。',
      },
      'no-path': {
        what: '兩台電腦互相連不到',
        todo: '盡量連到同一個網路，或者在「連線」裡加一個轉送站，然後再做一份邀請。',
        ask: '盡量連到同一個網路，或者在「連線」裡加一個轉送站，然後請對方再給一份邀請。',
      },
      'too-late': {
        what: '沒有人及時連上',
        todo: '等雙方都有時間時，再做一份邀請。',
        ask: '等雙方都有時間時，請對方再給一份邀請。',
      },
      'window-gone': {
        what: '視窗重新載入了，這份邀請也沒有了',
        todo: '請再做一份邀請。',
        ask: '請對方再給一份邀請。',
      },
    },
  },
};
