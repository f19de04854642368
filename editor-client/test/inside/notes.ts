import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { runSuite } from './runSuite';
import { eventually, extension, findings, open, session } from './steps';

/** The workspace is a folder of notes: no newsroom. */
export const run = () =>
  runSuite(() => {
    describe('In a folder that is no newsroom', () => {
      it('nothing starts, and nothing is loaded but the look for a newsroom', async () => {
        const notes = await open('notes.txt');
        await eventually(() => extension()?.isActive);
        await new Promise(resolve => setTimeout(resolve, 1000));
        assert.equal(extension()!.exports.session(), undefined);
        assert.equal(notes.languageId, 'plaintext');
        assert.deepEqual(vscode.languages.getDiagnostics(notes.uri), []);
        assert.deepEqual(Object.keys(require.cache).filter(file => /quotetracker\.quotetracker-.*session\.js$/.test(file)), []);
      });

      it('a person can ask for it', async () => {
        await open('notes.txt');
        await vscode.commands.executeCommand('quotetracker.startHere');
        await session();
        await eventually(async () => findings(await open('notes.txt'), 'QT0904').length > 0);
        assert.equal((await open('notes.txt')).languageId, 'newsroom-text');
      });

      it('a person can make a newsroom of it', async () => {
        await vscode.commands.executeCommand('quotetracker.createNewsroom');
        await eventually(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('/quotetracker.yaml'));
        assert.match((await open('speakers.yaml')).getText(), /Ada Vaughn/);
      });
    });
  });
