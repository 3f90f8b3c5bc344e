/** Whether a text can be the id of a row: others are nobody's, and never reach the database. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** Whether a text can be the id of a verification token. */
export function isTokenId(text: string): boolean {
  return /^[\w-]{1,64}$/.test(text);
}
