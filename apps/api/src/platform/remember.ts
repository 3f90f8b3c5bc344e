/**
 * What `load` gave, loaded again by whoever asks once it is older than `ms`. Those who ask meanwhile wait for the same
 * loading, and never see what is not there yet. After a failure the next one asks again.
 */
export function remember<T>(load: () => Promise<T>, ms: number) {
  let known: { value: T; at: number } | undefined;
  let loading: Promise<T> | undefined;

  async function reload(): Promise<T> {
    const value = await load();
    known = { value, at: performance.now() };
    return value;
  }

  return {
    get(): Promise<T> {
      if (known && performance.now() - known.at < ms) return Promise.resolve(known.value);
      loading ??= reload().finally(() => {
        loading = undefined;
      });
      return loading;
    },
    /** The next one to ask loads. */
    forget(): void {
      known = undefined;
    },
  };
}
