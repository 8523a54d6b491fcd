import type { Widened } from '../widened';
import type { homeEn } from './en';

export const homeZhHans: Widened<typeof homeEn> = {
  home: {
    hero: '守一盏灯，聚几个人',
    heroText: '只有你放进来的人看得见、听得到。没有服务器能让它停下。',
    newMeeting: '新会议',
    join: '加入会议',
    paste: '粘贴你收到的邀请链接',
    continue: '继续',
    previewFirst: '你会先看到自己。请求加入之前，什么都不会发出。',
    whatProtects: '什么在保护你，什么没有',
    sealed: '在你的电脑上加密',
    sealedText: '声音和画面在这里加密，到对方那里才打开。中间没有人拿着密钥。',
    door: '是一道门，不是密码',
    doorText: '有链接的人都可以敲门。除非你把门对所有人打开，放进来之前谁都看不到、听不到。',
    limits: '它藏不住什么',
    limitsText: '没有验证之前，名字什么都证明不了。对方和中继看得到你的网络地址。',
  },
  runtime: {
    title: '这是测试用的运行环境',
    text: '没有系统沙箱，也没有系统密钥库。重要的通话请不要用它。',
  },
  clock: {
    title: '这台电脑的时钟好像不对',
    text: '它和中继的时间相差八分钟以上，别人可能找不到你。请在系统里校准时钟。',
  },
};
