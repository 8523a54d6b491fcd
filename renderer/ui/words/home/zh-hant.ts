import type { Widened } from '../widened';
import type { homeEn } from './en';

export const homeZhHant: Widened<typeof homeEn> = {
  home: {
    hero: '守一盞燈，聚幾個人',
    heroText: '只有你放進來的人看得見、聽得到。沒有伺服器能讓它停下。',
    newMeeting: '新會議',
    join: '加入會議',
    paste: '貼上你收到的邀請連結',
    continue: '繼續',
    previewFirst: '你會先看到自己。請求加入之前，什麼都不會送出。',
    whatProtects: '什麼在保護你，什麼沒有',
    sealed: '在你的電腦上加密',
    sealedText: '聲音和畫面在這裡加密，到對方那裡才打開。中間沒有人拿著金鑰。',
    door: '是一道門，不是密碼',
    doorText: '有連結的人都可以敲門。除非你把門對所有人打開，放進來之前誰都看不到、聽不到。',
    limits: '它藏不住什麼',
    limitsText: '沒有驗證之前，名字什麼都證明不了。對方和中繼站看得到你的網路位址。',
  },
  runtime: {
    title: '這是測試用的執行環境',
    text: '沒有系統沙箱，也沒有系統金鑰庫。重要的通話請不要用它。',
  },
  clock: {
    title: '這台電腦的時鐘好像不對',
    text: '它和中繼站的時間相差八分鐘以上，別人可能找不到你。請在系統裡校準時鐘。',
  },
};
