import type { Widened } from '../widened';
import type { identityEn } from './en';

export const identityZhHant: Widened<typeof identityEn> = {
  vault: {
    weakTitle: '這台電腦沒有安全的金鑰庫',
    weakText: '誰拿到你的檔案副本，誰就能讀出你的身分，冒充你。',
    alsoWeak: '另外，這台電腦沒有安全的金鑰庫：誰拿到你的檔案副本，誰就能冒充你。',
    damagedTitle: '你的身分檔案損壞了',
    asideText: '它無法讀取，已保留為 {{file}}，並產生了新的身分。安全碼和以前不同。',
    byUserTitle: '已重新開始',
    byUserText: '以前的檔案已保留為 {{file}}。你有了新的身分：安全碼和以前不同。',
    closedTitle: '你的身分檔案打不開',
    keyRefusedText:
      '系統的金鑰庫沒有交出金鑰：它可能鎖著，或者這個檔案來自另一台電腦。什麼都沒有改動。在關閉 Vigil 之前，你以新身分出現。請解鎖金鑰庫，再啟動 Vigil。',
    newerText:
      '它由更新版本的 Vigil 產生。什麼都沒有改動。在關閉 Vigil 之前，你以新身分出現。請重新安裝較新的版本。',
    startOver: '把它放到一邊，重新開始',
    overText:
      '檔案會放到一邊，不會刪除；裡面的聯絡人和會議也一起放到一邊。這次執行的身分會從此保留：在別人看來你是新的人。如果上面說的問題可以解決，請先解決它。',
    noStoreTitle: '這台電腦上什麼都不儲存',
    noStoreText: '系統沒有金鑰庫。你的身分只保留到 Vigil 關閉為止。',
    notWritableText: 'Vigil 無法寫入自己的檔案。你的身分只保留到 Vigil 關閉為止。',
  },
  identityCode: {
    title: '你的身分 QR 碼',
    lead: '給以後會在 Vigil 會議裡遇到你的人。',
    picture: '你的身分 QR 碼',
    how: '請對方從你的螢幕上掃描，或拍下來。在和你的會議裡，對方開啟「這真的是……嗎？」，再選「QR 碼」，掃描它或開啟圖片。',
    proves:
      '如果對得上，對方就知道另一端是你的金鑰。它不能讓你知道對方是誰：請你也掃描對方的。如果你「以新身分出現」，或之後產生了新身分，就對不上。',
    holds: '裡面只有你的公開金鑰。沒有人能用它冒充你。有了它的人，再遇到你時能認出是你。',
  },
  secret: {
    current: '你的通行密語',
    fresh: '新通行密語',
    again: '再寫一遍',
    ofFile: '檔案的通行密語',
    differs: '兩次寫的不一樣。請把新的通行密語寫兩遍。',
    short: '太短了：拿到檔案副本的人可能猜得出來。隨機挑四個以上的詞更好。',
    good: '隨機挑四個以上的詞就很好。忘了的話，沒有人能告訴你。',
    busy: '請稍等…',
    cancel: '取消',
    set: {
      title: '設定通行密語',
      text: '以後只有用它才能打開你的身分和設定。忘了就找不回來：沒有人能重設。以前留下的檔案副本，該能讀的還是能讀。',
      confirm: '設定通行密語',
    },
    change: {
      title: '更改通行密語',
      text: '以前留下的檔案副本，仍然能用舊的打開。',
      confirm: '更改通行密語',
    },
    remove: {
      title: '取消通行密語',
      text: '之後只有系統的金鑰庫保護你的身分和設定。',
      weakText: '這台電腦沒有安全的金鑰庫：之後誰拿到你的檔案副本，誰就能讀出內容，冒充你。',
      confirm: '取消通行密語',
    },
    export: {
      title: '匯出你的身分',
      text: '檔案裡有你的金鑰，沒有名字和設定。先用通行密語封好，再選擇儲存的位置。',
      confirm: '選擇位置',
    },
    import: {
      title: '匯入身分',
      text: '它會取代你現在的身分：在別人看來，你就成了檔案裡的那個人。如果以後還用得到，請先匯出現在的。你的會議會被刪除，不能再開啟。',
      confirm: '選擇檔案',
    },
  },
  reset: {
    title: '產生新身分？',
    text: '你的金鑰會被刪除，並產生一把新的。在所有人看來你都是新的人：安全碼不同了，驗證過你的人要重新驗證。你的會議會被刪除，不能再開啟。',
    export: '除非匯出過，舊金鑰就再也找不回來了。',
    confirm: '產生新身分',
  },
  locked: {
    title: 'Vigil 已鎖定',
    text: '你的身分和設定封在這台電腦上。現在打開的邀請連結會等到解鎖之後。',
    passphrase: '通行密語',
    open: '解鎖',
    wait_one: '請等 {{count}} 秒',
    wait_other: '請等 {{count}} 秒',
    waitMinutes_one: '請等 {{count}} 分鐘',
    waitMinutes_other: '請等 {{count}} 分鐘',
    forgot: '忘了通行密語？',
    forgotText:
      '沒有人能重設通行密語，也沒有別的辦法進去。你可以用新的身分重新開始：封好的檔案會放到一邊，萬一你想起來了還能用。',
    overTitle: '用新的身分重新開始？',
    overText:
      '封好的檔案會放到一邊，不會刪除。你會有新的金鑰和全新的設定：在別人看來你是新的人，除非你匯入以前匯出的身分。',
  },
};
