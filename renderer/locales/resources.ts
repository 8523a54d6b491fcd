/** The English words, as `npm run locale` writes them down for i18next's types. */
export interface Resources {
  "by-hand": {
    "codeSource": {
      "scan": "Scan QR code",
      "image": "Open image"
    },
    "invite": "Invite by hand",
    "lead": "Works without any relay: two texts go between you by any way there is, or from screen to screen.",
    "promise": "Nothing leaves this computer until you ask to join. Then Vigil makes a text for you to send back, which holds your network address, and begins to look for the computer that the invitation names: whoever made the invitation can see your address from then on. Until you are let in, no picture and no sound leave.",
    "give": "1. Give this",
    "take": "2. Take the answer",
    "copy": "Copy text",
    "ownInvitation": "Code with the invitation",
    "ownAnswer": "Code with the answer",
    "secret": "It holds the invite link and your network address. Only somebody with it can read it: give it only to whoever you invite.",
    "until": "It waits for an answer until {{when}}. It is good for one person.",
    "paste": "Paste what came back",
    "connect": "Connect",
    "takeBack": "Take back",
    "another": "Another invitation",
    "preparing": "Vigil is making the invitation.",
    "connecting": "The answer is here. Vigil is connecting.",
    "connected": "The way stands. Whoever you invited is at the door now.",
    "done": "This invitation has done its work.",
    "preparingAnswer": "Vigil is making your answer to the invitation.",
    "standing": "Your answer has arrived: the way by hand stands.",
    "sendBack": "Send this back to whoever invited you",
    "sendBackText": "By the way that the invitation came, or hold the code up to their camera. As soon as they take it, you are at their door.",
    "answerSecret": "It holds your network address. Only somebody who has the invitation too can read it. Keep this page open until then.",
    "failed": {
      "no-address": {
        "what": "This computer has no network address that could be told",
        "todo": "Connect it to a network, even one without the internet, then make another invitation.",
        "ask": "Connect it to a network, even one without the internet. Then open the invitation again."
      },
      "no-path": {
        "what": "The two computers do not reach each other",
        "todo": "Be on the same network if you can, or add a go-between under Connection. Then make another invitation.",
        "ask": "Be on the same network if you can, or add a go-between under Connection. Then ask for another invitation."
      },
      "no-address-relayed": {
        "what": "No go-between gave an address that could be told",
        "todo": "Test your go-between under Connection, then make another invitation.",
        "ask": "Test your go-between under Connection. Then open the invitation again."
      },
      "no-path-relayed": {
        "what": "No go-between brought the two computers together",
        "todo": "Test your go-between under Connection. Then make another invitation.",
        "ask": "Test your go-between under Connection. Then ask for another invitation."
      },
      "too-late": {
        "what": "Nobody connected in time",
        "todo": "Make another invitation when both of you have time.",
        "ask": "Ask for another invitation when both of you have time."
      },
      "window-gone": {
        "what": "The window was loaded anew, and this invitation with it",
        "todo": "Make another invitation.",
        "ask": "Ask for another invitation."
      }
    }
  },
  "common": {
    "three": {
      "what": "What happened",
      "safe": "Is it safe?",
      "todo": "What to do"
    },
    "close": "Close",
    "dismiss": "Dismiss",
    "home": "Home",
    "settings": "Settings",
    "you": "You",
    "somebody": "Somebody",
    "tryAgain": "Try again",
    "untitled": "Meeting without a title",
    "loading": "Vigil is starting",
    "sentences": "{{first}}. {{second}}",
    "inARow": "{{first}} {{second}}",
    "notice": {
      "invite-copied": "Copied. It is removed from the clipboard after a minute.",
      "report-saved": "Report saved",
      "hand-text-copied": "Text copied",
      "link-replaced": "Link replaced. The old one lets in only those who were in already.",
      "number-copied": "Safety number copied",
      "group-code-copied": "Group code copied",
      "message-copied": "Message copied",
      "address-copied": "Link copied",
      "contact-forgotten": "Forgotten",
      "contacts-exported": "Contacts saved to the file",
      "contacts-added_one": "{{count}} contact added",
      "contacts-added_other": "{{count}} contacts added",
      "saved": "Saved",
      "passphrase-set": "Passphrase set",
      "passphrase-removed": "Passphrase removed",
      "identity-exported": "Identity exported",
      "identity-imported": "Identity imported: you have its key now",
      "identity-reset": "You have a new identity"
    },
    "keys": {
      "title": "Keyboard shortcuts",
      "mute": "Mute",
      "camera": "Camera",
      "hand": "Raise or lower hand",
      "chat": "Chat",
      "people": "People",
      "safety": "Verify somebody",
      "copyInvite": "Copy invite link",
      "leave": "Leave (asks first)",
      "help": "This list",
      "close": "Close what is open",
      "shift": "Shift",
      "control": "Ctrl"
    }
  },
  "connection": {
    "status": {
      "ready": "Ready",
      "readyText": "Others can find you by {{ways}}. One is enough.",
      "one-left": "One way left",
      "one-leftText": "Others can find you by {{ways}} only. One is enough.",
      "trying": "Trying",
      "tryingText": "Waiting for the first answer.",
      "none": "No way out",
      "noneText": "No way answers. Nobody new can find you right now.",
      "off": "No way out",
      "offText": "Every way to be found is switched off.",
      "no-proxy": "No way out",
      "no-proxyText": "The proxy of private mode does not answer, so nothing goes out.",
      "idle": "Resting",
      "idleText": "Vigil looks for others only when you start or join a meeting.",
      "rest": "Resting",
      "restText": "Last answer at {{time}}. Vigil looks for others when you start or join a meeting.",
      "show": "Show connection"
    },
    "title": "Connection",
    "open": "Connection",
    "openText": "Ways to be found, relays, and a report to save.",
    "head": {
      "ready_one": "Others can find you in one way",
      "ready_other": "Others can find you in {{count}} ways",
      "one-left": "One way left",
      "trying": "Looking for a way out",
      "none": "No way out right now",
      "off": "Every way is switched off",
      "no-proxy": "No way out right now",
      "resting_one": "One way is ready, and not in use",
      "resting_other": "{{count}} ways are ready, none is in use"
    },
    "lead": {
      "ready": "Vigil tries them all at once. One is enough to meet, and none is needed once you are in.",
      "one-left": "Others can find you by {{ways}} only. One is enough to meet, and none is needed once you are in. By hand needs none of them.",
      "trying": "Nothing has answered yet. Vigil keeps trying.",
      "none": "Nobody new can find you. Those you are connected with stay so. By hand needs none of this.",
      "off": "Nobody can find you, and you can find nobody. By hand needs none of this.",
      "no-proxy": "The proxy of private mode does not answer, so nothing goes out. Vigil goes no other way.",
      "idle": "Vigil uses them only while it looks for somebody: when you start or join a meeting. Whether they work shows then."
    },
    "nextMeeting": "What you switch here counts from the next meeting.",
    "transports": "Ways to find each other",
    "transport": {
      "nostr": "Relays",
      "dht": "Peer-to-peer search",
      "lan": "This network",
      "members": "People already inside",
      "paste": "By hand"
    },
    "inSentence": {
      "nostr": "relays",
      "dht": "peer-to-peer search",
      "lan": "this network"
    },
    "transportText": {
      "nostr": "Small public post boxes. They pass sealed notes and cannot read them, but they see your network address and when you are there.",
      "nostrPrivate": "Small public post boxes. They pass sealed notes and cannot read them. They see the address of your proxy, and when you are there.",
      "dht": "No relay at all: computers like yours pass the note along. They see your network address.",
      "lan": "Finds people in the same house or on the same Wi-Fi, even without internet.",
      "members": "Once you are in, members bring one another together and mend broken links. No server is needed for it.",
      "paste": "Pass two short texts or QR codes by any means you have."
    },
    "state": {
      "off": "Off",
      "not-private": "Off in private mode",
      "idle": "Ready, not in use",
      "trying": "Trying",
      "works": "Works",
      "silent": "No answer",
      "refused": "Refused",
      "failed": "Does not work here",
      "offNext": "Off from the next meeting",
      "offRun": "Off for this run",
      "always": "Needs no relay",
      "hidden": "Off while your address is hidden",
      "inMeeting": "In a meeting",
      "alone": "Nobody else is here",
      "here_one": "{{count}} other here",
      "here_other": "{{count}} others here"
    },
    "relaysAnswer_one": "{{works}} of {{count}} answers",
    "relaysAnswer_other": "{{works}} of {{count}} answer",
    "worksHere_one": "Works, {{count}} other here",
    "worksHere_other": "Works, {{count}} others here",
    "exchange": "{{ago}}, {{ms}} ms",
    "lastHeard": "last heard at {{time}}",
    "neverHeard": "no answer so far",
    "why": {
      "no-network": "This computer has no network right now.",
      "no-multicast": "This network does not let computers call out to one another.",
      "no-nodes": "No node could be reached to begin with.",
      "no-answer": "Nothing has come back.",
      "refused": "Every relay refuses. The reason stands beside each."
    },
    "relaySilent": "{{relay}} has not answered since {{time}}.",
    "relaysSilent_one": "{{count}} relay has stopped answering.",
    "relaysSilent_other": "{{count}} relays have stopped answering.",
    "relaysRefuse_one": "{{count}} relay refuses this computer.",
    "relaysRefuse_other": "{{count}} relays refuse this computer.",
    "refusal": {
      "sign-in": "requires signing in",
      "members-only": "accepts only its members",
      "blocked": "blocks this address or its messages",
      "work": "requires a proof of work",
      "too-much": "gets too many messages",
      "busy": "is too busy right now",
      "moved": "has moved to another address",
      "certificate": "certificate or clock is wrong",
      "clock": "rejects this computer's clock",
      "swallows": "accepts messages and delivers none",
      "other": "gives another reason"
    },
    "signIn": "Sign in to {{relay}}",
    "signInText": "Vigil signs with a one-time key, made for one connection. It does not hold your name or identity.",
    "othersWork_one": "One other works, so nothing is lost.",
    "othersWork_other": "{{count}} others work, so nothing is lost.",
    "noOtherRelay": "No other relay works right now.",
    "nodes": "Own nodes for peer-to-peer search",
    "nodesText": "Where the search begins, besides the nodes that Vigil knows by itself. It may stay empty: most people need none.",
    "nodesField": "Addresses, with a space between them",
    "nodesHint_one": "At most {{count}}, each written as HOST:PORT.",
    "nodesHint_other": "At most {{count}}, each written as HOST:PORT.",
    "nodesFull_one": "There can be at most {{count}}.",
    "nodesFull_other": "There can be at most {{count}}.",
    "save": "Save",
    "links": {
      "title": "Your links",
      "none": "You have no link to anybody yet.",
      "path": {
        "same-network": "Direct, on the same network",
        "direct": "Direct",
        "relayed": "Through a go-between, sealed",
        "relayedBy": "Through {{relay}}, sealed",
        "none": "No path right now",
        "opening": "Connecting",
        "unknown": "Connected, path not known yet",
        "held": "Stopped until you decide"
      },
      "detail": "{{protocol}}, {{ms}} ms",
      "protocol": {
        "udp": "UDP",
        "tcp": "TCP",
        "tls": "TLS"
      }
    },
    "report": {
      "button": "Save a report",
      "title": "A report for whoever helps you",
      "lead": "It is on this computer only, until you give it to somebody.",
      "text": "It tells how each way does and how links run. It holds no names, keys, links, titles or addresses; your own relays stand in it as numbers. Read it before you save it.",
      "label": "The report",
      "save": "Choose a place",
      "cancel": "Cancel"
    },
    "happening": {
      "title": "What is happening here",
      "open": "What is happening here",
      "openText": "Who can read this, and how it is sealed",
      "connectionText": "Ways, relays, your links",
      "more": "More about this meeting",
      "who": "Who can read this",
      "whoAlone": "Nobody but you. Nothing of your sound and picture is sent.",
      "whoText": "Your sound and picture are sealed for those in this list whose link stands, and for nobody else. No server has a key.",
      "whoUnverified": "Who is not verified has proven a key, not a name: it may be anybody.",
      "whoLists": "Not everybody sees the same people right now. Ask aloud who is here.",
      "closed": "One link could not be proven, and was closed.",
      "broken": "Nothing can be sealed on this computer right now, so nothing is sent.",
      "how": "How it is sealed",
      "handshake": "Handshake between each two",
      "frames": "Sound and picture, frame by frame",
      "epoch": "Your key right now",
      "epochValue": "Generation {{generation}}, step {{step}}",
      "epochNone": "None: nothing is sealed, so nothing is sent",
      "epochText": "A step when somebody comes, so that they cannot open the past. A new generation when somebody leaves, so that they cannot open the future.",
      "trust": "Why should I trust this?",
      "trustText": "You need not trust a server: none has a key, and none can end this meeting. Each link has shown that it belongs to the key that it says. But some things no software can promise:",
      "limits": {
        "record": "Everybody here can record what they see and hear.",
        "verify": "Without verifying you do not know who has the other key.",
        "computer": "Malware on one of the computers sees what its user sees.",
        "address": "Everybody here sees your network address. So does whatever helps you find each other: relays, peer-to-peer search, STUN servers.",
        "addressVerified": "Those whom you have verified see your network address. So does whatever helps you find each other: relays, peer-to-peer search, go-betweens, STUN servers.",
        "addressRelays": "Nobody here sees your network address. Your go-between does, and so do relays and the peer-to-peer search.",
        "traffic": "Whoever watches your network sees that you use Vigil, when, and how much.",
        "audit": "No outsider has audited Vigil. Its code and its threat model are open to be read."
      },
      "verify": "Verify {{name}}"
    }
  },
  "door": {
    "invite": {
      "title": "Invite somebody",
      "text": {
        "asks": "Send this link by a way that you trust. Whoever has it can knock; you decide who comes in.",
        "open": "Send this link only to people who may come in, by a way that you trust. Whoever has it comes in; no one is asked.",
        "locked": "The meeting is locked. Until you unlock it, this link lets nobody new in."
      },
      "waitingOpen": "Waiting for somebody to come",
      "waiting": "Waiting for somebody to knock",
      "copy": "Copy invite link",
      "show": "Show link",
      "hide": "Hide link",
      "link": "Invite link",
      "until": "Good until {{when}}"
    },
    "knock": {
      "title": "{{name}} knocks",
      "heading": "Knocks",
      "since": "since {{time}}",
      "text": "Anyone with the link can pick any name. Let in only whom you expect.",
      "admit": "Let in",
      "deny": "Not now"
    },
    "title": "The door",
    "lobby": "Ask before letting people in",
    "lobbyOn": "If off, anyone with the link comes in and learns everyone's identity key and network address.",
    "lobbyOff": "No one is asked now: anyone with the link comes in and learns everyone's identity key and network address.",
    "lobbyOffLocked": "Once unlocked: anyone with the link comes in unasked and learns everyone's identity key and network address.",
    "lock": "Lock the meeting",
    "lockText": "Nobody new comes in",
    "linkText": "Everyone here has a link and can pass it on.",
    "copy": "Copy",
    "replace": "Replace",
    "replaceLabel": "Replace the invite link",
    "asks": "The host or a co-host decides who comes in.",
    "open": "Anyone with the link may come in. No one is asked.",
    "locked": "The meeting is locked. Nobody new comes in.",
    "replaceLink": {
      "title": "Replace the invite link?",
      "text": "The old link then lets in only those who were in already. Anybody else who has it finds that it was replaced. Nobody is sent away.",
      "send": "You have to send the new link yourself, by a way that you trust. There is no way back to the old one.",
      "stay": "Cancel",
      "confirm": "Replace the link"
    },
    "remove": {
      "button": "Remove from the meeting",
      "title": "Remove {{name}}?",
      "text": "Everybody stops sending to {{name}} at once, with new keys. {{name}} cannot come back into this meeting. What {{name}} has heard and seen so far, {{name}} knows.",
      "lobby": "From then on newcomers are asked about: 'Ask before letting people in' is switched on.",
      "stay": "Cancel",
      "confirm": "Remove"
    }
  },
  "ending": {
    "leave": {
      "title": "Leave the meeting?",
      "text": "The others stay. If the meeting is still on, you can knock again with the same link.",
      "aloneText": "Nobody else is here.",
      "hostText": "The meeting goes on without you. The others stay connected to one another.",
      "coHosts": "Co-hosts can let people in.",
      "nobody": "Nobody else can let people in. If that should be possible, make somebody a co-host first.",
      "open": "Anyone with the link may still come in.",
      "end": "Ask everyone to end",
      "endText": "You leave, and Vigil asks everyone to leave. People may stay: nobody can end a meeting for others. You cannot open this meeting again.",
      "stay": "Stay",
      "leave": "Leave"
    },
    "ended": {
      "left": {
        "title": "You have left the meeting",
        "what": "The connection is closed.",
        "safe": "Yes. Vigil sends no sound and no picture any more.",
        "todo": "Nothing. To meet again, make a new meeting, open one of yours again, or open an invite link."
      },
      "denied": {
        "title": "You were not let in",
        "what": "Somebody who keeps the door decided so, or you were removed from this meeting before.",
        "safe": "Yes. No picture and no sound were sent. Only your knock was seen, with your name and your key.",
        "todo": "Reach the host by another way, and ask."
      },
      "full": {
        "title": "The meeting is full",
        "what": "This version of Vigil holds sixteen people, and sixteen are inside.",
        "safe": "Yes. No picture and no sound were sent.",
        "todo": "Try again later, or start a meeting of your own and send the link."
      },
      "expired": {
        "title": "The invite has expired",
        "what": "The link was good until {{when}}.",
        "safe": "Yes. Vigil sends no sound and no picture any more.",
        "todo": "Ask for a new link, or start a new meeting."
      },
      "locked": {
        "title": "The meeting is locked",
        "what": "Nobody new is let in right now.",
        "safe": "Yes. No picture and no sound were sent. Whoever keeps the door may have seen the name you gave.",
        "todo": "Reach the host by another way, ask to unlock the meeting, and try again."
      },
      "replaced": {
        "title": "This link lets nobody new in",
        "what": "The host has replaced or closed it. Or it was made for one person, and has been used.",
        "safe": "Not certain. No picture and no sound were sent. But if the link was made for you alone and you have not used it, somebody else may have.",
        "todo": "Tell the host by another way that you trust, and ask for a new link."
      },
      "removed": {
        "title": "You were removed from the meeting",
        "what": "The host or a co-host sent you away. The others have stopped sending to you.",
        "safe": "Yes. Vigil sends no sound and no picture any more, and you receive none.",
        "todo": "Reach the host by another way. The same link does not let you in again."
      },
      "fingerprint-mismatch": {
        "title": "This link could not be proven",
        "what": "You were let in, but the connection did not lead to the computer that had been agreed. Vigil closed it.",
        "safe": "Yes. No picture and no sound were sent. But somebody may have tried to sit between you two.",
        "todo": "Reach the host by another way, and ask for a new invite link."
      },
      "no-path": {
        "title": "The connection did not come about",
        "what": "You were let in, but Vigil could not make a proven link between the two computers.",
        "safe": "Yes. No picture and no sound were sent, so nobody saw or heard you.",
        "todo": "Try again. If it stays, one of the two networks lets no direct connection through. Ask the host for a new link that lends a go-between, add one yourself under Connection, or use another network, for example a phone hotspot."
      },
      "no-path-by": {
        "unreached": {
          "what": "You were let in, but your proxy does not reach the go-between at {{places}}. In private mode nothing else is tried.",
          "todo": "Many proxies let only ports 443 and 80 through. If the go-between has one of them, add it under Connection, for example turns:turn.example.org:443. Or use another proxy."
        },
        "private": {
          "what": "You were let in, but no go-between brought the two computers together. In private mode nothing else is tried.",
          "todo": "Test your go-between under Connection, then try again. If it works, the other side may need a go-between: ask the host for a new link that lends one by TCP or TLS."
        },
        "hidden": {
          "what": "You were let in, but no go-between brought the two computers together. Your address is to stay hidden, so nothing else is tried.",
          "todo": "Test your go-between under Connection, then try again. If it works, the other side may need a go-between: ask the host for a new link that lends one."
        }
      },
      "safeInside": "Yes. Vigil sends no sound and no picture any more.",
      "uncertainInside": "Not certain. Vigil sends no sound and no picture any more, but somebody may have tried to sit between you and the others.",
      "home": "Home"
    }
  },
  "entering": {
    "device": {
      "camera": "Camera",
      "microphone": "Microphone",
      "speaker": "Speaker",
      "systemDefault": "System default",
      "nth": "{{kind}} {{number}}",
      "missing": "The chosen one is not plugged in",
      "playSound": "Play a sound",
      "muteMic": "Mute microphone",
      "cameraSwitch": "Camera",
      "problem": {
        "camera": {
          "none-found": "Vigil finds no camera",
          "busy": "Another program uses the camera",
          "denied": "Your system does not let Vigil use the camera",
          "unknown": "The camera does not start"
        },
        "microphone": {
          "none-found": "Vigil finds no microphone",
          "busy": "Another program uses the microphone",
          "denied": "Your system does not let Vigil use the microphone",
          "unknown": "The microphone does not start"
        },
        "cameraTodo": {
          "none-found": "Plug one in and try again, or go on without a picture.",
          "busy": "Close the other program and try again, or go on without a picture.",
          "denied": "Allow it in the system's privacy settings and try again, or go on without a picture.",
          "unknown": "Try again, plug it in anew, or go on without a picture."
        },
        "microphoneTodo": {
          "none-found": "Plug one in and try again. Without it nobody hears you.",
          "busy": "Close the other program and try again. Without it nobody hears you.",
          "denied": "Allow it in the system's privacy settings and try again. Without it nobody hears you.",
          "unknown": "Try again, or plug it in anew. Without it nobody hears you."
        },
        "silenced": "Your headset or your system has muted the microphone",
        "silencedTodo": "Nobody hears you. Unmute it there: Vigil cannot."
      }
    },
    "level": {
      "label": "Microphone level",
      "heard": "We can hear you",
      "nothing": "We hear nothing",
      "waiting": "Say something",
      "off": "Microphone is off"
    },
    "preview": {
      "hostTitle": "A new meeting",
      "againTitle": "Open your meeting again",
      "guestTitle": "Join a meeting",
      "itsTitle": "Title",
      "inviteSays": "The invite says",
      "inviteSaysTitle": "The invite says: {{title}}",
      "unproven": "Anyone who makes a link can write any title. It proves nothing.",
      "expires": "The link is good until {{when}}",
      "name": "Your name in this meeting",
      "title": "Title (may stay empty)",
      "titleHint": "It stands in the invite link, so whoever has the link can read it.",
      "ownPicture": "Your own picture",
      "cameraStarting": "The camera is starting",
      "othersWillSee": "This is what others will see",
      "hostPromise": "Nothing leaves this computer until you start. Picture and sound go only to people you let in.",
      "guestPromise": "Nothing leaves this computer until you ask to join. Until you are let in, only a sealed knock with your name and your key does: no picture, no sound.",
      "openPromise": "Nothing leaves this computer until you start. Then picture and sound go to everyone who comes in by the link.",
      "open": "Anyone with the link may come in",
      "openText": "No one is asked. Anyone who has this link sees and hears the meeting, and learns everyone's identity key and network address.",
      "start": "Start meeting",
      "startWithout": "Start without camera",
      "ask": "Ask to join",
      "askWithout": "Ask to join without camera",
      "throwaway": "Appear as someone new",
      "throwawayText": "For this meeting only you get a key that nobody has seen, and that is kept nowhere. You are recognised by nobody, and whoever verified you sees a stranger. Your voice, your picture and your network address can still give you away.",
      "givenAway": "This is your usual name: it gives you away."
    },
    "knocking": {
      "title": "At the door",
      "looking": "Looking for the meeting",
      "asked": "Waiting to be let in",
      "connecting": "Connecting you",
      "lookingText": "Nobody has answered yet. Vigil keeps looking.",
      "askedText": "Your knock is shown to somebody who may let you in.",
      "connectingText": "You were let in. Vigil is connecting you.",
      "privacy": "No picture and no sound leave this computer before you are let in.",
      "cancel": "Cancel",
      "steps": "Steps",
      "done": ", done"
    },
    "firewall": {
      "title": "Windows is about to ask about Vigil",
      "text": "At the first meeting the Windows firewall asks whether Vigil may use your networks. It is about people who reach you directly. Allow it for private networks. If you refuse, meetings still come about, but people on the same network may not find you, and more links need a go-between."
    }
  },
  "errors": {
    "hand-answer-here": {
      "what": "This is an answer, not an invitation",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Send it back to whoever invited you: it is pasted there, in the meeting. Here goes the invitation, which starts with vigil://meet/"
    },
    "hand-not-answer": {
      "what": "This is not an answer to an invitation by hand",
      "safe": "Yes. The invitation still waits for its answer.",
      "todo": "Copy the whole text that came back. It starts with vigil://answer/"
    },
    "hand-answer-cut-off": {
      "what": "A piece of this answer is missing",
      "safe": "Yes. The invitation still waits for its answer.",
      "todo": "Copy it again, from the first letter to the last. Chat apps sometimes cut long texts."
    },
    "hand-answer-altered": {
      "what": "This answer has been changed on its way",
      "safe": "Not certain. A typing slip does this, and so does somebody who changes texts. Nothing was sent.",
      "todo": "Ask for the same answer again, by another way if you can."
    },
    "hand-answer-newer": {
      "what": "This answer was made by a newer Vigil",
      "safe": "Yes. The invitation still waits for its answer.",
      "todo": "Update Vigil, then invite again."
    },
    "hand-answer-older": {
      "what": "This answer was made by an older Vigil",
      "safe": "Yes. The invitation still waits for its answer.",
      "todo": "Ask the other person to update Vigil, then invite again."
    },
    "hand-answer-other-meeting": {
      "what": "This answer belongs to another meeting",
      "safe": "Yes. The invitation still waits for its answer.",
      "todo": "Ask for the answer to the invitation that you gave out here."
    },
    "hand-answer-not-awaited": {
      "what": "No invitation waits for this answer",
      "safe": "Yes. Nothing was connected.",
      "todo": "It was used already, taken back, or is too old. Make another invitation and pass it on."
    },
    "hand-invitation-here": {
      "what": "This is an invitation, not an answer",
      "safe": "Yes. The invitation still waits for its answer.",
      "todo": "Ask for the text that Vigil shows after Ask to join. To open this invitation, leave this meeting first."
    },
    "hand-own-invitation": {
      "what": "This is your own invitation",
      "safe": "Yes. The invitation still waits for its answer.",
      "todo": "Give it to whoever you invite. What comes back is another text: it goes here."
    },
    "hand-too-many": {
      "what": "Four invitations by hand are under way",
      "safe": "Yes. They go on as before.",
      "todo": "Finish one of them or take it back, then make another one."
    },
    "image-no-code": {
      "what": "Vigil finds no code that it can read in this image",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Choose a sharp image that shows the whole code with its white edge, seen from the front."
    },
    "image-unreadable": {
      "what": "Vigil could not read this image",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Choose a picture file, for example a PNG or JPEG."
    },
    "link-not-vigil": {
      "what": "This is not an invite link of Vigil",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Copy the whole link that you were given. It starts with vigil://join/ or has a # in it."
    },
    "link-cut-off": {
      "what": "A piece of this link is missing",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Copy the link again, from the first letter to the last. Chat apps sometimes cut long links."
    },
    "link-altered": {
      "what": "This link has been changed on its way",
      "safe": "Not certain. A typing slip does this, and so does somebody who changes links. Nothing was sent.",
      "todo": "Ask for the link again by another way, for example by phone or in person."
    },
    "link-expired": {
      "what": "This invite link has expired",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Check the date and time of this computer. If they are right, ask for a new link."
    },
    "link-ahead-of-clock": {
      "what": "This link ends later than any link can",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Check the date and time of this computer: they seem to be days behind. If they are right, ask for the link again."
    },
    "link-from-newer-version": {
      "what": "This link was made by a newer Vigil",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Update Vigil, then open the link again."
    },
    "link-from-older-version": {
      "what": "This link was made by an older Vigil",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Both sides need the same protection. Ask whoever sent the link to update Vigil and send a new one."
    },
    "link-too-long": {
      "what": "This text is too long to be an invite link",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Copy only the link, without the text around it."
    },
    "already-in-meeting": {
      "what": "You are already in a meeting",
      "safe": "Yes. The meeting goes on as before.",
      "todo": "Leave it first, then open the other one."
    },
    "no-meeting": {
      "what": "There is no meeting any more",
      "safe": "Yes. Nothing was sent.",
      "todo": "Go home and start or join a meeting."
    },
    "too-many-links": {
      "what": "This meeting has as many links for single people as it can have",
      "safe": "Yes. Nothing was changed.",
      "todo": "Use the link for everybody, or make a new meeting."
    },
    "no-such-meeting": {
      "what": "This meeting is over, or was removed from this computer",
      "safe": "Yes. Nothing was sent.",
      "todo": "Make a new meeting and send its link."
    },
    "meeting-record-damaged": {
      "what": "What this computer kept of the meeting is damaged",
      "safe": "Yes. Nothing was sent. Vigil does not guess what you had decided there.",
      "todo": "Make a new meeting and send its link."
    },
    "no-such-knock": {
      "what": "Nobody knocks any more under this name",
      "safe": "Yes. Nobody was let in.",
      "todo": "Wait until there is a new knock."
    },
    "no-such-peer": {
      "what": "This person is no longer here",
      "safe": "Yes. Nothing was sent.",
      "todo": "Wait until this person is back."
    },
    "not-allowed": {
      "what": "You may not decide this here",
      "safe": "Yes. Nothing was changed.",
      "todo": "Ask the host, or a co-host, to do it."
    },
    "cannot-sign": {
      "what": "Vigil could not sign this decision",
      "safe": "Yes. Nothing was changed: everything is as it was.",
      "todo": "Try again. If it stays, go on in a new meeting."
    },
    "code-changed": {
      "what": "The group code has changed meanwhile",
      "safe": "Yes. Nobody was marked as verified.",
      "todo": "Somebody came or went. Read the new code to one another, from the first group."
    },
    "no-such-message": {
      "what": "This message is no longer there",
      "safe": "Yes.",
      "todo": "Only the last messages are kept, and none after the meeting."
    },
    "too-often": {
      "what": "Too often in a short time",
      "safe": "Yes. Nothing was sent.",
      "todo": "Wait a few seconds, then do it once more."
    },
    "page-not-opened": {
      "what": "The page could not be opened",
      "safe": "Yes.",
      "todo": "Copy the link, and open it in a browser yourself."
    },
    "name-empty": {
      "what": "There is no name yet",
      "safe": "Yes. Nothing was sent.",
      "todo": "Write a name. It can be any name."
    },
    "name-too-long": {
      "what": "This name is too long",
      "safe": "Yes. Nothing was sent.",
      "todo": "Shorten it."
    },
    "title-too-long": {
      "what": "This title is too long",
      "safe": "Yes. Nothing was sent.",
      "todo": "Shorten it."
    },
    "relay-url-invalid": {
      "what": "This is not the address of a relay",
      "safe": "Yes. The list is as it was.",
      "todo": "An address looks like wss://relay.example.org"
    },
    "relay-list-empty": {
      "what": "The last relay cannot be taken away",
      "safe": "Yes. The list is as it was.",
      "todo": "Add another relay first, or switch all relays off together."
    },
    "relay-list-too-long": {
      "what": "The list of relays is full",
      "safe": "Yes. The list is as it was.",
      "todo": "Remove a relay first."
    },
    "dht-node-invalid": {
      "what": "This is not the address of a node",
      "safe": "Yes. The list is as it was.",
      "todo": "An address looks like node.example.org:49737"
    },
    "turn-url-invalid": {
      "what": "This is not the address of a go-between",
      "safe": "Yes. The list is as it was.",
      "todo": "An address looks like turn.example.org or turns:turn.example.org:443"
    },
    "turn-login-invalid": {
      "what": "Name and password are missing, or too long",
      "safe": "Yes. The list is as it was.",
      "todo": "A go-between needs both. With the address they may have 254 characters together."
    },
    "turn-needed": {
      "what": "Vigil did not start this call",
      "safe": "Yes. Nothing was sent. Your address is to stay hidden, and there is no go-between to hide it behind.",
      "todo": "Under Connection, add a go-between and switch it on, or no longer hide your address."
    },
    "vault-store-unavailable": {
      "what": "The system's key store did not answer",
      "safe": "Yes. Nothing was lost, but nothing new is kept either.",
      "todo": "Unlock the key store of your system, then start Vigil again."
    },
    "vault-write-failed": {
      "what": "Vigil could not save this",
      "safe": "Yes. What was saved before is still there.",
      "todo": "Look whether the disk is full or write-protected, then try again."
    },
    "vault-damaged": {
      "what": "Your identity file can no longer be read",
      "safe": "Yes. Nothing was changed or lost by Vigil.",
      "todo": "Start Vigil again: it puts the file aside and tells you so."
    },
    "locked": {
      "what": "Vigil is locked",
      "safe": "Yes. Nothing was done.",
      "todo": "Unlock it with your passphrase."
    },
    "passphrase-empty": {
      "what": "No passphrase was typed",
      "safe": "Yes. Nothing was changed.",
      "todo": "Type it, then try again."
    },
    "passphrase-wrong": {
      "what": "This passphrase does not fit",
      "safe": "Yes. Nothing was changed.",
      "todo": "Try again. After each wrong one the wait is longer."
    },
    "passphrase-wait": {
      "what": "It is too early for another try",
      "safe": "Yes. Nothing was changed.",
      "todo": "Wait a little, then try again."
    },
    "passphrase-no-memory": {
      "what": "Vigil could not get enough memory to check the passphrase",
      "safe": "Yes. Nothing was changed.",
      "todo": "Close other programs, then try again. It takes 256 MB for a second."
    },
    "identity-file-invalid": {
      "what": "This is not a whole identity file of Vigil",
      "safe": "Yes. Your identity is as it was.",
      "todo": "Choose the file that Vigil made, and copy it again if it was damaged on its way."
    },
    "identity-file-newer": {
      "what": "This file was made by a newer Vigil",
      "safe": "Yes. Your identity is as it was.",
      "todo": "Update Vigil, then import it again."
    },
    "identity-file-unreadable": {
      "what": "Vigil could not read this file",
      "safe": "Yes. Your identity is as it was.",
      "todo": "Look whether it is still there and may be read, then try again."
    },
    "identity-file-not-saved": {
      "what": "Vigil could not save the file",
      "safe": "Yes. Your identity is as it was; there is no export.",
      "todo": "Choose another place, or look whether the disk is full."
    },
    "no-such-contact": {
      "what": "This contact is no longer there",
      "safe": "Yes. Nothing was changed.",
      "todo": "Look at the list again."
    },
    "file-not-contacts": {
      "what": "This is not a file of contacts of Vigil",
      "safe": "Yes. Your contacts are as they were.",
      "todo": "Choose a file that Vigil has exported. It may also be damaged, or come from a newer Vigil."
    },
    "file-not-written": {
      "what": "The file could not be written",
      "safe": "Yes. Nothing else was changed.",
      "todo": "Look whether the disk is full or write-protected, or choose another place."
    },
    "private-mode-no-proxy": {
      "what": "Your proxy does not answer",
      "safe": "Yes. Nothing was sent, to anyone.",
      "todo": "Start Tor, or your proxy, and try again. Without private mode, relays and participants can see your address."
    },
    "private-mode-no-turn": {
      "what": "There is no go-between that your proxy can reach",
      "safe": "Yes. Nothing was sent, to anyone.",
      "todo": "Under Connection, add a go-between (TURN) that is reached over TCP or TLS. Without one, picture and sound would have to show your address."
    },
    "private-mode-damaged": {
      "what": "Vigil cannot read whether private mode is on",
      "safe": "Yes. Nothing was sent, to anyone.",
      "todo": "Choose anew under Connection: on or off. Until then Vigil reaches nobody."
    },
    "private-mode-not-saved": {
      "what": "Vigil could not save this",
      "safe": "Yes. Private mode is as it was.",
      "todo": "Look whether the disk is full or write-protected, then try again."
    },
    "proxy-address-invalid": {
      "what": "This is not the address of a proxy",
      "safe": "Yes. Private mode is as it was.",
      "todo": "An address looks like 127.0.0.1:9050. User names and passwords are not possible here."
    },
    "bad-request": {
      "what": "Vigil did not understand its own window",
      "safe": "Yes. Nothing was sent.",
      "todo": "Try again. If it stays, start Vigil again."
    },
    "internal": {
      "what": "Vigil could not do this",
      "safe": "Not certain. Treat it as not done.",
      "todo": "Try again. If it stays, start Vigil again."
    }
  },
  "group": {
    "name": "Group code",
    "notCompared": "not compared",
    "compared": "compared",
    "changed": "changed",
    "compare": "Compare the group code",
    "title": "Does everybody see the same people?",
    "lead": "This code is made from the keys and names of everybody whom you see here. Whoever sees other people has another code.",
    "number": "Group code, twelve groups of five digits",
    "copy": "Copy code",
    "how": "One reads aloud, everybody follows on their own screen: all twelve groups, from left to right. By voice, or better in person. Not by chat.",
    "differ": "If anything differs, somebody is seen differently by some. Say nothing private until you know who.",
    "voice": "A voice can be imitated: if much depends on it, compare in person.",
    "changedNow": "The code has just changed, because the list of people did. Start again from the first group.",
    "yes": "We have read it and it is the same",
    "done": "Everybody in it is verified.",
    "doneText": "You have said that all see the same code. So everybody whom it holds now counts as Verified for you, and stays so while the keys stay the same.",
    "yesText": "With it you mark everybody in this meeting as verified. Say so only if all have read all twelve groups.",
    "lists": {
      "title": "Not everybody sees the same people",
      "missing-there": "{{peer}} does not see {{about}}.",
      "missing-here": "{{peer}} sees somebody whom you do not see.",
      "other-name": "{{peer}} sees {{about}} under another name.",
      "other-statements": "{{peer}} knows other decisions about who may be here.",
      "unexplained": "{{peer}} has another list, and does not say which.",
      "somebody": "somebody",
      "safe": "Say nothing private until this goes away. Ask aloud who is here.",
      "cannotCompare": "The list of people cannot be compared with {{names}} right now."
    },
    "alarm": {
      "title": "This link could not be proven",
      "lead": "Vigil has closed it.",
      "what": "The connection to the other computer did not carry the fingerprint that was agreed in the sealed talk before. Vigil closed it.",
      "safe": "<b>Not certain.</b> Somebody may be sitting between you two. What was said in this meeting before may have been heard.",
      "todo": "Leave, reach the other person by another way, and send a new invite link by that way.",
      "stay": "Stay here",
      "leave": "Leave the meeting"
    },
    "contradiction": {
      "title": "The host's key can no longer be trusted",
      "lead": "Vigil no longer obeys it.",
      "what": "The host's key signed two different things in one place. Somebody may have copied it. Nothing more signed by it counts here.",
      "safe": "<b>Not certain.</b> Whoever has the key may have let somebody in. What was said in this meeting before may have been heard.",
      "todo": "Ask aloud who is here. Then go on in a new meeting with those whom you know, or leave."
    },
    "away": {
      "title": "The host is not here",
      "goesOn": "The meeting goes on without the host.",
      "coHosts": "Co-hosts can let people in.",
      "nobody": "Nobody can be let in until the host is back.",
      "open": "Anyone with the link may still come in.",
      "contradiction": "The host's key is in doubt. You can go on in a new meeting, with another key.",
      "continue": "Continue without the host"
    },
    "continue": {
      "title": "Continue in a new meeting?",
      "text": "You open a new meeting, and you are its host. The people chosen here are asked to come along; each of them may stay here. Only they are given the new link.",
      "who": "Who is asked",
      "stay": "Stay here",
      "confirm": "Continue in a new meeting"
    },
    "asks": {
      "end": {
        "title": "The host asks everyone to end the meeting",
        "text": "You may stay. Those who stay remain connected.",
        "yes": "Leave",
        "no": "Stay"
      },
      "move": {
        "title": "{{name}} goes on in a new meeting and invites you",
        "text": "If you come along, you leave this meeting. {{name}} is the host of the new one.",
        "yes": "Come along",
        "no": "Stay"
      },
      "removals": {
        "title": "Several people were removed at once",
        "lead": "It does not count for you yet. You decide.",
        "leadMe": "You are among them. It does not count for you yet: you decide.",
        "what": "They were removed within seconds, by the key of the host or of a co-host.",
        "whatMe": "They, and you with them, were removed within seconds, by the key of the host or of a co-host.",
        "safe": "<b>Not certain.</b> It may be meant. But a stolen host key could be used to break up a meeting. So Vigil asks whenever more than one is removed at once.",
        "todo": "Ask aloud, or by another way, whether it was meant. If you let it count, Vigil stops sending to them. If you stay with them, they go on seeing and hearing you; the others may decide differently.",
        "todoMe": "Ask aloud, or by another way, whether it was meant. If you let it count, you leave the meeting. If you stay with them, you go on seeing and hearing one another; the others may decide differently.",
        "yes": "Let it count",
        "no": "Stay with them"
      }
    }
  },
  "home": {
    "hero": "Meet by candlelight",
    "heroText": "Only the people you let in see and hear it. No server can end it.",
    "newMeeting": "New meeting",
    "join": "Join a meeting",
    "paste": "Paste the invite link you were given",
    "continue": "Continue",
    "previewFirst": "You see yourself first. Nothing is sent before you ask to join.",
    "whatProtects": "What protects you, and what does not",
    "sealed": "Sealed on your computer",
    "sealedText": "Sound and picture are encrypted here and opened only over there. Nobody in between holds a key.",
    "door": "A door, not a password",
    "doorText": "Whoever has the link can knock. Unless you open the door to everyone, nobody sees or hears anything before being let in.",
    "limits": "What it does not hide",
    "limitsText": "A name proves nothing until you have verified it. The other person and the relays see your network address.",
    "runtime": {
      "title": "This is the test runtime",
      "text": "No OS sandbox, no OS key store. Do not use it for a call that matters."
    },
    "clock": {
      "title": "This computer's clock seems to be wrong",
      "text": "It differs from the relays by more than 45 seconds, so others might not find you. Set the clock in your system settings."
    }
  },
  "identity": {
    "vault": {
      "weakTitle": "This computer has no safe key store",
      "weakText": "Whoever gets a copy of your files can read your identity and pretend to be you.",
      "alsoWeak": "Besides, this computer has no safe key store: whoever gets a copy of your files can pretend to be you.",
      "damagedTitle": "Your identity file was damaged",
      "asideText": "It could not be read. It was kept as {{file}}, and a new identity was made. Safety numbers are different from before.",
      "byUserTitle": "You have started over",
      "byUserText": "Your former file was kept as {{file}}. You have a new identity: safety numbers are different from before.",
      "closedTitle": "Your identity file could not be opened",
      "keyRefusedText": "The key store of this system did not give its key: it may be locked, or the file comes from another computer. Nothing was changed. Until Vigil is closed you appear as someone new. Unlock the key store and start Vigil again.",
      "newerText": "It was made by a newer Vigil. Nothing was changed. Until Vigil is closed you appear as someone new. Install the newer version again.",
      "startOver": "Put it aside and start over",
      "overText": "The file is put aside, not deleted; with it go the contacts and meetings in it. The identity of this run is kept from now on: to others you become someone new. If what is said about the file can be mended, mend that instead.",
      "noStoreTitle": "Nothing is kept on this computer",
      "noStoreText": "The system offers no key store. Your identity lasts until Vigil is closed.",
      "notWritableText": "Vigil may not write its file. Your identity lasts until Vigil is closed."
    },
    "identityCode": {
      "title": "Your identity as a QR code",
      "lead": "For somebody whom you will meet in a meeting of Vigil.",
      "picture": "QR code of your identity",
      "how": "Let them scan it from your screen, or take a picture of it. In a meeting with you they open \"Is this really …?\", then \"Code\", and scan it or open the picture.",
      "proves": "If it fits, they know that your key is at the other end. It says nothing about them to you: for that, scan theirs. It does not fit if you appear as someone new, or have made a new identity since.",
      "holds": "It holds your public key and nothing else. Nobody can pretend to be you with it. Whoever has it can tell that it is you if you meet."
    },
    "secret": {
      "current": "Your passphrase",
      "fresh": "New passphrase",
      "again": "Once more",
      "ofFile": "Passphrase of the file",
      "differs": "The two are not the same. Write the new one twice.",
      "short": "This is short: somebody with a copy of the file could guess it. Four or more words picked by chance are better.",
      "good": "Four or more words picked by chance are good. Nobody can tell you a forgotten one.",
      "busy": "One moment…",
      "cancel": "Cancel",
      "set": {
        "title": "Set a passphrase",
        "text": "Your identity and settings will open only with it. If you forget it, they are lost: nobody can reset it. Copies of your files made before stay as readable as they were.",
        "confirm": "Set passphrase"
      },
      "change": {
        "title": "Change the passphrase",
        "text": "Copies of your files made before still open with the old one.",
        "confirm": "Change passphrase"
      },
      "remove": {
        "title": "Remove the passphrase",
        "text": "Afterwards the system's key store alone protects your identity and settings.",
        "weakText": "This computer has no safe key store: afterwards whoever has a copy of your files can read them and pretend to be you.",
        "confirm": "Remove passphrase"
      },
      "export": {
        "title": "Export your identity",
        "text": "The file holds your key, not your name or settings. Seal it with a passphrase, then choose where to save it.",
        "confirm": "Choose a place"
      },
      "import": {
        "title": "Import an identity",
        "text": "It replaces the one you have now: to others you become who is in the file. Export yours first if you may need it again. Your meetings are deleted: you cannot open them again.",
        "confirm": "Choose the file"
      }
    },
    "reset": {
      "title": "Make a new identity?",
      "text": "Your key is deleted and a new one made. To everybody you become someone new: safety numbers are different, and whoever verified you has to do it again. Your meetings are deleted: you cannot open them again.",
      "export": "The old key is gone for good unless you have exported it.",
      "confirm": "Make a new identity"
    },
    "locked": {
      "title": "Vigil is locked",
      "text": "Your identity and settings are sealed on this computer. An invite link that you open now waits until then.",
      "passphrase": "Passphrase",
      "open": "Unlock",
      "wait_one": "Wait {{count}} second",
      "wait_other": "Wait {{count}} seconds",
      "waitMinutes_one": "Wait {{count}} minute",
      "waitMinutes_other": "Wait {{count}} minutes",
      "forgot": "Forgot it?",
      "forgotText": "Nobody can reset the passphrase, and there is no other way in. You can start over with a new identity: the sealed file is kept aside, in case you remember.",
      "overTitle": "Start over with a new identity?",
      "overText": "The sealed file is put aside, not deleted. You get a new key and fresh settings: to others you become someone new, until you import an exported identity."
    }
  },
  "invites": {
    "ownMeetings": {
      "title": "Your meetings",
      "untitled": "Meeting without a title",
      "until": "Link good until {{when}}",
      "open": "Open again",
      "openNamed": "Open again: {{title}}",
      "linksNamed": "Invites of {{title}}",
      "forget": "Delete",
      "forgetTitle": "Delete this meeting?",
      "forgetText": "You cannot open it again, and its links lead nowhere, unless people are inside: they can go on without you, and a co-host can still let others in.",
      "forgetStay": "Keep it",
      "all_one": "Show all ({{count}})",
      "all_other": "Show all ({{count}})",
      "fewer": "Show fewer"
    },
    "title": "Invites",
    "open": "Invites for single people",
    "general": "The link for everybody",
    "generalText": "Everyone who has it can knock.",
    "generalOpenText": "Everyone who has it comes in.",
    "personal": "Links for one person each",
    "personalText": "Each of them lets in one person. If one gets into wrong hands, you close it, and the others go on.",
    "personalOpenText": "This meeting is open: whoever has any of its links comes in. Only the first of each link does.",
    "for": "For whom (only you see this)",
    "make": "Make link",
    "noName": "Somebody",
    "isOpen": "Not used yet",
    "isClosed": "Used or closed: nobody else comes in by it",
    "copy": "Copy link for {{name}}",
    "copyGeneral": "Copy link",
    "show": "Show the link for {{name}} with its code",
    "showGeneral": "Show link and code",
    "hide": "Hide",
    "close": "Close the link for {{name}}",
    "closeText": "Nobody comes in by it from then on. All other links stay as they are.",
    "closeLaterText": "You do not let anybody in by it any more. If people are inside while you are away, a co-host still can, until you open the meeting again.",
    "closeStay": "Keep it",
    "closeConfirm": "Close link",
    "code": "Code with the invite link",
    "text": "Invite link",
    "care": "Whoever sees this can use it. Show it only where nobody looks over your shoulder.",
    "contacts": "Let contacts in without knocking",
    "contactsText": "When they come with the key that you know, nobody is asked, also while you are not there. It cannot be taken back in this meeting, but you can remove them.",
    "expect": "Let in {{name}} without knocking",
    "expectShort": "Let in",
    "expected": "Comes in without knocking",
    "onlyRunning": "Start the meeting to choose contacts who come in without knocking.",
    "noContacts": "You have no contacts yet. People you meet become contacts.",
    "byLink": "Came by the link that you made for {{name}}",
    "byLinkUnnamed": "Came by a link for one person"
  },
  "meeting": {
    "alone": "Nobody else is here",
    "opening": "Connecting, not sealed yet",
    "sealedTwo": "Sealed for you two, not verified",
    "onlyTwo": "Only you two can see and hear this",
    "sealedMany_one": "Sealed for {{people}} people, {{count}} not verified",
    "sealedMany_other": "Sealed for {{people}} people, {{count}} not verified",
    "sealedVerified_one": "Sealed for {{count}} people, all verified",
    "sealedVerified_other": "Sealed for {{count}} people, all verified",
    "onlyMany_one": "Only you {{count}} can see and hear this",
    "onlyMany_other": "Only you {{count}} can see and hear this",
    "linkClosed": "Link closed: it could not be proven",
    "hostInDoubt": "The host's key is in doubt",
    "runningTime": "Running time",
    "controls": "Meeting controls",
    "pictures": "People in the meeting",
    "connecting": "Connecting to {{name}}…",
    "reconnecting": "Reconnecting to {{name}}…",
    "forSeconds_one": "For {{count}} second now. Vigil keeps trying.",
    "forSeconds_other": "For {{count}} seconds now. Vigil keeps trying.",
    "muted": "Muted",
    "speaks": "Speaks",
    "cameraOff": "Camera is off",
    "joined": "{{name}} is here",
    "left": "{{name}} is gone",
    "shortcuts": "Keyboard shortcuts",
    "guestAlone": "You are alone here",
    "guestAloneText": "If the other person comes back, Vigil connects you again.",
    "stage": {
      "pages": "Pages of people",
      "page": "{{page}} of {{pages}}",
      "previous": "People before",
      "next": "More people",
      "speaksElsewhere": "{{name}} speaks"
    },
    "sealing": {
      "title": "Vigil cannot encrypt sound and pictures right now.",
      "text": "Nothing of them was sent unencrypted, and nothing is sent. Leave, start Vigil again, and come back by the same link."
    },
    "machine": {
      "smaller": "Your computer is at its limit. Showing smaller pictures.",
      "fewer": "Your computer is at its limit. Showing fewer videos.",
      "todo": "You hear everybody. Closing other programs or turning off your camera helps; the pictures come back by themselves.",
      "paused": "Picture paused"
    },
    "control": {
      "mute": "Mute",
      "camera": "Camera",
      "invite": "Invite",
      "inviteHint": "Invite: copy the link",
      "people": "People",
      "peopleCount_one": "People, {{count}} here",
      "peopleCount_other": "People, {{count}} here",
      "peopleKnocking_one": "People, {{count}} knocks",
      "peopleKnocking_other": "People, {{count}} knock",
      "safety": "Verify",
      "group": "Group code",
      "devices": "Devices",
      "leave": "Leave"
    },
    "people": {
      "title": "People",
      "inMeeting_one": "In the meeting, {{count}}",
      "inMeeting_other": "In the meeting, {{count}}",
      "you": "(you)",
      "host": "Host",
      "co-host": "Co-host",
      "more": "More about {{name}}",
      "makeCoHost": "Make co-host",
      "makeCoHostText": "Can let in, remove, ask and lock",
      "dropCoHost": "No longer co-host",
      "dropCoHostText": "Can no longer decide who comes in",
      "compare": "Verify",
      "connecting": "Connecting",
      "interrupted": "Interrupted"
    }
  },
  "private-mode": {
    "title": "Private mode",
    "text": "Everything goes through Tor or your proxy, or does not go at all.",
    "hides": "Relays, go-betweens and participants see the address of the proxy, not yours",
    "later": "Picture and sound arrive later",
    "off": "Peer-to-peer search and This network are off",
    "needs": "A call needs a go-between (TURN) that is reached over TCP or TLS",
    "kind": "Kind of proxy",
    "socks5": "SOCKS5 (Tor)",
    "http": "HTTP",
    "proxy": "Address of the proxy",
    "proxyHint": "Tor listens at 127.0.0.1:9050, Tor Browser at 127.0.0.1:9150.",
    "restarts": "Vigil starts again when you change this.",
    "turnOn": "Turn on and start again",
    "turnOff": "Turn off and start again",
    "change": "Change and start again",
    "offWarns": "Without private mode, relays and participants can see your address.",
    "answers": "The proxy answers",
    "silent": "The proxy does not answer",
    "unknown": "The proxy was not asked yet",
    "unreached": "The proxy does not reach {{places}}",
    "ports": "Many proxies let only ports 443 and 80 through.",
    "check": "Ask the proxy",
    "badge": "Private mode",
    "badgeDamaged": "Private mode: cannot be read",
    "open": "Private mode settings",
    "limits": "A name proves nothing until you have verified it. Your voice and picture can still tell who you are.",
    "refused": {
      "title": "Vigil did not start this call",
      "lead": "It cannot keep your private-mode promise right now.",
      "noProxy": "Your proxy at {{proxy}} does not answer. Any other way would show your address.",
      "safe": "<b>Yes.</b> Nothing was sent, to anyone.",
      "notNow": "Not now"
    }
  },
  "seeing": {
    "menu": {
      "pin": "Pin",
      "unpin": "Unpin",
      "open": "Menu of {{name}}",
      "mine": "Only for you",
      "volume": "Volume of {{name}}",
      "mute": "Mute for me",
      "noPicture": "No picture for me",
      "write": "Private message",
      "verify": "Verify…",
      "all": "For everyone",
      "remove": "Remove…"
    },
    "word": {
      "weak": "Weak connection",
      "muted": "Muted for you",
      "noPicture": "No picture for you",
      "pinned": "Pinned"
    },
    "view": {
      "title": "View",
      "layout": "Layout",
      "grid": "Grid",
      "speaker": "Speaker",
      "speakerText": "The large picture follows the speaker. Vigil asks for the same pictures all the time, so traffic does not show who speaks.",
      "soundOnly": "Sound only",
      "soundOnlyText": "No pictures are asked for. Others still see yours.",
      "soundOnlyOn": "Sound only is on",
      "isSoundOnly": "View, sound only is on",
      "hideSelf": "Hide my own tile",
      "hideSelfText": "Others still see you.",
      "fullScreen": "Full screen",
      "fullScreenEnd": "Leave full screen"
    },
    "keys": {
      "layout": "Grid or speaker",
      "soundOnly": "Sound only",
      "talk": "Talk while held, when muted",
      "space": "Space",
      "fullScreen": "Full screen",
      "tileMenu": "Menu of a tile",
      "pin": "Pin or unpin a tile",
      "enter": "Enter"
    }
  },
  "settings": {
    "title": "Settings",
    "sections": "Sections of the settings",
    "you": "You",
    "devices": "Sound and picture",
    "contacts": "Contacts",
    "connection": "Connection",
    "appearance": "Look",
    "about": "About Vigil",
    "name": "Name",
    "nameText": "Others see it when you knock. You can change it before each meeting.",
    "save": "Save",
    "identity": "Your identity",
    "identityText": "A short form of your key. It is made on this computer; comparing in a meeting uses the safety number instead.",
    "identityCode": "Show as QR code",
    "saveBandwidth": "Save bandwidth",
    "saveBandwidthText": "You send less, in sound and picture. The price: whoever watches the network can see from the sizes and gaps of the sealed packets that and when you speak. Off, your sound looks the same all the time. Counts from the next meeting.",
    "relayOn": "Use {{relay}}",
    "relayRemove": "Remove {{relay}}",
    "relayAdd": "Add a relay",
    "add": "Add",
    "relayDouble": "This relay is already in the list",
    "relayFull_one": "There can be {{count}} relay.",
    "relayFull_other": "There can be up to {{count}} relays.",
    "theme": "Light or dark",
    "themeText": "Paper by day, night by night.",
    "system": "As the system",
    "light": "Paper",
    "dark": "Night",
    "version": "Version",
    "runtime": "Runtime",
    "electron": "Electron",
    "standIn": "Test runtime",
    "standInText": "Weaker than the real one: the window runs without the OS sandbox, and the vault without the OS key store. For tests only.",
    "links": "Clicks on invite links",
    "linksRefused": "Your system did not let Vigil have them: a click may open nothing, or another program. Copy the link and paste it on the first page.",
    "vault": "Your vault",
    "vaultKeyStore": "Locked by your system's key store.",
    "vaultWeak": "Readable by whoever has a copy of your files.",
    "vaultMemory": "Not kept: it lasts until Vigil is closed.",
    "licence": "Licence",
    "licenceText": "GPL, version 3 or later. There is no warranty.",
    "drawings": "Drawings",
    "drawingsText": "The six emoji are Twemoji, © Twitter, Inc and other contributors, licensed under CC BY 4.0.",
    "limits": "What this version does not do yet",
    "limitsText": "Sixteen people in a call. Your network address is hidden from the others only behind a go-between of your own, from everybody only in private mode.",
    "carry": "Take your identity with you",
    "carryText": "A file with your key, sealed under a passphrase of its own. Whoever has the file and the passphrase can pretend to be you.",
    "export": "Export",
    "import": "Import",
    "reset": "A new identity",
    "resetText": "Others will see a new key, and nothing ties it to the one before.",
    "resetButton": "Make a new identity",
    "passphrase": "Passphrase",
    "passphraseOff": "None. Vigil opens for whoever can use this account on this computer.",
    "passphraseOn": "Vigil asks for it at each start, and after it was locked. Nobody can reset it.",
    "passphraseSet": "Set a passphrase",
    "passphraseChange": "Change",
    "passphraseRemove": "Remove",
    "lockAfter": "Lock when nobody is there",
    "lockAfterText": "Counted for the whole computer. Never in the middle of a meeting: then it waits for the end. Vigil also locks when the computer goes to sleep. Where the system does not tell how long nobody has touched it, Vigil does not lock by itself.",
    "lockNever": "Never",
    "lockMinutes_one": "After {{count}} minute",
    "lockMinutes_other": "After {{count}} minutes",
    "lockNow": "Lock now",
    "vaultPassphrase": "Locked by your passphrase.",
    "vaultBoth": "Locked by your passphrase and your system's key store; neither opens it alone.",
    "relay": {
      "off": "Off",
      "idle": "Not asked now",
      "trying": "Trying",
      "works": "Works",
      "silent": "No answer",
      "refuses": "Refuses",
      "never": "no answer so far",
      "answered": "answered {{ago}}",
      "answeredIn": "{{ago}}, {{ms}} ms"
    }
  },
  "speaking": {
    "control": {
      "hand": "Hand",
      "handRaise": "Raise hand",
      "handLower": "Lower hand",
      "react": "React",
      "chat": "Chat",
      "chatUnread_one": "Chat, {{count}} new message",
      "chatUnread_other": "Chat, {{count}} new messages",
      "silenced": "Silenced"
    },
    "chat": {
      "title": "Chat",
      "messages": "Messages",
      "since": "You joined at {{time}}. Earlier messages are not shown.",
      "empty": "No messages yet",
      "new": "New",
      "onlyYouAnd": "Only you and {{name}}",
      "late": "Came late",
      "copy": "Copy message",
      "newest": "Show the newest",
      "to": "To",
      "toAll": "Everyone",
      "toOne": "Only {{name}}",
      "writeAll": "Write to everyone",
      "writeOne": "Write to {{name}} only",
      "send": "Send",
      "goneAfter": "Chat is gone when the meeting ends.",
      "oneText": "Only {{name}} gets this. The others do not see that you wrote.",
      "left_one": "{{count}} character left",
      "left_other": "{{count}} characters left",
      "over_one": "{{count}} character too many",
      "over_other": "{{count}} characters too many",
      "pause": "Pause chat for everyone",
      "resume": "Let people write",
      "pausedBy": "{{name}} paused chat.",
      "paused": "Chat is paused.",
      "pausedRead": "You can still read. Only the host and co-hosts can write."
    },
    "fault": {
      "empty": "Nothing in it can be shown. Write something else.",
      "too-long": "Too long. Shorten it to 4,000 characters.",
      "paused": "Not sent: chat is paused.",
      "not-delivered": "Not sent: it cannot be delivered right now.",
      "too-fast_one": "Slow down. You can write again in {{count}} second.",
      "too-fast_other": "Slow down. You can write again in {{count}} seconds."
    },
    "page": {
      "title": "Open this page in your browser?",
      "titlePrivate": "This page is not opened in private mode",
      "text": "Its server will see your IP address.",
      "textPrivate": "Your browser does not use the proxy of private mode: the page's server would see your IP address. You can copy the link.",
      "open": "Open",
      "copy": "Copy link",
      "cancel": "Cancel"
    },
    "hand": {
      "raised": "Raised hands",
      "place": "Hand raised, place {{place}}",
      "count_one": "{{count}} raised hand",
      "count_other": "{{count}} raised hands",
      "lowerOf": "Lower the hand of {{name}}"
    },
    "reaction": {
      "applause": "Applause",
      "agree": "Thumbs up",
      "heart": "Heart",
      "laugh": "Laugh",
      "surprise": "Surprise",
      "celebrate": "Celebrate",
      "choose": "Choose a reaction"
    },
    "silence": {
      "one": "Silence for everyone",
      "oneText": "No one hears this person until you allow it",
      "speak": "Let speak again",
      "mark": "Silenced",
      "mineBy": "{{name}} silenced you",
      "mine": "You are silenced",
      "mineText": "No one hears you, whatever your microphone does.",
      "ask": "Ask to speak",
      "handIsUp": "Your hand is raised.",
      "room": "Who is heard",
      "all": "Silence everyone",
      "allText": "Also those who join later. The host and co-hosts are still heard.",
      "floor": "Who can still speak",
      "tooMany_one": "At most {{count}} person.",
      "tooMany_other": "At most {{count}} people.",
      "stay": "Cancel",
      "confirm": "Silence everyone",
      "isOn": "Everyone is silenced",
      "isOnText": "Only the host, co-hosts and those who were allowed are heard.",
      "end": "Let everyone speak"
    },
    "asked": {
      "title": "Several people were silenced at once",
      "lead": "It does not count for you yet. You decide.",
      "leadMe": "You are among them. It does not count for you yet: you decide.",
      "what": "They were silenced within seconds, by the key of the host or of a co-host.",
      "whatMe": "They, and you with them, were silenced within seconds, by the key of the host or of a co-host.",
      "safe": "<b>Not certain.</b> It may be meant. But a stolen host key could be used to keep people from speaking. So Vigil asks whenever more than one is silenced at once.",
      "todo": "If you accept it, you no longer hear them. If you ignore it, you go on hearing them; the others may decide differently.",
      "yes": "Accept silence",
      "no": "Keep hearing them"
    },
    "news": {
      "hand": "{{name}} raised a hand, place {{place}}",
      "hands_one": "{{count}} hand raised",
      "hands_other": "{{count}} hands raised",
      "reaction": "{{name}}: {{reaction}}",
      "more_one": "and {{count}} more",
      "more_other": "and {{count}} more",
      "message": "{{name}}: {{text}}",
      "private": "{{name}}, privately: {{text}}",
      "messages_one": "{{count}} new message",
      "messages_other": "{{count}} new messages"
    }
  },
  "turn": {
    "title": "Go-betweens (TURN)",
    "text": "Where two networks let no direct connection through, a go-between passes the sealed packets on. It cannot open them, but sees the network addresses at both ends, when, and how much. Vigil has none of its own: enter the one that you or somebody you trust runs.",
    "address": "Address of a go-between",
    "addressHint_one": "For example turn.example.org. In front, turns: means TLS; ?transport=tcp at the end means TCP. Up to {{count}} of them.",
    "addressHint_other": "For example turn.example.org. In front, turns: means TLS; ?transport=tcp at the end means TCP. Up to {{count}} of them.",
    "username": "Name",
    "credential": "Password",
    "listed": "Go-betweens",
    "full": "The list of go-betweens is full. Remove one first.",
    "on": "Use {{server}}",
    "remove": "Remove {{server}}",
    "test": "Test",
    "testOf": "Test {{server}}",
    "result": {
      "running": "Testing",
      "works": "Works, {{ms}} ms",
      "no-answer": "No answer",
      "refused": "Name or password refused",
      "not-found": "Address not found",
      "not-reached": "Your proxy does not reach this port",
      "never": "No proxy carries UDP",
      "no-proxy": "The proxy does not answer"
    },
    "hide": "Hide my network address from the others",
    "hideText": "All links go through your own go-betweens, never directly. The others see the address of the go-between instead of yours. Relays and the go-between still see yours. Counts from the next meeting.",
    "verified": "Direct only to people I have verified",
    "verifiedText": "With everybody else the link goes through your own go-betweens, until you have verified them. Counts from the next meeting.",
    "missing": "This needs a go-between of your own that is switched on. Without one, Vigil starts no call.",
    "lend": "Lend my go-between to people I invite",
    "lendText": "The invite link then holds its address, name and password: whoever has the link can use it, also after the meeting, until you change the password there. It helps guests whose network lets nothing else through.",
    "path": {
      "same-network": "Same network",
      "direct": "Direct",
      "relayed": "Go-between",
      "relayedBy": "Through {{server}}",
      "milliseconds": "{{ms}} ms",
      "none": "No direct path to {{name}}",
      "noneCarried": "Sound and picture between you two are missing. Everything else works: the others pass it on.",
      "noneHelp": "If it stays: a go-between, under Connection, or another network may help.",
      "noneRelayed": "No path to {{name}}",
      "noneHelpBy": {
        "unreached": "Your proxy does not reach the go-between at {{places}}. Many let only ports 443 and 80 through.",
        "private": "In private mode only go-betweens are tried. Test yours under Connection.",
        "hidden": "Your address is to stay hidden, so only go-betweens are tried. Test yours under Connection."
      }
    }
  },
  "verification": {
    "badge": {
      "new": "New",
      "met": "Met before",
      "verified": "Verified",
      "changed": "Key changed"
    },
    "trust": {
      "contact": "You call this person {{name}}",
      "contactShort": "your {{name}}",
      "twin": "Not the {{name}} whom you verified",
      "knockChanged": "Somebody you know has this name and another key. Ask {{name}} by phone or in person before you let anybody in.",
      "knockMet": "This key has been in a meeting with you before. You have never compared it.",
      "knockVerified": "This key is the one that you verified.",
      "changedTile": "Nothing is sent to {{name}} and nothing is shown until you decide."
    },
    "verify": {
      "title": "Is this really {{name}}?",
      "later": "Later",
      "same": "They are the same",
      "differ": "They differ",
      "tabs": "Ways to compare",
      "tab": {
        "number": "Number",
        "code": "Code",
        "emoji": "Six emoji"
      },
      "lead": {
        "number": "If both screens show the same number, nobody is listening in between.",
        "code": "One of you scans the code on the other screen. No reading aloud.",
        "emoji": "Each of you reads the six aloud. It takes ten seconds."
      },
      "alreadyVerified": "You have verified {{name}} before. You can compare again at any time.",
      "number": {
        "label": "Safety number, twelve groups of five digits",
        "how": "Read it to each other from left to right, line by line: all twelve groups. By voice, or better in person. Not by chat: whoever sits in between could change the chat too.",
        "voice": "A voice can be imitated. If much depends on it, compare in person.",
        "copy": "Copy number",
        "compareCopied": "Compare with copied number"
      },
      "copied": {
        "match": {
          "title": "The copied number is the same",
          "text": "This only helps if it really came from {{name}}, by a way that you trust: not by this call, and not by a chat that somebody else could change. If it did, press \"They are the same\"."
        },
        "no-match": {
          "title": "The copied number is another one",
          "text": "Nothing has changed yet. Look whether it is the number that {{name}} sees for the two of you. If it is, press \"They differ\"."
        },
        "nothing": {
          "title": "No safety number was copied",
          "text": "Vigil looked for one number of sixty digits in the clipboard. Copy the number that {{name}} sent to you, then try again. Nothing has changed."
        },
        "own-copy": {
          "title": "This is your own copy",
          "text": "The clipboard held the number as you copied it here, which says nothing. Vigil took it away. Copy the number that {{name}} sent to you, then try again."
        }
      },
      "code": {
        "own": "Your code for {{name}}",
        "ownText": "{{name}} scans this to verify you.",
        "making": "The code is being made",
        "scan": "Scan their code",
        "stop": "Stop scanning",
        "image": "Open image",
        "drop": "or drop an image here",
        "text": "Scan the code that {{name}} shows to you, face to face, or open an image that came by another way that you trust. An image stays on this computer.",
        "inCall": "A code held into the camera of this call proves little: whoever sits in between could exchange the picture.",
        "looking": "Looking for a code. Hold it so that it fills a good part of the picture.",
        "starting": "The camera is starting",
        "picture": "What the camera sees",
        "notACode": "This is not a code of Vigil, or it is damaged. Nothing has changed.",
        "ownCode": "This is the code of your own identity. Scan the one of the other person. Nothing has changed.",
        "noCode": "There is no code in this image that Vigil can read. Nothing has changed.",
        "unreadable": "Vigil cannot open this file as an image. Nothing has changed.",
        "again": "Scan again"
      },
      "emoji": {
        "idle": "Both of you will see six pictures. Vigil starts it on both sides; {{name}} has to open this window too.",
        "voice": "Compare by voice or face to face, not by chat: whoever sits in between could change the chat too.",
        "start": "Show the six pictures",
        "again": "Start again",
        "waiting": "The two computers are agreeing on the pictures…",
        "cancel": "Cancel",
        "label": "Six pictures, from left to right",
        "look": "Does {{name}} see the same six, in the same order?",
        "waitingForOther": "You have said that they are the same. Waiting for {{name}} to say so too.",
        "failed": {
          "vanished": "{{name}} did not answer in time. Nothing has changed; you can start again.",
          "cancelled": "The comparison was stopped by one of you. Nothing has changed; you can start again.",
          "too-many-tries": "There were three tries on this link, and there is no other: each one would be a guess for whoever sits in between. Compare the number instead."
        },
        "asked": "Six emoji wait to be compared with {{name}}",
        "askedText": "It shows whether somebody sits between you two. Nothing is decided before you look.",
        "open": "Compare"
      },
      "matched": {
        "title": "This is {{name}}",
        "number": "The number is the same on both screens.",
        "code": "The code you scanned is the right one.",
        "emoji": "Both of you see the same six pictures.",
        "means": "What it means",
        "meansText": "Nobody sits between your two computers. {{name}} is now Verified, and stays so while the key stays the same.",
        "mutual": "Does {{name}} know?",
        "mutualText": "A code verifies in one direction. Let {{name}} scan yours as well.",
        "done": "Done"
      },
      "mismatch": {
        "title": {
          "number": "The numbers do not match",
          "code": "The codes do not match",
          "emoji": "The pictures do not match",
          "not-genuine": "The comparison was tampered with"
        },
        "lead": "Somebody may be sitting between you and {{name}}.",
        "what": {
          "number": "Your two screens show different numbers. Vigil has closed the link between you two.",
          "code": "The code you scanned does not fit the keys of this link. It can be an old code; it can be that somebody sits in between. Vigil has closed the link between you two.",
          "emoji": "You two do not see the same pictures. Vigil has closed the link between you two. There is no second try: it would be a second guess for whoever sits in between.",
          "not-genuine": "What came from the other computer does not fit what it had promised before. Vigil has closed the link between you two. There is no second try."
        },
        "safe": "<b>No.</b> What you two said in this meeting may have been heard. Whether others in the meeting talk to the right person, this does not say: they should compare too.",
        "todo": "Reach {{name}} another way, and send a new invite link by that way.",
        "newLink": "Make a new link"
      },
      "other": {
        "title": "This code belongs to {{other}}",
        "lead": "You are verifying {{name}}, but scanned the code of somebody else you know.",
        "what": "The code that was read is the one of {{other}}.",
        "safe": "Yes. Nothing has changed, and nobody was marked as verified.",
        "todo": "Ask {{name}} to open this window, and scan the code on that screen."
      },
      "gone": {
        "title": "{{name}} is no longer here",
        "text": "Nothing was settled, and nobody was marked as verified.",
        "inEmoji": "If {{name}} saw other pictures than you, somebody may be sitting between you two. Ask {{name}} by another way."
      }
    },
    "keyChanged": {
      "title": "{{name}} shows another key than before",
      "lead": "Vigil has not let this link be used.",
      "what": "Somebody is here under the name {{name}}, with a key that is not the one Vigil knows for that name. It can be a new computer, or Vigil was started over there. Or somebody is using the name.",
      "safe": "<b>Not certain.</b> No sound and no picture of yours was sent to them. They have your name, your key and, unless you hide it, your network address.",
      "todo": "Ask {{name}} by phone or in person whether the key is new. Until you know, close the link.",
      "close": "Close the link",
      "samePerson": "It is the same person, with a new key",
      "samePersonText": "The old key counts no more. {{name}} has to be verified anew.",
      "somebodyElse": "It is somebody else with this name",
      "somebodyElseText": "They count as New. The {{name}} whom you know stays as before.",
      "sure": "If you are sure"
    },
    "emojiNames": {
      "dog": "Dog",
      "cat": "Cat",
      "horse": "Horse",
      "cow": "Cow",
      "pig": "Pig",
      "rabbit": "Rabbit",
      "bear": "Bear",
      "elephant": "Elephant",
      "penguin": "Penguin",
      "duck": "Duck",
      "owl": "Owl",
      "fish": "Fish",
      "whale": "Whale",
      "octopus": "Octopus",
      "crab": "Crab",
      "snail": "Snail",
      "butterfly": "Butterfly",
      "bee": "Bee",
      "turtle": "Turtle",
      "snake": "Snake",
      "frog": "Frog",
      "tree": "Tree",
      "cactus": "Cactus",
      "tulip": "Tulip",
      "sunflower": "Sunflower",
      "mushroom": "Mushroom",
      "maple-leaf": "Maple leaf",
      "apple": "Apple",
      "banana": "Banana",
      "cherries": "Cherries",
      "grapes": "Grapes",
      "lemon": "Lemon",
      "corn": "Corn",
      "carrot": "Carrot",
      "bread": "Bread",
      "cheese": "Cheese",
      "egg": "Egg",
      "cake": "Cake",
      "teacup": "Teacup",
      "sun": "Sun",
      "moon": "Moon",
      "star": "Star",
      "cloud": "Cloud",
      "umbrella": "Umbrella",
      "snowman": "Snowman",
      "fire": "Fire",
      "rainbow": "Rainbow",
      "mountain": "Mountain",
      "house": "House",
      "tent": "Tent",
      "sailboat": "Sailboat",
      "train": "Train",
      "bicycle": "Bicycle",
      "airplane": "Airplane",
      "balloon": "Balloon",
      "football": "Football",
      "drum": "Drum",
      "guitar": "Guitar",
      "bell": "Bell",
      "key": "Key",
      "scissors": "Scissors",
      "hammer": "Hammer",
      "book": "Book",
      "candle": "Candle"
    },
    "contacts": {
      "title": "Contacts",
      "all_one": "All {{count}}",
      "all_other": "All {{count}}",
      "empty": "Nobody yet",
      "emptyText": "Whoever you meet will stand here, with the name that was used. Vigil then knows them again by their key, and tells you when a known name comes with another key.",
      "met": "last met {{ago}}",
      "by": {
        "number": "by number, {{when}}",
        "code": "by code, {{when}}",
        "emoji": "by six emoji, {{when}}",
        "group": "by group code, {{when}}"
      },
      "callThemselves": "Calls themselves {{name}}",
      "list": "People you have met",
      "rename": "Rename {{name}}",
      "newName": "Your own name for {{name}}",
      "save": "Save",
      "cancel": "Cancel",
      "forget": "Forget {{name}}",
      "forgetTitle": "Forget {{name}}?",
      "forgetText": "Vigil then no longer knows this key. If you meet again, {{name}} is New, and Vigil does not notice another key under this name.",
      "forgetStay": "Cancel",
      "forgetConfirm": "Forget",
      "file": "A file of your contacts",
      "fileText": "It holds names and keys of the people you know. Keep it where nobody else reads it.",
      "export": "Export",
      "import": "Import"
    }
  }
}
