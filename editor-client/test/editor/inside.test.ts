import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Editor, type EditorOptions } from './editor';

type Target = { folder: string } | { workspace: string };

/** Runs a suite in the extension host of an editor of its own, and tells of each of its tests. */
async function inside(suite: string, prepare: (editor: Editor) => Promise<Target>, options: EditorOptions = {}): Promise<void> {
  const only = process.env['QUOTETRACKER_SUITE'];
  if (only && !only.split(',').includes(suite)) return;
  const editor = await Editor.start(options);
  const results = await prepare(editor)
    .then(target => editor.runInside(suite, target))
    .finally(() => editor.stop());
  describe(suite, () => {
    test('tests ran', () => expect(results.length).toBeGreaterThan(0));
    for (const { title, state, error } of results) {
      test.skipIf(state === 'pending')(title, () => {
        if (state === 'failed') throw new Error(error);
      });
    }
  });
}

await inside('newsroom', async editor => ({ folder: await editor.sample() }));

await inside('claims', async editor => ({ folder: await editor.sample() }));

await inside('sources', async editor => ({ folder: await editor.fixture('sourced') }));

await inside('failures', async editor => ({ folder: await editor.sample() }), { settings: { 'quotetracker.server.patience': 2 } });

await inside('folders', async editor => ({ workspace: await editor.workspace([await editor.sample('one'), await editor.sample('two'), await editor.notes()]) }));

await inside('notes', async editor => ({ folder: await editor.notes() }));

await inside(
  'untrusted',
  async editor => {
    const folder = await editor.sample();
    await mkdir(join(folder, '.vscode'));
    await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify({ 'quotetracker.server.path': '/bin/false' }));
    return { folder };
  },
  { trusted: false },
);
