import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { runSuite } from './runSuite';
import { article, eventually } from './steps';

export const run = () =>
  runSuite(() => {
    describe('In a newsroom', () => {
      it('the extension starts when an article is opened', async () => {
        await article('tabloid/gull.txt');
        const extension = vscode.extensions.getExtension('quotetracker.quotetracker');
        assert.ok(extension);
        await eventually(() => extension.isActive);
      });

      it('findings are where the words are', async () => {
        const document = await article('tabloid/gull.txt');
        const finding = await eventually(() =>
          vscode.languages.getDiagnostics(document.uri).find(({ code }) => JSON.stringify(code).includes('QT0201')),
        );
        assert.equal(document.getText(finding.range), "'If you ask me he's the best thing to happen to this town in years.'");
      });
    });
  });
