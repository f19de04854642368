import { expect, test } from 'vitest';
import { Editor } from './editor';

const editor = await Editor.start();
const results = await editor.runInside('newsroom', { folder: await editor.sample() }).finally(() => editor.stop());
test('tests ran', () => expect(results.length).toBeGreaterThan(0));
for (const result of results) {
  test(result.title, () => {
    if (result.state !== 'passed') throw new Error(result.error ?? 'It did not run.');
  });
}
