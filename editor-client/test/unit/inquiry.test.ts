import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Inquiry } from '../../src/inquiry';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that takes so many milliseconds for each answer, and the times at which it was asked. */
function asked(answers: (readonly [milliseconds: number, answer: string | undefined])[]) {
  const times: number[] = [];
  const heard: string[] = [];
  const inquiry = new Inquiry<string>(
    () => {
      times.push(performance.now());
      const [after, answer] = answers.shift() ?? [0, undefined];
      return after === 0 ? Promise.resolve(answer) : new Promise(resolve => setTimeout(() => resolve(answer), after));
    },
    answer => heard.push(answer),
    100,
  );
  const pauses = () => times.slice(1).map((time, i) => time - times[i]!);
  return { inquiry, heard, times, pauses };
}

test('without an answer it asks again, ever later', async () => {
  const { inquiry, pauses } = asked([]);
  inquiry.soon();
  await vi.advanceTimersByTimeAsync(130_000);
  expect(pauses()).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
});

test('an answer is enough, and news make it ask soon', async () => {
  const { inquiry, heard, pauses } = asked([[0, undefined], [0, undefined], [0, 'one'], [0, undefined], [0, 'two']]);
  inquiry.soon();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([heard, pauses()]).toEqual([['one'], [500, 1000]]);
  inquiry.soon();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([heard, pauses().slice(3)]).toEqual([['one', 'two'], [500]]);
});

test('of a burst of news the last asks', async () => {
  const { inquiry, times } = asked([[0, 'one']]);
  for (let i = 0; i < 5; i++) {
    inquiry.soon();
    await vi.advanceTimersByTimeAsync(60);
  }
  await vi.advanceTimersByTimeAsync(1000);
  expect(times.length).toBe(1);
});

test('an answer that comes after a newer one is not heard', async () => {
  const { inquiry, heard } = asked([[5000, 'old'], [10, 'new']]);
  inquiry.soon();
  await vi.advanceTimersByTimeAsync(200);
  inquiry.soon();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(heard).toEqual(['new']);
});

test('once stopped it neither asks nor hears', async () => {
  const { inquiry, heard, times } = asked([[5000, 'late']]);
  inquiry.soon();
  await vi.advanceTimersByTimeAsync(200);
  inquiry.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([heard, times.length]).toEqual([[], 1]);
});
