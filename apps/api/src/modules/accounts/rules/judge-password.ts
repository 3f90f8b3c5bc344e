const SHORTEST = 10;
const LONGEST = 128;
/** A word that many choose, or a row of keys, with nothing behind it but figures and signs. */
const COMMON =
  /^(qwertyuiop|asdfghjkl|zxcvbnm|1q2w3e4r(5t(6y)?)?|q1w2e3r4(t5(y6)?)?|password|katasandi|sandi|rahasia|indonesia|qwerty|asdfgh|bismillah|sayang|pajak|admin|welcome|sampai|spt)[\W\d_]*$/i;

/** Birth dates, telephone numbers, NIK, NPWP: a number of this kind is known to others or stands on a card. */
const FIGURES_ONLY = /^[\d\s\p{P}\p{S}]+$/u;

/**
 * Whether a new password is good enough: 10 to 128 characters, not a common word with figures behind it, not figures
 * alone, not one character or a run, not the person's own name. Length counts most (NIST SP 800-63B: no composition rules).
 */
export function judgePassword(password: string, name: string): 'good' | 'weak' {
  if (password.length < SHORTEST || password.length > LONGEST) return 'weak';
  const plain = password.toLowerCase();
  if (COMMON.test(plain) || FIGURES_ONLY.test(plain) || new Set(plain).size < 5 || isRun(plain))
    return 'weak';
  return isOwnName(plain, name.toLowerCase()) ? 'weak' : 'good';
}

/** Whether fewer than six letters and figures are left when every part of the name is taken away. */
function isOwnName(plain: string, name: string): boolean {
  const parts = name.split(/\s+/).filter((part) => part.length >= 3);
  const rest = parts.reduce((text, part) => text.replaceAll(part, ''), plain);
  return rest !== plain && rest.replace(/[^\p{L}\p{N}]/gu, '').length < 6;
}

function isRun(text: string): boolean {
  const steps = [...text]
    .slice(1)
    .map((character, index) => character.charCodeAt(0) - text.charCodeAt(index));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
