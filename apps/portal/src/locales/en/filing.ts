import type { FilingTexts } from '../id/filing.ts';

const box = (n: number, year: number) => (year <= 2023 ? `, box ${n}` : '');

export const filing = {
  steps: {
    label: 'Steps of the return',
    done: 'done',
    position: (n: number, of: number) => `Step ${n} of ${of}`,
    questions: 'Questions',
    income: 'Income',
    assets: 'Assets',
    review: 'Review',
    send: 'Send',
  },
  form: { '1770': '1770', '1770S': '1770 S', '1770SS': '1770 SS' },
  name: (form: string, year: number) => `Annual return ${form} · tax year ${year}`,
  amendment: (n: number) => `Amendment ${n}`,
  back: 'Back',
  home: 'To the home page',
  change: 'Change',
  none: 'Not filled in',

  new: {
    year: {
      title: 'A return for which year?',
      lead: 'Choose the tax year: the year in which you received the income.',
      label: 'Tax year',
      due: (date: string) => `Due ${date}`,
      missing: 'Choose a tax year.',
      submit: 'Continue to the questions',
    },
    unanswered: 'Choose one of the answers.',
    submit: 'Continue',
    business: {
      title: 'Business or free profession',
      label: (year: number) => `Did you run a business or practise a free profession in ${year}?`,
      hint: 'Business: a shop, a food stall, selling online, any small enterprise. Free profession: doctor, notary, consultant and others who work in their own name. Casual employment is neither.',
      options: { yes: 'Yes', no: 'No' },
      short: 'Business or free profession',
    },
    spouse: {
      title: 'Husband or wife',
      label: () =>
        'Are you a husband or wife who files separately by choice (MT) or under a property agreement (PH)?',
      hint: 'MT: the wife has chosen to file by herself. PH: there is a written agreement to keep property apart. Not married, or filing as one family: answer No.',
      options: { yes: 'Yes', no: 'No' },
      short: 'Filing apart from husband or wife',
    },
    gross: {
      title: 'Gross income',
      label: (year: number) => `How much was your gross income in ${year}?`,
      hint: 'The amount before anything is taken off. On the withholding slip 1721-A1 it is called total gross income.',
      options: { within: 'Rp60.000.000 or less', above: 'More than Rp60.000.000' },
      optionHints: { within: 'Exactly Rp60.000.000 belongs here.', above: '' },
      short: 'Gross income',
    },
    employers: {
      title: 'Employers',
      label: (year: number) => `How many employers did you have in ${year}?`,
      hint: 'A change of job during the year means more than one. A pension fund counts as an employer.',
      options: { none: 'None', one: 'One', more: 'More than one' },
      short: 'Employers',
    },
    kept: 'Your answers are kept in this browser.',
    guide: {
      title: 'Which form?',
      lead: 'These few questions decide it. You do not need to know the names.',
      forms: [
        ['1770 SS', 'One employer, gross income up to Rp60 million a year.'],
        [
          '1770 S',
          'More than one employer, gross income above Rp60 million, or husband and wife taxed apart.',
        ],
        ['1770', 'A business or a free profession.'],
      ],
    },
    form: {
      title: (form: string) => `Your form: ${form}`,
      lead: (year: number) => `From your answers for the tax year ${year}.`,
      answers: 'Your answers',
      open: (form: string, year: number) => `Fill in ${form} for ${year}`,
      opening: 'Opening the draft…',
      ready: 'About five minutes.',
      readyBody:
        'We fill in what your employer has reported. You check it, add assets and debts, and send it.',
      notHere: (form: string) => `Form ${form} cannot be filled in here yet.`,
      notHereBody: (due: string) =>
        `No draft was made, and your answers are kept in this browser. File your return at a tax office or through the tax authority's e-Filing by ${due}.`,
      notHereLate: (due: string) =>
        `No draft was made, and your answers are kept in this browser. The last day, ${due}, has passed; file your return soon at a tax office or through the tax authority's e-Filing.`,
      doubt: 'Is an answer wrong? Change it above and we will choose the form again.',
    },
  },

  lost: {
    title: 'Your account has no such return',
    lead: 'The address may have been cut off, or the return belongs to another account. Open it again from the home page.',
  },

  saved: {
    at: (time: string) => `Saved ${time}`,
    saving: 'Saving…',
    slow: 'Saving, longer than usual…',
    offline: 'Not saved yet, waiting for a connection',
    failed: 'Not saved yet',
    now: 'Save now',
    clash: 'Not saved yet, choose an answer first',
    refused: 'Not saved',
    again: 'Saved again.',
    offlineSpoken: 'The connection is lost. Go on typing; we save as soon as it is back.',
    failedSpoken: 'Your last answers are not saved yet. We keep trying; you can go on typing.',
  },

  clash: {
    title: 'This was also changed in another window.',
    body: 'Both answers are still here. Choose the right one; we save it then.',
    here: 'In this window',
    there: 'In the other window',
    use: 'Use this one',
    spoken: (value: string, field: string) => `Use ${value} for ${field}`,
    empty: 'Empty',
  },
  taken: {
    title: 'There are answers from another window.',
    body: (field: string, from: string, to: string) => `${field}: ${from} became ${to}.`,
    empty: 'empty',
    seen: 'Understood',
  },

  field: {
    A1: {
      label: (_year: number) => 'Gross income of the year',
      short: 'Gross income',
      hint: (year: number) =>
        `Total gross income on the withholding slip${box(8, year)} ·\u00a0part\u00a0A.1`,
    },
    A2: {
      label: (_year: number) => 'Deductions',
      short: 'Deductions',
      hint: (year: number) =>
        `Total deductions on the withholding slip${box(11, year)}: occupational allowance and pension ·\u00a0part\u00a0A.2`,
    },
    ptkp: {
      label: (year: number) => `Status and dependants on 1 January ${year}`,
      short: 'Status and dependants',
      hint: (_year: number) => 'Decides your personal relief (PTKP) ·\u00a0part\u00a0A.3',
    },
    A6: {
      label: (_year: number) => 'Tax already withheld',
      short: 'Tax already withheld',
      hint: (year: number) =>
        `Tax withheld and paid on the withholding slip${box(20, year)} ·\u00a0part\u00a0A.6`,
    },
    B8: {
      label: (_year: number) => 'Income under final tax',
      short: 'Income under final tax',
      hint: (_year: number) =>
        'For example interest on deposits or savings, lottery prizes ·\u00a0part\u00a0B.8',
    },
    B9: {
      label: (_year: number) => 'Final tax on it',
      short: 'Final tax',
      hint: (_year: number) => 'Usually withheld by the bank or the organiser already ·\u00a0part\u00a0B.9',
    },
    B10: {
      label: (_year: number) => 'Income that is not taxed',
      short: 'Income that is not taxed',
      hint: (_year: number) =>
        'For example an inheritance, a gift from parents, an insurance payment ·\u00a0part\u00a0B.10',
    },
    C11: {
      label: (year: number) => `Total assets on 31 December ${year}`,
      short: 'Total assets',
      hint: (_year: number) =>
        'House, vehicles, savings, gold and others, at what they cost you ·\u00a0part\u00a0C.11',
    },
    C12: {
      label: (year: number) => `Total debts on 31 December ${year}`,
      short: 'Total debts',
      hint: (_year: number) => 'What is left of bank, vehicle or other loans ·\u00a0part\u00a0C.12',
    },
  },
  ptkp: {
    choose: 'Choose a status',
    marital: { TK: 'Not married', K: 'Married', KI: 'Married, joint' },
    dependants: (n: number) => (n === 0 ? 'no dependants' : n === 1 ? '1 dependant' : `${n} dependants`),
    help: 'Who counts?',
    helpBody:
      'Dependants: relatives by blood or marriage in the direct line, and adopted children, who live wholly at your expense; three at most. “Joint” (K/I) means that the wife’s income is taxed together with the husband’s.',
  },
  origin: {
    one: 'Filled in from the withholding slip',
    several: (n: number) => `Sum of ${n} withholding slips`,
    numbers: 'Slip number',
  },
  optional: 'Leave empty if there is none.',

  income: {
    title: 'Income from work',
    lead: 'Have the withholding slip 1721-A1 from your employer at hand. We have not received one in your name for this year.',
    leadFilled: (withholders: string) =>
      `We have filled this in from the withholding slip 1721-A1 reported by ${withholders}. Change it if your own sheet says otherwise.`,
    severalTitle: (n: number) => `There are withholding slips from ${n} employers.`,
    severalBody:
      'If both were your employers, the right form is 1770 S. Answer the questions again if you need to.',
    again: 'Answer the questions again',
    submit: 'Continue to final income',
  },
  finalIncome: {
    title: 'Final income and income that is not taxed',
    lead: 'For the record only: it does not change your tax. Many people have none.',
    submit: 'Continue to assets and debts',
  },
  assets: {
    title: 'Assets and debts',
    lead: (year: number) => `Totals are enough, at the end of ${year}. They do not change your tax.`,
    submit: 'Continue to the review',
  },
  saving: 'Saving…',

  sums: {
    title: 'Figures so far',
    final: 'Figures',
    A1: 'Gross income',
    A2: 'Deductions',
    A3: 'Personal relief',
    A4: 'Taxable income',
    A5: 'Tax due',
    A6: 'Already withheld',
    outcome: 'Outcome',
    open: 'Cannot be computed yet',
    openBody: 'Enter your gross income and status; the outcome appears here at once.',
    how: 'Where do these figures come from?',
    howBody: (year: number) => [
      `Personal relief (PTKP) by your status on 1 January ${year}.`,
      'Taxable income: gross income less deductions and relief, rounded down to full thousands.',
      `Tax due: the rates in article 17 of the Income Tax Act for the tax year ${year}.`,
      'Computed in this browser as you type, and once more by us when the return is sent, by the same code.',
    ],
  },
  outcome: {
    NIL: {
      name: 'Nil',
      short: 'No tax to be paid and none to be refunded.',
      next: 'Once it is sent there is nothing more for you to do.',
    },
    UNDERPAID: {
      name: 'Underpaid',
      short: 'Less tax was withheld than is due.',
      next: (due: string) =>
        `Pay it before you send the return, by ${due}: make a billing code (tax type 411125, deposit 200), pay at a bank or post office, and keep the payment number (NTPN). Paying in this portal is not possible yet.`,
      nextLate: (due: string) =>
        `The last day to pay, ${due}, has passed. Pay it now, before you send the return: make a billing code (tax type 411125, deposit 200), pay at a bank or post office, and keep the payment number (NTPN). Late payment bears interest, which the tax office will charge (UU KUP art. 9). Paying in this portal is not possible yet.`,
    },
    OVERPAID: {
      name: 'Overpaid',
      short: 'More tax was withheld than is due.',
      next: 'The tax office examines the excess and then contacts you about the refund. Keep the original slip.',
    },
  },

  findings: {
    MISSING: ({ field }) => `Fill in: ${field}.`,
    UNKNOWN_FIELD: () => 'The form has no such field. Load the page again.',
    MALFORMED: () => 'Enter digits only.',
    NEGATIVE: () => 'Enter zero or more.',
    NOT_WHOLE_RUPIAH: () => 'Enter whole rupiah, without decimals.',
    TOO_LONG: () => 'This amount is too large. Enter 15 digits at most.',
    NOT_A_STATUS: () => 'Choose a status from the list.',
    GROSS_ABOVE_LIMIT: ({ limit, form }) =>
      `Gross income is above ${limit}, so the form is ${form}. Check the amount.`,
    DEDUCTIONS_ABOVE_GROSS: () =>
      'Deductions are larger than gross income. Look at your withholding slip again.',
    WITHHELD_ABOVE_GROSS: () =>
      'Tax withheld is larger than gross income. Look at your withholding slip again.',
    FINAL_TAX_ABOVE_BASE: () => 'Final tax is larger than the income it is on. Look at both figures again.',
  },

  review: {
    title: 'Check before you send',
    lead: 'This is what you will send. Once sent, a return can only be changed by an amendment.',
    incomplete: (n: number) => (n === 1 ? 'One answer needs correcting' : `${n} answers need correcting`),
    look: 'Look again',
    late: (due: string) =>
      `The last day, ${due}, has passed. File all the same; the tax office may charge a fine of Rp100.000 (UU KUP art. 7).`,
    sections: {
      A: 'Income and tax',
      B: 'Final income and income that is not taxed',
      C: 'Assets and debts',
    },
    changeOf: (section: string) => `Change ${section}`,
    submit: 'Continue to the statement',
    submitLater: 'Continue once the answers are corrected',
  },

  statement: {
    title: 'Statement and code',
    lead: 'You sign the return with this statement and a code that we send you.',
    heading: 'Statement',
    text: 'Fully aware of all consequences, including the sanctions under the laws in force, I declare that what I have stated in this return is true, complete and clear.',
    accept: 'I agree',
    acceptMissing: 'Tick that you agree to the statement.',
    channel: 'Where should the code go?',
    channelMissing: 'Choose where the code should go.',
    underWay: (ref: string, ways: string) =>
      `A code for this return has been asked for already: ${ways} (ref ${ref}).`,
    underWayBody: 'Accept the statement here as well, then enter that code. Nothing is sent again.',
    toCode: 'Continue to the code',
    way: {
      SMS: (address: string) => `SMS to ${address}`,
      EMAIL: (address: string) => `E-mail to ${address}`,
    },
    health: { GREEN: 'quick', AMBER: 'slow now', RED: 'disrupted now', CLOSED: 'closed now' },
    inTrouble: {
      moves: {
        SMS: (via: string) =>
          `${via} is holding back our messages; if you choose it, we send the code by e-mail.`,
        EMAIL: (via: string) =>
          `${via} is holding back our messages; if you choose it, we send the code by SMS.`,
      },
      offered: {
        SMS: (via: string) =>
          `${via} is holding back our messages; the code waits until it takes them again.`,
        EMAIL: (via: string) =>
          `${via} is holding back our messages; the code waits until it takes them again; an SMS is quicker.`,
      },
      waits: {
        SMS: (via: string) =>
          `${via} is holding back our messages. The code waits, and we send it as soon as it takes them again.`,
        EMAIL: (via: string) =>
          `${via} is holding back our messages. The code waits, and we send it as soon as it takes them again.`,
      },
    },
    usual: (time: string) => `usually ${time}`,
    usualUnknown: 'usual time not known yet today',
    free: 'free',
    price: (price: string) => `${price} from your credit`,
    notYetLive: (via: string, address: string) =>
      `${via} (${address}) has not passed our delivery tests yet.`,
    withdrawn: (via: string, address: string) =>
      `We have stopped sending codes through ${via} (${address}) for now.`,
    closedBody: 'Use another channel above. Once this one is live it appears among them.',
    acceptPrice: (price: string) => `I agree to pay ${price} from my credit for this SMS.`,
    acceptPriceMissing: 'Agree to the price, or choose a channel that is free.',
    noneTitle: 'There is no channel that can be used yet.',
    noneBody:
      'A code goes only to a number or address that you have confirmed. Call Kring Pajak 1500200 or visit a tax office to renew yours. Your draft stays saved.',
    submit: { SMS: 'Send the code by SMS', EMAIL: 'Send the code by e-mail' },
    submitAny: 'Send the code',
    pending: 'Sending the code…',
    unsaved: 'Your last answers are not saved yet, so no code can be asked for.',
    unsavedBody: 'A code is for answers that are saved. Wait until it says Saved, then press again.',
    until: (time: string) => `You can try again ${time}.`,
    back: 'Back to the review',
  },

  code: {
    title: (form: string, year: number) => `Enter the code to send return ${form} for ${year}`,
    lead: 'This code sends the return. It is for the answers that you have just checked.',
    submit: 'Send the return',
    again: 'Ask for a new code',
    changed: 'The return changed after this code was asked for.',
    changedBody:
      'A code is only for the answers as they were then. Check them again, then ask for a new one.',
    review: 'Check the answers again',
    channels: 'See your contact channels',
  },

  receipt: {
    title: 'Your return has arrived',
    lead: (form: string, year: number) => `We have received annual return ${form} for the tax year ${year}.`,
    number: 'Receipt number (BPE)',
    rows: { at: 'Received', form: 'Form', year: 'Tax year', status: 'Status', outcome: 'Outcome' },
    original: 'Original',
    mailed: (address: string) => `We are sending a copy to ${address}.`,
    mailedNone: 'You have no confirmed e-mail address. This receipt is kept here.',
    kept: 'You can open this receipt again from the home page at any time.',
    pdf: 'Download the receipt (PDF)',
    nextTitle: 'What comes next',
    verifyTitle: 'Anybody can check that it is genuine',
    verifyBody: 'By the number above or the QR code on the PDF, without seeing your personal data.',
    verify: 'Open the receipt check',
    digest: 'Digest of the content (SHA-256)',
    digestBody:
      'Computed from what you sent, and printed on the PDF. A change of a single rupiah gives another digest.',
    content: 'What was sent',
    underpaidNext: (balance: string) =>
      `If ${balance} is not paid yet, pay it now with a billing code (411125, deposit 200) and keep the payment number (NTPN). Late payment bears interest.`,
  },
} satisfies FilingTexts;
