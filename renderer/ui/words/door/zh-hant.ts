import type { Widened } from '../widened';
import type { doorEn } from './en';

export const doorZhHant: Widened<typeof doorEn> = {
  invite: {
    title: '邀請別人',
    text: {
      asks: '用你信得過的方式送出這條連結。有連結的人都可以敲門，放誰進來由你決定。',
      open: '只把這條連結送給可以進來的人，用你信得過的方式。有連結的人都能進來，不會再問。',
      locked: '會議已鎖上。解鎖之前，這條連結不會讓任何新人進來。',
    },
    waitingOpen: '正在等人進來',
    waiting: '正在等人敲門',
    copy: '複製邀請連結',
    show: '顯示連結',
    hide: '隱藏連結',
    link: '邀請連結',
    until: '{{when}} 前有效',
  },
  knock: {
    title: '{{name}}在敲門',
    heading: '敲門的人',
    since: '從 {{time}} 起',
    text: '有連結的人可以用任何名字。只放你在等的人進來。',
    admit: '讓進來',
    deny: '暫不',
  },
  door: {
    title: '門',
    lobby: '有人要進來時先問',
    lobbyOn: '關掉後，有連結的人都能進來，並知道每個人的身分金鑰和網路位址。',
    lobbyOff: '現在誰都不問：有連結的人都能進來，並知道每個人的身分金鑰和網路位址。',
    lobbyOffLocked: '解鎖後誰都不問：有連結的人都能進來，並知道每個人的身分金鑰和網路位址。',
    lock: '鎖上會議',
    lockText: '不再有新人進來',
    linkText: '這裡的人都有連結，都可以轉給別人。',
    copy: '複製',
    replace: '更換',
    replaceLabel: '更換邀請連結',
    asks: '由主持人或共同主持決定誰進來。',
    open: '有連結的人都可以進來，不會問任何人。',
    locked: '會議已鎖上，新人進不來。',
  },
  replace: {
    title: '要更換邀請連結嗎？',
    text: '之後，舊連結只讓已經進來過的人再進來。其他有舊連結的人會看到它已被更換。不會讓任何人離開。',
    send: '新連結要由你自己送出，請用你信得過的方式。舊連結換不回來。',
    stay: '取消',
    confirm: '更換連結',
  },
  remove: {
    button: '移出會議',
    title: '移出 {{name}}？',
    text: '所有人立刻換新金鑰，不再向 {{name}} 傳送。{{name}} 不能再回到這個會議。{{name}} 之前聽到和看到的，仍然知道。',
    lobby: '從這時起，有人要進來都會先問：「有人要進來時先問」會打開。',
    stay: '取消',
    confirm: '移出',
  },
};
