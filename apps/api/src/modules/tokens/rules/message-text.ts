import type { Purpose } from '../types.ts';

export type CodeFacts = {
  code: string;
  reference: string;
  purpose: Purpose;
  /** How long the code counts from its arrival on; null where only its end counts. */
  windowSeconds: number | null;
  endsAt: Date;
  locale: 'id' | 'en';
};
type Text = { subject: string; text: string; html?: string };

const PURPOSE: Record<'id' | 'en', Record<Purpose, string>> = {
  id: {
    CONFIRM_CHANNEL: 'memastikan alamat ini milik Anda',
    SUBMIT_RETURN: 'mengirim SPT',
    SIGN_IN: 'masuk',
    RESET_PASSWORD: 'mengatur ulang kata sandi',
    CHANGE_CHANNEL: 'mengubah alamat kontak',
    REGISTER: 'mendaftar',
  },
  en: {
    CONFIRM_CHANNEL: 'confirming this address',
    SUBMIT_RETURN: 'filing your tax return',
    SIGN_IN: 'signing in',
    RESET_PASSWORD: 'resetting your password',
    CHANGE_CHANNEL: 'changing a contact address',
    REGISTER: 'registering',
  },
};

/** What an SMS confirms is a number. */
const THIS_NUMBER = { id: 'memastikan nomor ini milik Anda', en: 'confirming this number' };

/** As short as it can be said, for a host that leaves hardly any room. */
const BRIEFLY: Record<'id' | 'en', Partial<Record<Purpose, string>>> = {
  id: { CONFIRM_CHANNEL: 'memastikan nomor ini', RESET_PASSWORD: 'kata sandi baru' },
  en: { CONFIRM_CHANNEL: 'this number', RESET_PASSWORD: 'a new password', CHANGE_CHANNEL: 'a new contact' },
};

/** Septets of one GSM-7 part. Every sign of these texts is one septet. */
const ONE_PART = 160;

/**
 * One GSM-7 part. The brand stands first (carriers block codes without it), the origin-bound line last and alone
 * (`@host #code`), where the route carries it. A long host takes the place of the warning, then of some words; one too long
 * for any text is left out, since a second part costs and a line that is cut is dead. Both clocks are told: whoever reads
 * only the end believes that a code works which the page refuses (R67).
 */
export function codeSms(
  { code, reference, purpose, windowSeconds, endsAt, locale }: CodeFacts,
  originHost: string | null,
): Text {
  const what = purpose === 'CONFIRM_CHANNEL' ? THIS_NUMBER[locale] : PURPOSE[locale][purpose];
  const brief = BRIEFLY[locale][purpose] ?? what;
  const by = clock(endsAt);
  const minutes = windowSeconds === null ? null : wholeMinutes(windowSeconds);
  const head = `Sampai: ${code} (ref ${reference})`;
  const [body, warning, short] =
    locale === 'id'
      ? [
          `${head} untuk ${what}, ${minutes === null ? '' : `berlaku ${minutes} menit sejak tiba, `}paling lambat ${by}.`,
          ' Jangan beri ke siapa pun.',
          `${head} untuk ${brief}, ${minutes === null ? '' : `${minutes} menit sejak tiba, `}maks. ${by}.`,
        ]
      : [
          `${head} for ${what}, ${minutes === null ? '' : `valid ${minutes} min from arrival, `}until ${by} at the latest.`,
          ' Give it to nobody.',
          `${head} for ${brief}, ${minutes === null ? '' : `${minutes} min from arrival, `}by ${by}.`,
        ];
  const plain = body + warning;
  const origin = originHost ? `\n@${originHost} #${code}` : '';
  return {
    subject: '',
    text: [plain, body, short].map((text) => text + origin).find(({ length }) => length <= ONE_PART) ?? plain,
  };
}

/** Never more than was promised. */
const wholeMinutes = (seconds: number): number => Math.max(1, Math.floor(seconds / 60));

/** The code in the subject and in the first line, plain text and simple HTML, nothing to click. */
export function codeMail({ code, reference, purpose, windowSeconds, endsAt, locale }: CodeFacts): Text {
  const what = PURPOSE[locale][purpose];
  const by = date(endsAt, locale);
  const minutes = windowSeconds === null ? null : wholeMinutes(windowSeconds);
  const lines =
    locale === 'id'
      ? [
          `${code} adalah kode Anda (ref ${reference}).`,
          minutes === null
            ? `Kode ini untuk ${what}, paling lambat ${by}.`
            : `Kode ini untuk ${what}. Berlaku ${minutes} menit sejak tiba, dan lagi ${minutes} menit setiap kali Anda memintanya dikirim ulang; paling lambat ${by}.`,
          `Masukkan kode di halaman tempat Anda memintanya${purpose === 'CONFIRM_CHANNEL' ? ' atau, setelah akun Anda aktif, di bawah Saluran kontak' : ''}. Setiap pesan dengan kode ini berlaku, yang mana pun tiba lebih dulu.`,
          'Jangan berikan kode kepada siapa pun, juga tidak kepada petugas pajak. Bila Anda tidak memintanya, abaikan pesan ini.',
        ]
      : [
          `${code} is your code (ref ${reference}).`,
          minutes === null
            ? `It is for ${what}, until ${by} at the latest.`
            : `It is for ${what}. It is valid for ${minutes} minutes from its arrival, and for ${minutes} more each time you ask for it again; until ${by} at the latest.`,
          `Enter it on the page where you asked for it${purpose === 'CONFIRM_CHANNEL' ? ' or, once your account is active, under Contact channels' : ''}. Every message with this code works, whichever comes first.`,
          'Give the code to nobody, not even to a tax officer. If you did not ask for it, ignore this message.',
        ];
  const subject =
    locale === 'id'
      ? `${code} adalah kode Sampai Anda (ref ${reference})`
      : `${code} is your Sampai code (ref ${reference})`;
  const [first = '', ...rest] = lines;
  const html = `<p style="font-size:20px"><b>${first}</b></p>${rest.map((line) => `<p>${line}</p>`).join('')}<p>Sampai</p>`;
  return { subject, text: `${lines.join('\n\n')}\n\nSampai\n`, html };
}

/** "11.00 WIB"; the date is left out, since no SMS code lives longer than 90 minutes. */
const clock = (at: Date): string =>
  `${new Intl.DateTimeFormat('id-ID', { timeZone: 'Asia/Jakarta', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at).replace(':', '.')} WIB`;
const date = (at: Date, locale: 'id' | 'en'): string =>
  `${new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', { timeZone: 'Asia/Jakarta', day: 'numeric', month: 'long' }).format(at)} ${clock(at)}`;
