const nothing = 'Yes. Nothing was opened and nothing was sent.';
const waits = 'Yes. The invitation still waits for its answer.';

export const handErrorsEn = {
  'hand-answer-here': {
    what: 'This is an answer, not an invitation',
    safe: nothing,
    todo: 'Send it back to whoever invited you: it is pasted there, in the meeting. Here goes the invitation, which starts with vigil://meet/',
  },
  'hand-not-answer': {
    what: 'This is not an answer to an invitation by hand',
    safe: waits,
    todo: 'Copy the whole text that came back. It starts with vigil://answer/',
  },
  'hand-answer-cut-off': {
    what: 'A piece of this answer is missing',
    safe: waits,
    todo: 'Copy it again, from the first letter to the last. Chat apps sometimes cut long texts.',
  },
  'hand-answer-altered': {
    what: 'This answer has been changed on its way',
    safe: 'Not certain. A typing slip does this, and so does somebody who changes texts. Nothing was sent.',
    todo: 'Ask for the same answer again, by another way if you can.',
  },
  'hand-answer-newer': {
    what: 'This answer was made by a newer Vigil',
    safe: waits,
    todo: 'Update Vigil, then invite again.',
  },
  'hand-answer-other-meeting': {
    what: 'This answer belongs to another meeting',
    safe: waits,
    todo: 'Ask for the answer to the invitation that you gave out here.',
  },
  'hand-answer-not-awaited': {
    what: 'No invitation waits for this answer',
    safe: 'Yes. Nothing was connected.',
    todo: 'It was used already, taken back, or is too old. Make another invitation and pass it on.',
  },
  'hand-invitation-here': {
    what: 'This is an invitation, not an answer',
    safe: waits,
    todo: 'Ask for the text that Vigil shows after Ask to join. To open this invitation, leave this meeting first.',
  },
  'hand-own-invitation': {
    what: 'This is your own invitation',
    safe: waits,
    todo: 'Give it to whoever you invite. What comes back is another text: it goes here.',
  },
  'hand-too-many': {
    what: 'Four invitations by hand are under way',
    safe: 'Yes. They go on as before.',
    todo: 'Finish one of them or take it back, then make another one.',
  },
  'image-no-code': {
    what: 'There is no code in this image',
    safe: nothing,
    todo: 'Choose an image that shows the whole code with its white edge.',
  },
  'image-unreadable': {
    what: 'Vigil could not read this image',
    safe: nothing,
    todo: 'Choose a picture file, for example a PNG or JPEG.',
  },
} as const;

export const byHandEn = {
  codeSource: { scan: 'Scan QR code', image: 'Open image' },
  byHand: {
    invite: 'Invite by hand',
    lead: 'Works without any relay: two texts go between you by any way there is, or from screen to screen.',
    promise:
      'Nothing leaves this computer until you ask to join. Then Vigil makes a text for you to send back, which holds your network address, and begins to look for the computer that the invitation names: whoever made the invitation can see your address from then on. Until you are let in, no picture and no sound leave.',
    give: '1. Give this',
    take: '2. Take the answer',
    copy: 'Copy text',
    ownInvitation: 'Code with the invitation',
    ownAnswer: 'Code with the answer',
    secret:
      'It holds the invite link and your network address. Only somebody with it can read it: give it only to whoever you invite.',
    until: 'It waits for an answer until {{when}}. It is good for one person.',
    paste: 'Paste what came back',
    connect: 'Connect',
    takeBack: 'Take back',
    another: 'Another invitation',
    preparing: 'Vigil is making the invitation.',
    connecting: 'The answer is here. Vigil is connecting.',
    connected: 'The way stands. Whoever you invited is at the door now.',
    done: 'This invitation has done its work.',
    preparingAnswer: 'Vigil is making your answer to the invitation.',
    standing: 'Your answer has arrived: the way by hand stands.',
    sendBack: 'Send this back to whoever invited you',
    sendBackText:
      'By the way that the invitation came, or hold the code up to their camera. As soon as they take it, you are at their door.',
    answerSecret:
      'It holds your network address. Only somebody who has the invitation too can read it. Keep this page open until then.',
    failed: {
      'no-address': {
        what: 'This computer has no network address that could be told',
        todo: 'Connect it to a network, even one without the internet, then make another invitation.',
        ask: 'Connect it to a network, even one without the internet. Then open the invitation again.',
      },
      'no-path': {
        what: 'The two computers do not reach each other',
        todo: 'Be on the same network if you can, or add a go-between under Connection. Then make another invitation.',
        ask: 'Be on the same network if you can, or add a go-between under Connection. Then ask for another invitation.',
      },
      'too-late': {
        what: 'Nobody connected in time',
        todo: 'Make another invitation when both of you have time.',
        ask: 'Ask for another invitation when both of you have time.',
      },
      'window-gone': {
        what: 'The window was loaded anew, and this invitation with it',
        todo: 'Make another invitation.',
        ask: 'Ask for another invitation.',
      },
    },
  },
} as const;
