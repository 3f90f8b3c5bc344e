/** How many times as long `one` takes as `other`: by medians of runs in turn, so that a busy moment hits both. */
export async function ratioOfTimes(
  rounds: number,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<number> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1)
    for (const [index, act] of [one, other].entries()) {
      const began = performance.now();
      await act();
      times[index]?.push(performance.now() - began);
    }
  const [first = 0, second = 1] = times.map((all) => all.toSorted((a, b) => a - b)[rounds >> 1]);
  return first / second;
}
