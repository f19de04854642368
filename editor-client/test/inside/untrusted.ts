import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { runSuite } from './runSuite';
import { article, codeOf, eventually, everywhere, findings, session } from './steps';

/** The workspace is a newsroom that is not trusted, and whose settings name a server of its own. */
export const run = () =>
  runSuite(() => {
    describe('In a folder that is not trusted', () => {
      it('articles are read, by the server that came with the extension', async () => {
        assert.equal(vscode.workspace.isTrusted, false);
        await article('tabloid/gull.txt');
        const { program } = await session();
        assert.ok(program!.isOwn, program!.path);
      });

      it('the person is told what is off', async () => {
        const { status } = await session();
        await eventually(() => status.text.includes('$(shield)'), 20, () => status.text);
      });

      it('rules in C# stay silent, and it is said that they do; those that are no programs speak', async () => {
        const document = await article('blog/back-row.md');
        await eventually(() => findings(document, 'HR0103').length === 1);
        const [told] = await eventually(() => [everywhere('QT0946')].find(({ length }) => length > 0), 20, () => vscode.languages.getDiagnostics().map(([uri, all]) => [uri.path, all.map(codeOf)]));
        assert.match(told![0], /\/house-rules\/|\/quotetracker\.yaml$/);
        assert.match(told![1], /3 files.*not run/);
        // As long as they take to be compiled and run where they may.
        await new Promise(resolve => setTimeout(resolve, 5000));
        assert.deepEqual(['HR0001', 'HR0002', 'HR0003'].flatMap(everywhere), []);
      });
    });
  });
