import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { runSuite } from './runSuite';
import { article, eventually, extension, open, session } from './steps';

/** The workspace has two newsrooms, and a folder of notes. */
export const run = () =>
  runSuite(() => {
    describe('In a workspace of two newsrooms and a folder of notes', () => {
      it('both newsrooms have findings', async () => {
        assert.ok(vscode.languages.getDiagnostics((await article('tabloid/gull.txt', 0)).uri).length > 0);
        assert.ok(vscode.languages.getDiagnostics((await article('tabloid/gull.txt', 1)).uri).length > 0);
      });

      it('one server serves both', async () => {
        const { speakers, newsrooms } = await session();
        assert.equal(newsrooms.roots.length, 2);
        await eventually(async () => (await speakers.refresh(), speakers.getChildren().filter(({ id }) => id === 'calloway').length === 2));
      });

      it('notes stay plain text, without findings', async () => {
        const notes = await open('notes.txt', 2);
        await new Promise(resolve => setTimeout(resolve, 1500));
        assert.equal(notes.languageId, 'plaintext');
        assert.deepEqual(vscode.languages.getDiagnostics(notes.uri), []);
        assert.equal((await vscode.commands.executeCommand<unknown[]>('vscode.executeHoverProvider', notes.uri, new vscode.Position(0, 3))).length, 0);
      });

      it('a folder that becomes a newsroom is read, and left alone when it is none any more', async () => {
        const notes = await open('notes.txt', 2);
        const configuration = vscode.Uri.joinPath(notes.uri, '../quotetracker.yaml');
        await vscode.workspace.fs.writeFile(configuration, new TextEncoder().encode('language: en\n'));
        await eventually(async () => (await session()).newsrooms.roots.length === 3);
        await eventually(async () => (await open('notes.txt', 2)).languageId === 'newsroom-text');
        await eventually(() => vscode.languages.getDiagnostics(notes.uri).length > 0);
        await vscode.workspace.fs.delete(configuration);
        await eventually(() => vscode.languages.getDiagnostics(notes.uri).length === 0);
        await eventually(async () => (await open('notes.txt', 2)).languageId === 'plaintext');
        assert.equal(extension()!.exports.session()!.newsrooms.roots.length, 2);
      });
    });
  });
