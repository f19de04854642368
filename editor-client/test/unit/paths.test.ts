import { expect, test } from 'vitest';
import { contains, outermost } from '../../src/paths';

test('a folder holds itself and what is in it, not what only begins like it', () => {
  expect([contains('/a/b', '/a/b'), contains('/a/b', '/a/b/c.txt'), contains('/a/b', '/a/bc.txt'), contains('/', '/x')]).toEqual([true, true, false, true]);
});

test('of folders in each other the outermost is kept, once', () => {
  const paths = ['/a/b', '/a', '/ab', '/a', '/c/d'].map(path => ({ path }));
  expect(outermost(paths).map(({ path }) => path)).toEqual(['/a', '/ab', '/c/d']);
});
