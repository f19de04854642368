import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { runSuite } from './runSuite';
import { article, eventually, session } from './steps';

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
        await eventually(() => status.text.includes('$(shield)'));
      });
    });
  });
