import type { Widened } from '../../widened';
import type { meetingErrorsEn } from './en';

const nothingSent = '安全。什麼都沒有打開，也什麼都沒有送出。';

export const meetingErrorsZhHant: Widened<typeof meetingErrorsEn> = {
  'link-not-vigil': {
    what: '這不是 Vigil 的邀請連結',
    safe: nothingSent,
    todo: '請完整複製你收到的連結。它以 vigil://join/ 開頭，或者中間有 #。',
  },
  'link-cut-off': {
    what: '這條連結缺了一段',
    safe: nothingSent,
    todo: '請從第一個字到最後一個字重新複製。聊天軟體有時會截斷長連結。',
  },
  'link-altered': {
    what: '這條連結在途中被改過',
    safe: '不確定。可能是打錯了字，也可能是有人改了連結。什麼都沒有送出。',
    todo: '換一種方式重新要連結，例如打電話或當面。',
  },
  'link-expired': { what: '這條邀請連結已過期', safe: nothingSent, todo: '請對方給一條新連結。' },
  'link-from-newer-version': {
    what: '這條連結來自較新版本的 Vigil',
    safe: nothingSent,
    todo: '請更新 Vigil，再打開連結。',
  },
  'link-too-long': {
    what: '這段文字太長，不是邀請連結',
    safe: nothingSent,
    todo: '請只複製連結，不要帶上前後的文字。',
  },
  'already-in-meeting': {
    what: '你已經在一個會議裡',
    safe: '安全。會議照常進行。',
    todo: '先離開，再打開另一個。',
  },
  'no-meeting': {
    what: '會議已經不在了',
    safe: '安全。什麼都沒有送出。',
    todo: '回首頁，開始或加入一個會議。',
  },
  'too-many-links': {
    what: '這個會議的單人連結已經到上限',
    safe: '是。沒有任何變更。',
    todo: '請用大家共用的連結，或新建一個會議。',
  },
  'no-such-meeting': {
    what: '這個會議已經結束，或已從這台電腦移除',
    safe: '是。沒有傳送任何內容。',
    todo: '請新建一個會議，再傳送它的連結。',
  },
  'meeting-record-damaged': {
    what: '這台電腦保存的會議紀錄已損壞',
    safe: '是。沒有傳送任何內容。Vigil 不會猜測你當時的決定。',
    todo: '請新建一個會議，再傳送它的連結。',
  },
  'no-such-knock': { what: '這個敲門已經不在了', safe: '安全。沒有人被放進來。', todo: '等下一次敲門。' },
  'no-such-peer': { what: '對方已經不在這裡', safe: '安全。什麼都沒有送出。', todo: '等對方回來。' },
  'not-allowed': {
    what: '這件事在這裡不由你決定',
    safe: '安全。什麼都沒有改變。',
    todo: '請主持人或共同主持來做。',
  },
  'cannot-sign': {
    what: 'Vigil 沒能簽署這個決定',
    safe: '安全。什麼都沒有改變，一切照舊。',
    todo: '再試一次。如果還是這樣，請到新會議裡繼續。',
  },
  'code-changed': {
    what: '核對碼剛剛變了',
    safe: '安全。沒有人被標為已驗證。',
    todo: '有人進來或離開了。請從第一組開始，念新的核對碼。',
  },
  'name-empty': {
    what: '還沒有名字',
    safe: '安全。什麼都沒有送出。',
    todo: '寫一個名字，什麼名字都可以。',
  },
  'name-too-long': { what: '這個名字太長', safe: '安全。什麼都沒有送出。', todo: '改短一些。' },
  'title-too-long': { what: '這個標題太長', safe: '安全。什麼都沒有送出。', todo: '改短一些。' },
};
