import { expect, test } from 'vitest';
import type { Claim } from '../../src/requests';
import { groupClaims, shortened } from '../../src/views/claimGroups';

const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 5 } });
const claims: Claim[] = [
  { id: '1', uri: 'file:///b.txt', range: at(9), words: 'Nine', speaker: { id: 'vaughn', name: 'Ada Vaughn' }, status: 'verified' },
  { id: '2', uri: 'file:///b.txt', range: at(2), words: 'Two', speaker: { name: 'somebody' }, status: 'unchecked' },
  { id: '3', uri: 'file:///a.txt', range: at(4), words: 'Four', speaker: { id: 'vaughn', name: 'Ada Vaughn' }, status: 'disputed' },
  { id: '4', uri: 'file:///a.txt', range: at(1), words: 'One', status: 'retracted' },
];
const shape = (grouping: 'speaker' | 'status' | 'article') =>
  groupClaims(claims, grouping, uri => uri.slice(8)).map(({ label, open, claims: members }) => [label, open, members.map(({ id }) => id).join('')]);

test('by speaker, who is not known last; inside by article and place', () => {
  expect(shape('speaker')).toEqual([['Ada Vaughn', 1, '31'], ['somebody', 1, '2'], ['Nobody named', 0, '4']]);
});

test('by status, what is to be done first', () => {
  expect(shape('status')).toEqual([['Unchecked', 1, '2'], ['Verified', 0, '1'], ['Disputed', 1, '3'], ['Retracted', 0, '4']]);
});

test('by article', () => {
  expect(shape('article')).toEqual([['a.txt', 1, '43'], ['b.txt', 1, '21']]);
});

test('words are cut between words, and never inside a character', () => {
  expect(shortened('One  two\nthree', 90)).toBe('One two three');
  expect(shortened('one two three four', 12)).toBe('one two…');
  expect(shortened('🙂🙂🙂🙂🙂🙂', 6)).toBe('🙂🙂…');
});
