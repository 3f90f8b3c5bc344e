const KEY = 'sampai.look';

/**
 * The id of the open look, so that a reload in the middle of a call shows the same taxpayer again. It names nobody, and
 * outside this agent's session it opens nothing.
 */
export function storedLook(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null; // storage may be closed by the browser's settings; a reload then begins anew
  }
}

export function storeLook(id: string): void {
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // see storedLook()
  }
}

export function forgetLook(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // see storedLook()
  }
}
