import type { TokensTexts } from '../id/tokens.ts';

export const tokens = {
  heading: 'Where is my code?',
  channel: { SMS: 'SMS', EMAIL: 'E-mail' },
  to: (address: string) => `to ${address}`,
  again: 'sent again',
  failover: 'automatic',
  probe: 'tried as well, the same code',
  heardFailover: 'Also sent by us, automatically.',
  health: { AMBER: 'slow now', RED: 'disrupted now', CLOSED: 'closed now' },
  next: {
    enter: {
      SMS: (ref: string) => `Open the SMS with ref ${ref} and enter its code here.`,
      EMAIL: (ref: string) => `Open the e-mail with ref ${ref} and enter its code here.`,
    },
    arrived: {
      SMS: (ref: string) => `Enter the code from the message with ref ${ref} here.`,
      EMAIL: (ref: string) => `Enter the code from the message with ref ${ref} here.`,
    },
    lookIn: {
      SMS: (ref: string) => `Look for the SMS with ref ${ref}.`,
      EMAIL: (ref: string) => `Look in the inbox and the spam folder for ref ${ref}.`,
    },
    wait: {
      SMS: () => 'Wait a moment; this page updates by itself.',
      EMAIL: () => 'Wait a moment; this page updates by itself.',
    },
    silent: {
      SMS: (ref: string) => `Look on your phone for ref ${ref}. This page updates by itself.`,
      EMAIL: (ref: string) => `Look in the inbox and the spam folder for ref ${ref}.`,
    },
    askAgain: {
      SMS: (ref: string) =>
        `Look on your phone for ref ${ref}. If it is not there, ask for it again; the code stays the same.`,
      EMAIL: (ref: string) =>
        `Look in the inbox and the spam folder for ref ${ref}. If it is not there, ask for it again; the code stays the same.`,
    },
    stay: {
      SMS: () => 'Asking again does not make it faster: we keep trying, and this page updates by itself.',
      EMAIL: () => 'Asking again does not make it faster: we keep trying, and this page updates by itself.',
    },
    check: {
      SMS: () => 'This message will not arrive. Check the number.',
      EMAIL: () => 'This message will not arrive. Check the address.',
    },
    checkBoth: {
      SMS: () => 'Neither the SMS nor the e-mail will arrive. Check the number and the address.',
      EMAIL: () => 'Neither the SMS nor the e-mail will arrive. Check the number and the address.',
    },
    elsewhere: {
      SMS: () => 'This message will not arrive. Use the other channel.',
      EMAIL: () => 'This message will not arrive. Use the other channel.',
    },
    later: {
      SMS: () => 'This message will not arrive. Ask for it again in a while; the code stays the same.',
      EMAIL: () => 'This message will not arrive. Ask for it again in a while; the code stays the same.',
    },
  },
  byItself: {
    SMS: 'We have sent the same code by SMS.',
    EMAIL: 'We have sent the same code by e-mail.',
  },
  byItselfBody: {
    waiting: {
      SMS: 'The carrier has not taken the SMS yet, so we used another way. You need not wait for the SMS, and it costs you nothing.',
      EMAIL:
        'The e-mail has not been accepted yet, so we used another way. You need not wait for the e-mail, and it costs you nothing.',
    },
    handedOver: {
      SMS: 'We have not heard about the SMS yet, so we used another way as well. Use whichever arrives first; it costs you nothing.',
      EMAIL:
        'The e-mail was held up, so we used another way as well. Use whichever arrives first; it costs you nothing.',
    },
    refused: {
      SMS: 'The SMS cannot get there, so we used another way. It costs you nothing.',
      EMAIL: 'The e-mail was refused, so we used another way. It costs you nothing.',
    },
  },
  parcel: (channel: string, address: string) => `The code on its way: ${channel} to ${address}`,
  state: {
    done: 'done',
    arrived: 'arrived',
    now: 'is here now',
    held: 'was held up here',
    late: 'is here, longer than usual',
    refused: 'stopped here',
    ahead: 'not yet',
  },
  station: {
    made: 'Made',
    handing: (via: string) => `On its way to ${via}`,
    waiting: (via: string) => `Waiting for ${via}`,
    ours: 'Held up with us',
    accepted: {
      SMS: (via: string) => `Accepted by ${via}`,
      EMAIL: (via: string) => `Handed over for ${via}`,
    },
    refusedBy: (via: string) => `Refused by ${via}`,
    travelling: { SMS: 'On its way to your phone', EMAIL: 'On its way to your mailbox' },
    arrived: { SMS: 'Arrived on your phone', EMAIL: 'Arrived in your mailbox' },
    ahead: { SMS: 'Arrival on your phone', EMAIL: 'Arrival in your mailbox' },
    late: { SMS: 'Not yet on your phone', EMAIL: 'Not yet in your mailbox' },
    unheard: { SMS: 'Perhaps on your phone already', EMAIL: 'Perhaps in your mailbox already' },
    unreachable: { SMS: 'Did not reach your phone', EMAIL: 'Did not reach your mailbox' },
    dropped: 'Not sent after all',
  },
  detail: {
    usual: (usual: string) => `Usually ${usual}`,
    usualUnknown: 'the usual time is not known yet',
    elapsed: (elapsed: string) => `${elapsed} so far`,
    noWordOf: (via: string) => `${via} does not tell us when mail comes in; check the spam folder too.`,
    noWord: 'The carrier has not reported back yet.',
    took: (time: string) => `${time} after it was sent`,
    atMost: (until: string) => `Until ${until} at the latest.`,
    trying: (until: string) => `We keep trying until ${until}.`,
    refused: {
      SMS: 'Check the number.',
      EMAIL: 'Check the address.',
    },
    dropped: 'This code was no longer needed.',
  },
  earlier: (count: number) => (count === 1 ? '1 other message' : `${count} other messages`),
  sentAt: (time: string) => `Sent ${time}`,
  codeFrom: {
    SMS: 'Code from the SMS',
    EMAIL: 'Code from the e-mail',
    ANY: 'Code from any of the messages',
    NONE: 'Verification code',
  },
  facts: {
    digits: '6 digits',
    reference: 'ref',
    validUntil: 'valid until',
    wasValid: 'was valid until',
    latest: 'use by',
    attempts: (left: number) => (left === 1 ? '1 attempt left' : `${left} attempts left`),
  },
  missing: 'Enter all six digits of the code.',
  wrong: (left: number) => `That code does not match. ${left} ${left === 1 ? 'attempt' : 'attempts'} left.`,
  checking: 'Checking…',
  same: 'The same code is in every message. Use whichever arrives first.',
  arrivedAsk: 'Has the message arrived?',
  arrivedYes: 'Yes',
  arrivedNo: 'Not yet',
  arrivedThanks: 'Thank you. That helps others too.',
  arrivedAfterAll: 'It has arrived after all',
  missingCounted: (vias: string) =>
    `Counted. If enough people see the same, we mark ${vias} as slow for everybody.`,
  missingAdvice: {
    SMS: 'Make sure the phone has a signal and room for messages.',
    EMAIL: 'Look in the spam and promotions folders.',
  },
  resend: {
    one: { SMS: 'Send again by SMS', EMAIL: 'Send again by e-mail' },
    at: (time: string) => `Send again at ${time}`,
    byAt: (way: string, time: string) => `${way} at ${time}`,
    by: { SMS: 'Send by SMS', EMAIL: 'Send by e-mail' },
    other: { SMS: 'Send by SMS as well', EMAIL: 'Send by e-mail as well' },
    price: (price: string) => `${price} of your credit`,
    free: 'free',
    noMore: 'This code will not be sent again before it ends. Any message that arrives still works.',
    sending: 'Sending…',
    sent: 'We have sent the same code again.',
    sentBody: 'Use whichever arrives first.',
    useInstead: { SMS: 'Use SMS', EMAIL: 'Use e-mail' },
    backAt: (time: string) => `You can try again at ${time}.`,
  },
  passed: {
    title: (time: string) => `This code was valid until ${time}.`,
    askAgain: (ref: string, end: string) =>
      `Ask for it again, and the same code is valid once more, also in the message you already have (ref ${ref}). This works until ${end}.`,
    noMore: (end: string) => `This code will not be sent again. You can ask for a new one from ${end}.`,
  },
  over: {
    VERIFIED: { title: 'The code matches.', body: '' },
    LOCKED: {
      title: 'This code is locked.',
      body: 'Its attempts are used up, so that nobody can guess. Ask for a new code to go on.',
    },
    EXPIRED: {
      title: 'This code is no longer valid.',
      body: 'Ask for a new one; the old one will not be sent again.',
    },
    CANCELLED: {
      title: 'This code has been replaced.',
      body: 'What it protects has changed since it was sent. Ask for a new code for how it stands now.',
    },
  },
  notHere: {
    title: 'This code cannot be used in this browser.',
    body: 'A code works only in the browser that asked for it. Start again here, or go back to that browser.',
  },
  gone: {
    title: 'The session that asked for this code has ended.',
    body: 'A code works only in that session. Start again here.',
  },
  deadEnd: {
    SMS: 'No code can be sent to this number.',
    EMAIL: 'No code can be sent to this address.',
    ANY: 'No code can be sent to your number or your address.',
    replace:
      'If there is a mistake in it, correct it here. If it is right, call Kring Pajak 1500200 or visit a tax office.',
    see: 'See whether it is still the one you use. To have it changed, call Kring Pajak 1500200 or visit a tax office.',
  },
  lost: (time: string) =>
    `The connection is lost; this is how things stood at ${time}. We reconnect by ourselves.`,
} satisfies TokensTexts;
