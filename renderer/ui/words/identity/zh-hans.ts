import type { Widened } from '../widened';
import type { identityEn } from './en';

export const identityZhHans: Widened<typeof identityEn> = {
  vault: {
    weakTitle: '这台电脑没有安全的密钥库',
    weakText: '谁拿到你的文件副本，谁就能读出你的身份，冒充你。',
    alsoWeak: '另外，这台电脑没有安全的密钥库：谁拿到你的文件副本，谁就能冒充你。',
    damagedTitle: '你的身份文件损坏了',
    asideText: '它无法读取，已保留为 {{file}}，并生成了新的身份。安全码和以前不同。',
    byUserTitle: '已重新开始',
    byUserText: '以前的文件已保留为 {{file}}。你有了新的身份：安全码和以前不同。',
    closedTitle: '你的身份文件打不开',
    keyRefusedText:
      '系统的密钥库没有交出密钥：它可能锁着，或者这个文件来自另一台电脑。什么都没有改动。在关闭 Vigil 之前，你以新身份出现。请解锁密钥库，再启动 Vigil。',
    newerText:
      '它由更新版本的 Vigil 生成。什么都没有改动。在关闭 Vigil 之前，你以新身份出现。请重新安装较新的版本。',
    startOver: '把它放到一边，重新开始',
    overText:
      '文件会放到一边，不会删除；里面的联系人和会议也一起放到一边。这次运行的身份会从此保留：在别人看来你是新的人。如果上面说的问题可以解决，请先解决它。',
    noStoreTitle: '这台电脑上什么都不保存',
    noStoreText: '系统没有密钥库。你的身份只保留到 Vigil 关闭为止。',
    notWritableText: 'Vigil 无法写入自己的文件。你的身份只保留到 Vigil 关闭为止。',
  },
  identityCode: {
    title: '你的身份二维码',
    lead: '给以后会在 Vigil 会议里遇到你的人。',
    picture: '你的身份二维码',
    how: '请对方从你的屏幕上扫描，或拍下来。在和你的会议里，对方打开“这真的是……吗？”，再选“二维码”，扫描它或打开图片。',
    proves:
      '如果对得上，对方就知道另一端是你的密钥。它不能让你知道对方是谁：请你也扫描对方的。如果你“以新身份出现”，或之后生成了新身份，就对不上。',
    holds: '里面只有你的公开密钥。没有人能用它冒充你。有了它的人，再遇到你时能认出是你。',
  },
  secret: {
    current: '你的口令',
    fresh: '新口令',
    again: '再写一遍',
    ofFile: '文件的口令',
    differs: '两次写的不一样。请把新口令写两遍。',
    short: '太短了：拿到文件副本的人可能猜得出来。随机挑四个以上的词更好。',
    good: '随机挑四个以上的词就很好。忘了的话，没有人能告诉你。',
    busy: '请稍等…',
    cancel: '取消',
    set: {
      title: '设置口令',
      text: '以后只有用它才能打开你的身份和设置。忘了就找不回来：没有人能重设。以前留下的文件副本，该能读的还是能读。',
      confirm: '设置口令',
    },
    change: {
      title: '更改口令',
      text: '以前留下的文件副本，仍然能用旧口令打开。',
      confirm: '更改口令',
    },
    remove: {
      title: '取消口令',
      text: '之后只有系统的密钥库保护你的身份和设置。',
      weakText: '这台电脑没有安全的密钥库：之后谁拿到你的文件副本，谁就能读出内容，冒充你。',
      confirm: '取消口令',
    },
    export: {
      title: '导出你的身份',
      text: '文件里有你的密钥，没有名字和设置。先用口令封好，再选择保存的位置。',
      confirm: '选择位置',
    },
    import: {
      title: '导入身份',
      text: '它会取代你现在的身份：在别人看来，你就成了文件里的那个人。如果以后还用得到，请先导出现在的。你的会议会被删除，不能再打开。',
      confirm: '选择文件',
    },
  },
  reset: {
    title: '生成新身份？',
    text: '你的密钥会被删除，并生成一把新的。在所有人看来你都是新的人：安全码不同了，验证过你的人要重新验证。你的会议会被删除，不能再打开。',
    export: '除非导出过，旧密钥就再也找不回来了。',
    confirm: '生成新身份',
  },
  locked: {
    title: 'Vigil 已锁定',
    text: '你的身份和设置封在这台电脑上。现在打开的邀请链接会等到解锁之后。',
    passphrase: '口令',
    open: '解锁',
    wait_one: '请等 {{count}} 秒',
    wait_other: '请等 {{count}} 秒',
    waitMinutes_one: '请等 {{count}} 分钟',
    waitMinutes_other: '请等 {{count}} 分钟',
    forgot: '忘了口令？',
    forgotText:
      '没有人能重设口令，也没有别的办法进去。你可以用新的身份重新开始：封好的文件会放到一边，万一你想起来了还能用。',
    overTitle: '用新的身份重新开始？',
    overText:
      '封好的文件会放到一边，不会删除。你会有新的密钥和全新的设置：在别人看来你是新的人，除非你导入以前导出的身份。',
  },
};
