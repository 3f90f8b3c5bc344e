/**
 * The code asked for with an accepted statement, for this window: a reload finds it, another window accepts the
 * statement anew. It names the token, never the code.
 */
const keyOf = (returnId: string) => `sampai.filing.code.${returnId}`;

/** Where the browser's settings close its storage, it is known until the reload. */
const memory = new Map<string, string>();

export function askedCode(returnId: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(returnId)) ?? memory.get(returnId) ?? null;
  } catch {
    return memory.get(returnId) ?? null;
  }
}

export function rememberCode(returnId: string, tokenId: string): void {
  memory.set(returnId, tokenId);
  try {
    sessionStorage.setItem(keyOf(returnId), tokenId);
  } catch {
    // see memory
  }
}

export function forgetCode(returnId: string): void {
  memory.delete(returnId);
  try {
    sessionStorage.removeItem(keyOf(returnId));
  } catch {
    // see memory
  }
}
