import type { Widened } from '../../widened';
import type { meetingErrorsEn } from './en';

const nothingSent = '安全。什么都没有打开，也什么都没有发出。';

export const meetingErrorsZhHans: Widened<typeof meetingErrorsEn> = {
  'link-not-vigil': {
    what: '这不是 Vigil 的邀请链接',
    safe: nothingSent,
    todo: '请完整复制你收到的链接。它以 vigil://join/ 开头，或者中间有 #。',
  },
  'link-cut-off': {
    what: '这条链接缺了一段',
    safe: nothingSent,
    todo: '请从第一个字到最后一个字重新复制。聊天软件有时会截断长链接。',
  },
  'link-altered': {
    what: '这条链接在途中被改过',
    safe: '不确定。可能是打错了字，也可能是有人改了链接。什么都没有发出。',
    todo: '换一种方式重新要链接，比如打电话或当面。',
  },
  'link-expired': { what: '这条邀请链接已过期', safe: nothingSent, todo: '请对方给一条新链接。' },
  'link-from-newer-version': {
    what: '这条链接来自更新版本的 Vigil',
    safe: nothingSent,
    todo: '请更新 Vigil，再打开链接。',
  },
  'link-too-long': {
    what: '这段文字太长，不是邀请链接',
    safe: nothingSent,
    todo: '请只复制链接，不要带上前后的文字。',
  },
  'already-in-meeting': {
    what: '你已经在一个会议里',
    safe: '安全。会议照常进行。',
    todo: '先离开，再打开另一个。',
  },
  'no-meeting': {
    what: '会议已经不在了',
    safe: '安全。什么都没有发出。',
    todo: '回首页，开始或加入一个会议。',
  },
  'too-many-links': {
    what: '这个会议的单人链接已经到上限',
    safe: '是。没有任何更改。',
    todo: '请用大家共用的链接，或新建一个会议。',
  },
  'no-such-meeting': {
    what: '这个会议已经结束，或已从这台电脑移除',
    safe: '是。没有发送任何内容。',
    todo: '请新建一个会议，再发送它的链接。',
  },
  'meeting-record-damaged': {
    what: '这台电脑保存的会议记录已损坏',
    safe: '是。没有发送任何内容。Vigil 不会猜测你当时的决定。',
    todo: '请新建一个会议，再发送它的链接。',
  },
  'no-such-knock': { what: '这个敲门已经不在了', safe: '安全。没有人被放进来。', todo: '等下一次敲门。' },
  'no-such-peer': { what: '对方已经不在这里', safe: '安全。什么都没有发出。', todo: '等对方回来。' },
  'not-allowed': {
    what: '这件事在这里不由你决定',
    safe: '安全。什么都没有改变。',
    todo: '请主持人或联席主持来做。',
  },
  'cannot-sign': {
    what: 'Vigil 没能签署这个决定',
    safe: '安全。什么都没有改变，一切照旧。',
    todo: '再试一次。如果还是这样，请到新会议里继续。',
  },
  'code-changed': {
    what: '核对码刚刚变了',
    safe: '安全。没有人被标为已验证。',
    todo: '有人进来或离开了。请从第一组开始，念新的核对码。',
  },
  'name-empty': {
    what: '还没有名字',
    safe: '安全。什么都没有发出。',
    todo: '写一个名字，什么名字都可以。',
  },
  'name-too-long': { what: '这个名字太长', safe: '安全。什么都没有发出。', todo: '改短一些。' },
  'title-too-long': { what: '这个标题太长', safe: '安全。什么都没有发出。', todo: '改短一些。' },
};
