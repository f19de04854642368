import { expect, test } from 'vitest';
import { RestartBudget } from '../../src/restarts';

test('five restarts in three minutes, and more when the first is three minutes ago', () => {
  let now = 0;
  const budget = new RestartBudget(5, 180_000, () => now);
  const taken = [0, 1, 2, 3, 4].map(second => ((now = second * 1000), budget.take()));
  expect(taken).toEqual([true, true, true, true, true]);
  now = 179_999;
  expect(budget.take()).toBe(false);
  now = 180_000;
  expect([budget.take(), budget.take()]).toEqual([true, false]);
});

test('a person who starts it starts the count', () => {
  const budget = new RestartBudget(1, 1000, () => 0);
  budget.take();
  expect(budget.take()).toBe(false);
  budget.reset();
  expect(budget.take()).toBe(true);
});
