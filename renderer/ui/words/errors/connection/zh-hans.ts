import type { Widened } from '../../widened';
import type { connectionErrorsEn } from './en';

export const connectionErrorsZhHans: Widened<typeof connectionErrorsEn> = {
  'relay-url-invalid': {
    what: '这不是中继的地址',
    safe: '安全。列表没有变。',
    todo: '地址的样子是 wss://relay.example.org',
  },
  'relay-list-empty': {
    what: '最后一个中继不能拿掉',
    safe: '安全。列表没有变。',
    todo: '先添加另一个中继，或者把中继整个关掉。',
  },
  'relay-list-too-long': { what: '中继列表满了', safe: '安全。列表没有变。', todo: '先移出一个中继。' },
  'dht-node-invalid': {
    what: '这不是节点的地址',
    safe: '安全。列表没有变。',
    todo: '地址的样子是 node.example.org:49737',
  },
  'turn-url-invalid': {
    what: '这不是转送站的地址',
    safe: '安全。列表没有变。',
    todo: '地址看起来像 turn.example.org 或 turns:turn.example.org:443',
  },
  'turn-login-invalid': {
    what: '缺少用户名或密码，或者太长',
    safe: '安全。列表没有变。',
    todo: '转送站两样都要。连同地址最多 254 个字符。',
  },
  'turn-needed': {
    what: 'Vigil 没有开始这次通话',
    safe: '安全。什么都没有发出。你要隐藏地址，但没有可以躲在后面的转送站。',
    todo: '在“连接”里添加并打开一个转送站，或者不再隐藏地址。',
  },
};
