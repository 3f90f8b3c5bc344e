import type { Purpose } from '../types.ts';

export type CodeFacts = {
  code: string;
  reference: string;
  purpose: Purpose;
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

/** Septets of one GSM-7 part. Every sign of these texts is one septet. */
const ONE_PART = 160;

/**
 * One GSM-7 part. The brand stands first (carriers block codes without it), the origin-bound line last and alone
 * (`@host #code`), where the route carries it. A long host takes the place of the warning; one too long for any text
 * is left out, since a second part costs and a line that is cut is dead.
 */
export function codeSms(
  { code, reference, purpose, endsAt, locale }: CodeFacts,
  originHost: string | null,
): Text {
  const what = PURPOSE[locale][purpose];
  const [body, warning] =
    locale === 'id'
      ? [
          `Sampai: ${code} (ref ${reference}) untuk ${what}, paling lambat ${clock(endsAt)}.`,
          ' Jangan beri ke siapa pun.',
        ]
      : [
          `Sampai: ${code} (ref ${reference}) for ${what}, until ${clock(endsAt)} at the latest.`,
          ' Give it to nobody.',
        ];
  const plain = body + warning;
  const origin = originHost ? `\n@${originHost} #${code}` : '';
  return {
    subject: '',
    text: [plain + origin, body + origin].find(({ length }) => length <= ONE_PART) ?? plain,
  };
}

/** The code in the subject and in the first line, plain text and simple HTML, nothing to click. */
export function codeMail({ code, reference, purpose, endsAt, locale }: CodeFacts): Text {
  const what = PURPOSE[locale][purpose];
  const lines =
    locale === 'id'
      ? [
          `${code} adalah kode Anda (ref ${reference}).`,
          `Kode ini untuk ${what}, paling lambat ${date(endsAt, 'id')}.`,
          'Masukkan kode di halaman tempat Anda memintanya. Setiap pesan dengan kode ini berlaku, yang mana pun tiba lebih dulu.',
          'Jangan berikan kode kepada siapa pun, juga tidak kepada petugas pajak. Bila Anda tidak memintanya, abaikan pesan ini.',
        ]
      : [
          `${code} is your code (ref ${reference}).`,
          `It is for ${what}, until ${date(endsAt, 'en')} at the latest.`,
          'Enter it on the page where you asked for it. Every message with this code works, whichever comes first.',
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
