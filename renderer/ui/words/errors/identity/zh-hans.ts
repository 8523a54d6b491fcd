import type { Widened } from '../../widened';
import type { identityErrorsEn } from './en';

export const identityErrorsZhHans: Widened<typeof identityErrorsEn> = {
  'vault-store-unavailable': {
    what: '系统的密钥库没有回应',
    safe: '安全。什么都没有丢，但新的内容也存不下来。',
    todo: '解锁系统的密钥库，再重新启动 Vigil。',
  },
  'vault-write-failed': {
    what: 'Vigil 没能保存',
    safe: '安全。之前保存的还在。',
    todo: '看看磁盘是不是满了或被写保护，再试一次。',
  },
  'vault-damaged': {
    what: '你的身份文件已经无法读取',
    safe: '安全。Vigil 没有改动或丢失任何东西。',
    todo: '重新启动 Vigil：它会把文件放到一边，并告诉你。',
  },
  locked: {
    what: 'Vigil 已锁定',
    safe: '安全。什么都没有做。',
    todo: '用你的口令解锁。',
  },
  'passphrase-empty': {
    what: '没有输入口令',
    safe: '安全。什么都没有改动。',
    todo: '请输入，再试一次。',
  },
  'passphrase-wrong': {
    what: '口令不对',
    safe: '安全。什么都没有改动。',
    todo: '再试一次。每错一次，要等得更久。',
  },
  'passphrase-wait': {
    what: '现在还不能再试',
    safe: '安全。什么都没有改动。',
    todo: '等一会儿再试。',
  },
  'passphrase-no-memory': {
    what: '内存不够，Vigil 无法核对口令',
    safe: '安全。什么都没有改动。',
    todo: '关掉别的程序再试。它需要 256 MB 内存，大约一秒钟。',
  },
  'identity-file-invalid': {
    what: '这不是完整的 Vigil 身份文件',
    safe: '安全。你的身份和以前一样。',
    todo: '请选择 Vigil 生成的文件；如果途中损坏了，请重新复制。',
  },
  'identity-file-newer': {
    what: '这个文件由更新版本的 Vigil 生成',
    safe: '安全。你的身份和以前一样。',
    todo: '更新 Vigil，再导入一次。',
  },
  'identity-file-unreadable': {
    what: 'Vigil 读不了这个文件',
    safe: '安全。你的身份和以前一样。',
    todo: '看看它还在不在、能不能读，再试一次。',
  },
  'identity-file-not-saved': {
    what: 'Vigil 没能保存这个文件',
    safe: '安全。你的身份和以前一样；没有导出。',
    todo: '换一个位置，或看看磁盘是不是满了。',
  },
  'no-such-contact': {
    what: '这个联系人已经不在了',
    safe: '安全。什么都没有改变。',
    todo: '请再看一下列表。',
  },
  'file-not-contacts': {
    what: '这不是 Vigil 的联系人文件',
    safe: '安全。你的联系人没有变。',
    todo: '请选择 Vigil 导出的文件。它也可能损坏了，或来自更新版本的 Vigil。',
  },
  'file-not-written': {
    what: '文件没能写入',
    safe: '安全。别的都没有变。',
    todo: '看看磁盘是不是满了或被写保护，或者换一个位置。',
  },
};
