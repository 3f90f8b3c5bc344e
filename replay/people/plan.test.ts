import { expect, test } from 'vitest';
import { SCENARIOS } from '../scenarios/index.ts';
import { SEEDS } from '../scenarios/scenario.ts';
import { planPeople } from './plan.ts';

const share = <T>(all: T[], fits: (one: T) => boolean) => all.filter(fits).length / all.length;
const addressesOf = (people: ReturnType<typeof planPeople>) =>
  people.flatMap(({ addresses }) => Object.values(addresses));

test.each(Object.values(SCENARIOS))(
  '$name: the same seed makes the same people, another seed others',
  (s) => {
    expect(planPeople(s, 300, 1)).toEqual(planPeople(s, 300, 1));
    expect(planPeople(s, 300, 1)).not.toEqual(planPeople(s, 300, 2));
  },
);

test.each(Object.values(SCENARIOS))('$name: more people only join those who are there', (s) => {
  const many = new Map(planPeople(s, 900, 7).map((plan) => [plan.index, plan]));
  for (const plan of planPeople(s, 300, 7)) expect(many.get(plan.index)).toEqual(plan);
});

test.each(Object.values(SCENARIOS))('$name: people are as the scenario says, and ask in order', (s) => {
  const people = planPeople(s, 5_000, SEEDS['tuning-1'] ?? 0);
  expect(share(people, ({ wish }) => wish === s.channelOfTheDay)).toBeGreaterThan(0.88);
  expect(people.every(({ addresses }) => addresses[s.channelOfTheDay] !== undefined)).toBe(true);
  const gmail = share(
    people.filter(({ provider }) => provider !== null),
    ({ provider }) => provider === 'gmail',
  );
  expect(gmail).toBeCloseTo(0.7, 1);
  expect(new Set(addressesOf(people)).size).toBe(addressesOf(people).length);
  const times = people.map(({ asksAt }) => asksAt);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times.at(-1)).toBeLessThan(s.asking.until);
  const patience = people.map((plan) => plan.patience[0] ?? 0).toSorted((a, b) => a - b);
  expect(patience[patience.length >> 1]).toBeCloseTo(s.habits.patience.median, -1);
});
