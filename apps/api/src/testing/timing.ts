/**
 * How many times as long `one` takes as `other`: by the time that the quickest fourth of each keeps, since a busy machine only ever
 * adds to one; in turns whose order changes, so that what one leaves behind is not always the other's.
 */
export async function ratioOfTimes(
  rounds: number,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<number> {
  const both = [
    { act: one, times: [] as number[] },
    { act: other, times: [] as number[] },
  ];
  for (let round = 0; round < rounds; round += 1)
    for (const { act, times } of round % 2 === 0 ? both : both.toReversed()) {
      const began = performance.now();
      await act();
      times.push(performance.now() - began);
    }
  const [first = 0, second = 1] = both.map(({ times }) => times.toSorted((a, b) => a - b)[rounds >> 2]);
  return first / second;
}
