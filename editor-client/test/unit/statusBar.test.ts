import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Session } from '../../src/session';
import { StatusBar } from '../../src/statusBar';
import { show } from './vscode';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const document = (name: string, languageId = 'newsroom-text') => ({ uri: { toString: () => `file:///desk/${name}` }, languageId });
const counts = (quotations: number) => ({ quotations, unattributed: 1, openClaims: 0 });

/** A status bar over a server that answers, for each document, these, one after the other. */
function bar(answers: Record<string, unknown[]>) {
  const ask = vi.fn((_: string, { textDocument: { uri } }: { textDocument: { uri: string } }) => Promise.resolve(answers[uri.slice(13)]!.shift()));
  const status = new StatusBar({ newsrooms: { has: () => true }, ask, underlines: { onDidRead: () => ({ dispose() {} }) } } as unknown as Session);
  status.set('running');
  return { status, ask };
}

test('what the server could not answer is asked again', async () => {
  const { status } = bar({ 'gull.txt': [undefined, undefined, counts(12)] });
  show(document('gull.txt'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(status.text).toContain('12 quotations · 1 unattributed');
  status.dispose();
});

test('the counts of one article are not shown over another', async () => {
  const { status } = bar({ 'gull.txt': [counts(12)], 'lighthouse.txt': [undefined, counts(8)] });
  show(document('gull.txt'));
  await vi.advanceTimersByTimeAsync(400);
  expect(status.text).toContain('12 quotations');
  show(document('lighthouse.txt'));
  expect(status.text).not.toContain('12 quotations');
  await vi.advanceTimersByTimeAsync(400);
  expect(status.text).not.toContain('quotations');
  await vi.advanceTimersByTimeAsync(5000);
  expect(status.text).toContain('8 quotations');
  status.dispose();
});

test('nothing is shown over what is no article, and the server is not asked for ever', async () => {
  const { status, ask } = bar({ 'gull.txt': [counts(12)], 'notes.md': [null] });
  show(document('gull.txt'));
  await vi.advanceTimersByTimeAsync(400);
  show(document('notes.md', 'markdown'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([status.text, ask.mock.calls.length]).toEqual(['', 2]);
  show(document('speakers.yaml', 'yaml'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([status.text, ask.mock.calls.length]).toEqual(['', 2]);
  status.dispose();
});
