import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Watchdog } from '../../src/watchdog';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that answers after so many milliseconds each time; undefined: never. */
function watched(answers: (number | undefined)[]) {
  const news: string[] = [];
  const ask = () => {
    const after = answers.shift();
    return new Promise((resolve, refuse) => after !== undefined && setTimeout(after % 2 === 0 ? resolve : () => refuse(new Error('unknown method')), after));
  };
  const dog = new Watchdog(ask, () => news.push('silent'), () => news.push('back'), 1000, () => 500);
  return { dog, news };
}

test('answers in time, refusals among them, are no news', async () => {
  const { dog, news } = watched([10, 499, 0, 11]);
  dog.start();
  await vi.advanceTimersByTimeAsync(4000);
  expect(news).toEqual([]);
});

test('silence is told once, and the late answer too', async () => {
  const { dog, news } = watched([2000, ...Array<number>(20).fill(10)]);
  dog.start();
  await vi.advanceTimersByTimeAsync(1600);
  expect(news).toEqual(['silent']);
  await vi.advanceTimersByTimeAsync(5000);
  expect(news).toEqual(['silent', 'back']);
});

test('a server that never answers is told of once', async () => {
  const { dog, news } = watched([undefined]);
  dog.start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(news).toEqual(['silent']);
});

test('what is asked of a server that was ended is not waited for', async () => {
  const { dog, news } = watched([undefined, 10, 10]);
  dog.start();
  await vi.advanceTimersByTimeAsync(1200);
  dog.stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(news).toEqual([]);
});
