/** In milliseconds; a second failure within it is no new release but an outage, and a reload would turn in circles. */
const ONCE_PER = 60_000;
const KEY = 'sampai.reloaded';

/**
 * A page left open over a release asks for chunks that are gone. It then loads the new release, once; nobody is
 * told to clear a cache (R51).
 */
export function reloadOnceForNewChunks(): void {
  addEventListener('vite:preloadError', (event) => {
    const before = Number(sessionStorage.getItem(KEY) ?? 0);
    if (Date.now() - before < ONCE_PER) return;
    event.preventDefault();
    sessionStorage.setItem(KEY, String(Date.now()));
    location.reload();
  });
}
