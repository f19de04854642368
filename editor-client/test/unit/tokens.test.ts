import { expect, test } from 'vitest';
import { applyEdits, stretchesOf } from '../../src/tokens';

test('edits count in the numbers before, in whatever order they come', () => {
  const before = Uint32Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const edits = [
    { start: 0, deleteCount: 2, data: Uint32Array.from([10, 11, 12]) },
    { start: 8, deleteCount: 1 },
    { start: 10, deleteCount: 0, data: Uint32Array.from([99]) },
  ];
  expect([...applyEdits(before, edits)]).toEqual([10, 11, 12, 2, 3, 4, 5, 6, 7, 9, 99]);
  expect([...applyEdits(before, [...edits].reverse())]).toEqual([10, 11, 12, 2, 3, 4, 5, 6, 7, 9, 99]);
  expect([...before]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('no edit leaves all as it was', () => expect([...applyEdits(Uint32Array.from([1, 2]), [])]).toEqual([1, 2]));

test('stretches are found by their trait, on their line', () => {
  const data = Uint32Array.from([2, 5, 3, 0, 0b01, 0, 10, 4, 0, 0b11, 1, 1, 1, 0, 0b10]);
  const found = stretchesOf(data, ['attributed', 'direct']);
  expect(found.get('attributed')).toEqual([{ line: 2, start: 5, end: 8 }, { line: 2, start: 15, end: 19 }]);
  expect(found.get('direct')).toEqual([{ line: 2, start: 15, end: 19 }, { line: 3, start: 1, end: 2 }]);
});
