import type { Sentences } from '../../features/service-desk/tell.ts';
import type { ServiceDeskTexts } from '../id/service-desk.ts';

const message = { SMS: 'SMS', EMAIL: 'e-mail' };
const attempts = (left: number) => (left === 1 ? '1 attempt left' : `${left} attempts left`);
const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

export const serviceDesk = {
  signIn: {
    title: 'Sign in to the service desk',
    lead: 'For agents of Kring Pajak and the tax offices.',
    login: 'Login',
    password: 'Password',
    show: 'Show',
    hide: 'Hide',
    submit: 'Sign in',
    pending: 'Checking…',
    loginMissing: 'Enter your login.',
    passwordMissing: 'Enter your password.',
    ended: 'Your session has ended. Sign in again to go on.',
    until: (time: string) => `You can try again at ${time}.`,
  },
  lookUp: {
    title: 'Look up a taxpayer',
    identifier: "The caller's NPWP or NIK",
    hint: 'Every look-up is recorded in your name.',
    missing: "Enter the caller's NPWP or NIK.",
    submit: 'Look up',
    pending: 'Looking up…',
    until: (time: string) => `You can look up again at ${time}.`,
    empty: 'Nobody looked up yet',
    emptyBody:
      'After a look-up you see the channels, where each code is, and what you can tell the caller. The code itself is never shown.',
    loading: 'Looking up the taxpayer',
  },
  look: {
    read: (time: string) => `As of ${time}`,
    refresh: 'Refresh',
    refreshing: 'Refreshing…',
    lost: (time: string) =>
      `Not refreshed; this is how things stood at ${time}. We keep trying by ourselves.`,
    over: 'This look-up is closed.',
    overBody: "After 15 minutes a taxpayer's data is no longer shown. Look up again if you still need it.",
  },
  person: {
    identifier: 'NPWP/NIK',
    taxOffice: 'Tax office',
    account: 'Account',
    active: (date: string) => `Active since ${date}`,
    efinOpen: (date: string) => `Not active; e-FIN valid until ${date}`,
    efinLapsed: (date: string) => `Not active; e-FIN lapsed on ${date}`,
    noEfin: 'Not active; no e-FIN yet',
    channels: 'Channels',
    channel: { SMS: 'Phone', EMAIL: 'E-mail' },
    confirmed: 'Confirmed',
    unconfirmed: 'Not confirmed',
    notLive: 'Not available yet: has not passed our tests',
    withdrawn: 'Stopped by us for now',
    noChannels: 'No phone and no e-mail yet.',
  },
  token: {
    heading: 'Codes',
    purpose: {
      SUBMIT_RETURN: 'Code to submit a return',
      SIGN_IN: 'Sign-in code',
      RESET_PASSWORD: 'Code to reset the password',
      CHANGE_CHANNEL: 'Code to change an address',
      REGISTER: 'Registration code',
    },
    confirms: { SMS: 'Code to confirm the phone', EMAIL: 'Code to confirm the e-mail' },
    reference: 'ref',
    state: {
      OPEN: 'Valid',
      VERIFIED: 'Matched',
      LOCKED: 'Locked',
      EXPIRED: 'Lapsed',
      CANCELLED: 'Replaced',
    },
    issued: (time: string) => `Asked for at ${time}`,
    validUntil: (time: string) => `valid until ${time}`,
    latest: (time: string) => `valid until ${time} at the latest`,
    attempts,
    none: 'No code yet',
    noneBody: 'No code has ever been asked for by this taxpayer.',
    earlier: 'Before that',
    verdict: 'What happened:',
    movedTo: {
      SMS: (via, because) => `We moved it to SMS through ${via}, because ${because}.`,
      EMAIL: (via, because) => `We moved it to e-mail at ${via}, because ${because}.`,
    },
    tell: 'What you can tell the caller',
    line: (purpose: string, reference: string) => `The ${purpose} on its way, ref ${reference}`,
  },
  lane: {
    health: { AMBER: 'slow now', RED: 'disrupted now', CLOSED: 'closed now' },
    is: (via, health) => `the lane of ${via} is ${health}`,
  },
  incidents: {
    title: 'Disruptions that affect the caller',
    since: (time) => `Since ${time}`,
    estimate: (time) => `Expected to be over ${time}`,
    later: (time) => `Later than expected (${time})`,
    noEstimate: 'Nobody can say yet when it will be over',
  },
  station: {
    how: {
      refused: (via) => `${via} refused it`,
      postponed: (via) => `${via} postponed it`,
      silent: (via) => `${via} did not report back`,
    },
    byItself: (because) => `automatic, because ${because}`,
    cause: {
      ASKED: 'asked for by the taxpayer',
      ASKED_AGAIN: 'asked for again',
      FAILOVER: 'automatic, because the other way is held up',
      PROBE: 'automatic, to find out whether this way is in order again',
    },
    asked: (channel: 'SMS' | 'EMAIL', address: string) =>
      `${channel === 'SMS' ? 'SMS' : 'E-mail'} to ${address}`,
    accepted: (via: string) => `Accepted by ${via}`,
    postponed: (via: string) => `Postponed by ${via}`,
    unanswered: (via: string) => `No answer from ${via}`,
    refused: (via: string) => `Refused by ${via}`,
    unreachable: { SMS: 'Did not reach the phone', EMAIL: 'Did not reach the mailbox' },
    dropped: 'Not sent after all',
    droppedBody: 'The code was no longer needed.',
    arrived: { SMS: 'Arrived on the phone', EMAIL: 'Arrived in the mailbox' },
    arrivedAfter: (time: string) => `${time} after it was asked for`,
    reported: 'As the taxpayer says, or because the code was entered.',
    waiting: (via: string) => `Waiting for ${via}`,
    heldByUs: 'Held up with us',
    heldByUsBody: 'not handed to anybody yet; it goes out by itself as soon as our sending runs again',
    travelling: { SMS: 'On its way to the phone', EMAIL: 'On its way to the mailbox' },
    noWord: {
      SMS: 'the carrier has not reported back yet',
      EMAIL: 'mail providers do not report arrival',
    },
    perhaps: { SMS: 'Perhaps on the phone already', EMAIL: 'Perhaps in the mailbox already' },
    unheard: 'owing to a fault of our own, reports from carriers do not reach us at the moment',
    usual: (time: string) => `usually ${time}`,
    elapsed: (time: string) => `${time} so far`,
    entered: 'Entered, and it matched',
    notEntered: 'Not entered yet',
    wrong: 'Entered, and it did not match',
    wrongBody: (used: number, left: number) => `${times(used)}; ${attempts(left)}`,
    locked: 'Locked',
    lockedBody: (used: number) => `${times(used)} not matching`,
    lapsed: 'No longer valid',
    replaced: 'Replaced',
    times: (count: number, last: string) => `${times(count)}, last at ${last}`,
    route: (route: string) => `route ${route}`,
    state: {
      done: 'done',
      arrived: 'arrived',
      now: 'is here now',
      late: 'is here, longer than usual',
      held: 'held up',
      refused: 'stopped here',
      ahead: 'not yet',
    },
  },
  reason: {
    noRoute: 'no route there yet',
    connection: 'the connection there is disrupted',
    tooFast: 'too many messages at once',
    queueFull: 'its queue is full',
    mailboxFull: 'the mailbox is full',
    unknownAddress: 'the address or number is not known there',
    distrust: 'taken for spam',
    unreachable: 'the phone could not be reached before its time was over',
    undeliverable: 'the network could not deliver it',
  },
  say: {
    nothingAsked: () =>
      'Our records show no code that was asked for. A code is sent once its button has been pressed on the portal.',
    matched: (_, { ref }) =>
      `The code with ref ${ref} has been entered, and it matched. There is nothing to wait for.`,
    locked: (_, { ref }) =>
      `The code with ref ${ref} is locked, because its attempts are used up. Start again from the step before; a new code will be sent.`,
    replaced: ({ because }, { ref }) =>
      ({
        return: `The code with ref ${ref} no longer counts, because the return was changed after it was asked for. Ask for a new code on the page that submits the return.`,
        address: `The code with ref ${ref} no longer counts, because the address was replaced. Use the code sent to the new address.`,
        other: `The code with ref ${ref} no longer counts. Ask for a new one.`,
      })[because],
    ended: ({ at: end }, { ref, at }) =>
      `The code with ref ${ref} ended at ${at(end)}. Begin again on the page it was for; a new code comes from there.`,
    lapsed: ({ at: end }, { ref, at }) => `The code with ref ${ref} was valid until ${at(end)}.`,
    arrived: ({ channel, at: time }, { ref, at }) =>
      channel === 'SMS'
        ? `The SMS with ref ${ref} arrived on the phone at ${at(time)}.`
        : `The e-mail with ref ${ref} arrived in the mailbox at ${at(time)}.`,
    atMailbox: ({ via, at: time }, { ref, at }) =>
      `The e-mail with ref ${ref} was accepted by ${via} at ${at(time)}; check the spam folder too.`,
    atCarrier: ({ via, at: time }, { ref, at }) =>
      `The SMS with ref ${ref} has been with ${via} since ${at(time)} and is on its way to the phone.`,
    carrierSilent: ({ via, at: time }, { ref, at }) =>
      `The SMS with ref ${ref} has been with ${via} since ${at(time)}, but ${via} has not reported back yet. Make sure that the phone has a signal.`,
    notHeard: ({ channel, via, at: time }, { ref, at }) =>
      `The ${message[channel]} with ref ${ref} was handed to ${via} at ${at(time)}. Whether it has arrived we cannot hear at the moment: the fault is in our own system, not with ${via}. Look for ref ${ref} now; it may be there already.`,
    postponed: ({ channel, via, until }, { ref, at }) =>
      `${via} is postponing the ${message[channel]} with ref ${ref}. We keep trying until ${at(until)}.`,
    notTaken: ({ channel, via, until }, { ref, at }) =>
      `${via} has not taken the ${message[channel]} with ref ${ref} yet. We keep trying until ${at(until)}.`,
    heldByUs: ({ channel, until }, { ref, at }) =>
      `The ${message[channel]} with ref ${ref} is held up in our own system, not by the carrier or mail provider. It goes out by itself as soon as our sending runs again, and is good until ${at(until)}; there is no need to ask again or to use another way.`,
    justMade: ({ channel, via }, { ref }) =>
      `The ${message[channel]} with ref ${ref} has just been made and is on its way to ${via}.`,
    refused: ({ channel, via, reason }, { ref }) =>
      `${via} refused the ${message[channel]} with ref ${ref}.${reason === null ? '' : ` ${reason}`}`,
    validUntil: ({ at: end }, { at }) => `The code is valid until ${at(end)}.`,
    wrongSoFar: ({ left }) =>
      `What was entered did not match; ${attempts(left)}. Compare the ref in the message with the ref on the screen.`,
    doNotWaitFor: ({ channel }) => `There is no need to wait for the ${message[channel]}.`,
    resendAt: ({ at: time }, { at }) => `It can be sent again as of ${at(time)}.`,
    resendNow: () => 'It can be sent again now; the code stays the same.',
    noMoreSends: () => 'This code has been sent as often as allowed; whichever message arrives still works.',
    newCodeAt: ({ at: time }, { at }) => `A new code can be asked for as of ${at(time)}.`,
  } satisfies Sentences as Sentences,
} satisfies ServiceDeskTexts;
