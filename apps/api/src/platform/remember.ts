/**
 * What `load` gave, loaded again by whoever asks once it is older than `ms`. Those who ask meanwhile wait for the same
 * loading, and never see what is not there yet. After a failure the next one asks again.
 */
export function remember<T>(load: () => Promise<T>, ms: number) {
  let known: { value: T; at: number } | undefined;
  let loading: Promise<T> | undefined;

  function begin(): Promise<T> {
    const mine: Promise<T> = load()
      .then((value) => {
        if (loading === mine) known = { value, at: performance.now() };
        return value;
      })
      .finally(() => {
        if (loading === mine) loading = undefined;
      });
    return mine;
  }

  return {
    get(): Promise<T> {
      if (known && performance.now() - known.at < ms) return Promise.resolve(known.value);
      loading ??= begin();
      return loading;
    },
    /** The next one to ask loads: what is under way may have looked before. */
    forget(): void {
      known = undefined;
      loading = undefined;
    },
  };
}
