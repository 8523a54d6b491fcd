import type { Widened } from '../widened';
import type { byHandEn, handErrorsEn } from './en';

const nothing = '安全。什么都没有打开，也什么都没有发出。';
const waits = '安全。邀请还在等回复。';

export const handErrorsZhHans: Widened<typeof handErrorsEn> = {
  'hand-answer-here': {
    what: '这是回复，不是邀请',
    safe: nothing,
    todo: '请把它发回给邀请你的人，由对方在会议里粘贴。这里要粘贴的是邀请，它以 vigil://meet/ 开头。',
  },
  'hand-not-answer': {
    what: '这不是对手动邀请的回复',
    safe: waits,
    todo: '请完整复制对方发回的文字。它以 vigil://answer/ 开头。',
  },
  'hand-answer-cut-off': {
    what: '这份回复缺了一段',
    safe: waits,
    todo: '请从第一个字母到最后一个字母重新复制。聊天软件有时会截断长文字。',
  },
  'hand-answer-altered': {
    what: '这份回复在途中被改动了',
    safe: '不确定。打错字会这样，有人改动也会这样。什么都没有发出。',
    todo: '请对方再发一次同一份回复，最好换一种方式。',
  },
  'hand-answer-newer': {
    what: '这份回复来自更新版本的 Vigil',
    safe: waits,
    todo: '请更新 Vigil，再邀请一次。',
  },
  'hand-answer-other-meeting': {
    what: '这份回复属于另一场会议',
    safe: waits,
    todo: '请对方发来对这里这份邀请的回复。',
  },
  'hand-answer-not-awaited': {
    what: '没有邀请在等这份回复',
    safe: '安全。没有连接任何人。',
    todo: '它已经用过、被收回，或者太旧了。请做一份新的邀请再交给对方。',
  },
  'hand-invitation-here': {
    what: '这是邀请，不是回复',
    safe: waits,
    todo: '请对方发来点“请求加入”之后 Vigil 显示的文字。想打开这份邀请，请先离开这场会议。',
  },
  'hand-own-invitation': {
    what: '这是你自己的邀请',
    safe: waits,
    todo: '请把它交给你要邀请的人。对方发回的是另一段文字，粘贴在这里。',
  },
  'hand-too-many': {
    what: '已经有四份手动邀请在进行',
    safe: '安全。它们照常进行。',
    todo: '先完成或收回其中一份，再做新的。',
  },
  'image-no-code': {
    what: '这张图片里没有二维码',
    safe: nothing,
    todo: '请选择带有完整二维码和白边的图片。',
  },
  'image-unreadable': {
    what: 'Vigil 读不了这张图片',
    safe: nothing,
    todo: '请选择图片文件，例如 PNG 或 JPEG。',
  },
};

export const byHandZhHans: Widened<typeof byHandEn> = {
  codeSource: { scan: '扫描二维码', image: '打开图片' },
  byHand: {
    invite: '手动传递邀请',
    lead: '不需要任何中继：两段文字用任何方式来回传递，或者屏幕对着屏幕。',
    promise:
      '在你请求加入之前，什么都不会离开这台电脑。之后 Vigil 会做一段文字让你发回去，里面有你的网络地址，并开始寻找邀请里写的那台电脑：从这时起，做这个邀请的人就能看到你的网络地址。在被放进去之前，没有画面和声音会发出。',
    give: '1. 把这个交给对方',
    take: '2. 取回回复',
    copy: '复制文字',
    ownInvitation: '邀请的二维码',
    ownAnswer: '回复的二维码',
    secret: '里面有邀请链接和你的网络地址。只有拿到它的人能读，所以只交给你要邀请的人。',
    until: '它等待回复到{{when}}，只供一个人使用。',
    paste: '粘贴对方发回的文字',
    connect: '连接',
    takeBack: '收回',
    another: '再做一份邀请',
    preparing: 'Vigil 正在制作邀请。',
    connecting: '回复到了。Vigil 正在连接。',
    connected: '连上了。你邀请的人已经到门口。',
    done: '这份邀请已经完成。',
    preparingAnswer: 'Vigil 正在制作你对邀请的回复。',
    standing: '你的回复到了，手动传递已经连上。',
    sendBack: '把这个发回给邀请你的人',
    sendBackText: '用收到邀请的那种方式，或者把二维码对着对方的摄像头。对方一取用，你就到了对方门口。',
    answerSecret: '里面有你的网络地址。只有同时拿着那份邀请的人能读。在此之前请不要关掉这一页。',
    failed: {
      'no-address': {
        what: '这台电脑没有可以告诉对方的网络地址',
        todo: '请先连上网络，不能上互联网的也行，然后再做一份邀请。',
        ask: '请先连上网络，不能上互联网的也行，然后重新打开邀请。',
      },
      'no-path': {
        what: '两台电脑互相够不着',
        todo: '尽量连到同一个网络，或者在“连接”里加一个转送站，然后再做一份邀请。',
        ask: '尽量连到同一个网络，或者在“连接”里加一个转送站，然后请对方再给一份邀请。',
      },
      'too-late': {
        what: '没有人及时连上',
        todo: '等双方都有时间时，再做一份邀请。',
        ask: '等双方都有时间时，请对方再给一份邀请。',
      },
      'window-gone': {
        what: '窗口重新载入了，这份邀请也没有了',
        todo: '请再做一份邀请。',
        ask: '请对方再给一份邀请。',
      },
    },
  },
};
