import type { Widened } from '../widened';
import type { doorEn } from './en';

export const doorZhHans: Widened<typeof doorEn> = {
  invite: {
    title: '邀请别人',
    text: {
      asks: '用你信得过的方式发出这条链接。有链接的人都可以敲门，放谁进来由你决定。',
      open: '只把这条链接发给可以进来的人，用你信得过的方式。有链接的人都能进来，不会再问。',
      locked: '会议已锁上。解锁之前，这条链接不会让任何新人进来。',
    },
    waitingOpen: '正在等人进来',
    waiting: '正在等人敲门',
    copy: '复制邀请链接',
    show: '显示链接',
    hide: '隐藏链接',
    link: '邀请链接',
    until: '{{when}} 前有效',
  },
  knock: {
    title: '{{name}}在敲门',
    heading: '敲门的人',
    since: '从 {{time}} 起',
    text: '有链接的人可以用任何名字。只放你在等的人进来。',
    admit: '让进来',
    deny: '暂不',
  },
  door: {
    title: '门',
    lobby: '有人要进来时先问',
    lobbyOn: '关掉后，有链接的人都能进来，并知道每个人的身份密钥和网络地址。',
    lobbyOff: '现在谁都不问：有链接的人都能进来，并知道每个人的身份密钥和网络地址。',
    lobbyOffLocked: '解锁后谁都不问：有链接的人都能进来，并知道每个人的身份密钥和网络地址。',
    lock: '锁上会议',
    lockText: '不再有新人进来',
    linkText: '这里的人都有链接，都可以转给别人。',
    copy: '复制',
    replace: '更换',
    replaceLabel: '更换邀请链接',
    asks: '由主持人或联席主持决定谁进来。',
    open: '有链接的人都可以进来，不会问任何人。',
    locked: '会议已锁上，新人进不来。',
  },
  replace: {
    title: '要更换邀请链接吗？',
    text: '之后，旧链接只让已经进来过的人再进来。其他有旧链接的人会看到它已被更换。不会让任何人离开。',
    send: '新链接要由你自己发出，请用你信得过的方式。旧链接换不回来。',
    stay: '取消',
    confirm: '更换链接',
  },
  remove: {
    button: '移出会议',
    title: '移出 {{name}}？',
    text: '所有人立刻换新密钥，不再向 {{name}} 发送。{{name}} 不能再回到这个会议。{{name}} 之前听到和看到的，仍然知道。',
    lobby: '从这时起，有人要进来都会先问：“有人要进来时先问”会打开。',
    stay: '取消',
    confirm: '移出',
  },
};
