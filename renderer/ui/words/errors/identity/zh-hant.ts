import type { Widened } from '../../widened';
import type { identityErrorsEn } from './en';

export const identityErrorsZhHant: Widened<typeof identityErrorsEn> = {
  'vault-store-unavailable': {
    what: '系統的金鑰庫沒有回應',
    safe: '安全。什麼都沒有遺失，但新的內容也存不下來。',
    todo: '解鎖系統的金鑰庫，再重新啟動 Vigil。',
  },
  'vault-write-failed': {
    what: 'Vigil 沒能儲存',
    safe: '安全。之前儲存的還在。',
    todo: '看看磁碟是不是滿了或被防寫，再試一次。',
  },
  'vault-damaged': {
    what: '你的身分檔案已經無法讀取',
    safe: '安全。Vigil 沒有改動或遺失任何東西。',
    todo: '重新啟動 Vigil：它會把檔案放到一邊，並告訴你。',
  },
  locked: {
    what: 'Vigil 已鎖定',
    safe: '安全。什麼都沒有做。',
    todo: '用你的通行密語解鎖。',
  },
  'passphrase-empty': {
    what: '沒有輸入通行密語',
    safe: '安全。什麼都沒有改動。',
    todo: '請輸入，再試一次。',
  },
  'passphrase-wrong': {
    what: '通行密語不對',
    safe: '安全。什麼都沒有改動。',
    todo: '再試一次。每錯一次，要等得更久。',
  },
  'passphrase-wait': {
    what: '現在還不能再試',
    safe: '安全。什麼都沒有改動。',
    todo: '等一會兒再試。',
  },
  'passphrase-no-memory': {
    what: '記憶體不夠，Vigil 無法核對通行密語',
    safe: '安全。什麼都沒有改動。',
    todo: '關掉別的程式再試。它需要 256 MB 記憶體，大約一秒鐘。',
  },
  'identity-file-invalid': {
    what: '這不是完整的 Vigil 身分檔案',
    safe: '安全。你的身分和以前一樣。',
    todo: '請選擇 Vigil 產生的檔案；如果途中損壞了，請重新複製。',
  },
  'identity-file-newer': {
    what: '這個檔案由更新版本的 Vigil 產生',
    safe: '安全。你的身分和以前一樣。',
    todo: '更新 Vigil，再匯入一次。',
  },
  'identity-file-unreadable': {
    what: 'Vigil 讀不了這個檔案',
    safe: '安全。你的身分和以前一樣。',
    todo: '看看它還在不在、能不能讀，再試一次。',
  },
  'identity-file-not-saved': {
    what: 'Vigil 沒能儲存這個檔案',
    safe: '安全。你的身分和以前一樣；沒有匯出。',
    todo: '換一個位置，或看看磁碟是不是滿了。',
  },
  'no-such-contact': {
    what: '這個聯絡人已經不在了',
    safe: '安全。什麼都沒有改變。',
    todo: '請再看一下清單。',
  },
  'file-not-contacts': {
    what: '這不是 Vigil 的聯絡人檔案',
    safe: '安全。你的聯絡人沒有變。',
    todo: '請選擇 Vigil 匯出的檔案。它也可能損壞了，或來自更新版本的 Vigil。',
  },
  'file-not-written': {
    what: '檔案沒能寫入',
    safe: '安全。別的都沒有變。',
    todo: '看看磁碟是不是滿了或被防寫，或者換一個位置。',
  },
};
