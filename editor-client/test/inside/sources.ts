import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { runSuite } from './runSuite';
import { eventually, findings, open } from './steps';

/** Articles with what is found in them: `{|rule:words|}`. What was said stands in the workspace's `sources/briefing.txt`. */
const articles = {
  changed: '“We will {|QT0401:open|} the road on Monday,” Ada Vaughn said.\n',
  cut: '“The bakery keeps its own door. {|QT0401:Nobody|} has to walk round by the mill,” Ada Vaughn said.\n',
  another: '“The drains are older than anyone here, so we dig them by hand,” {|QT0401:Ada Vaughn|} said.\n',
  absent: '{|QT0402:“Nobody told us anything about the pier,”|} Ada Vaughn said.\n',
};

const marked = /\{\|(QT\d+):([^|]*)\|\}/g;

/** Writes an article into the workspace and opens it. */
async function written(name: string, text: string): Promise<vscode.TextDocument> {
  const path = `news/${name}.txt`;
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path), new TextEncoder().encode(text.replace(marked, '$2')));
  return open(path);
}

/** Opens an article that is like the text, and waits until all is found that the text marks, at its words. */
async function found(name: string, text: string): Promise<vscode.TextDocument> {
  const document = await written(name, text);
  for (const [, rule, words] of text.matchAll(marked)) {
    const there = () => findings(document, rule!).map(({ range }) => document.getText(range));
    await eventually(() => there().includes(words!), 20, there);
  }
  return document;
}

async function actions(document: vscode.TextDocument, rule: string): Promise<vscode.CodeAction[]> {
  const { range } = findings(document, rule)[0]!;
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, vscode.CodeActionKind.QuickFix.value, 20);
}

/** Takes the fix of that title, and waits until nothing is found any more. */
async function mended(document: vscode.TextDocument, title: RegExp): Promise<string> {
  const offered = await actions(document, 'QT0401');
  const fix = offered.find(action => title.test(action.title));
  assert.ok(fix?.edit, offered.map(action => action.title).join());
  assert.ok(await vscode.workspace.applyEdit(fix.edit));
  await eventually(() => findings(document, 'QT0401').length === 0, 20, () => document.getText());
  return document.getText().trim();
}

/** The workspace is a newsroom with one transcript. */
export const run = () =>
  runSuite(() => {
    describe('Against the transcript', () => {
      it('a word that was not said is found, and the source’s is a key away', async () => {
        const document = await found('changed', articles.changed);
        assert.match(findings(document, 'QT0401')[0]!.message, /the source has 'close' \(sources\/briefing\.txt, line 1\)/);
        assert.equal(await mended(document, /Use the source's words: close/), '“We will close the road on Monday,” Ada Vaughn said.');
      });

      it('a cut that nothing shows is found, and gets its ellipsis', async () => {
        const document = await found('cut', articles.cut);
        assert.match(await mended(document, /ellipsis/), /keeps its own door (…|\.\.\.|\[…\])|door\. (…|\.\.\.|\[…\])/);
      });

      it('words of somebody else are found at the name, which is put right', async () => {
        const document = await found('another', articles.another);
        assert.match(await mended(document, /Attribute to Cy Orr/), /by hand,” (Cy )?Orr said\.$/);
      });

      it('words that no source has are told as a hint, at the words, with nothing to mend', async () => {
        const document = await found('absent', articles.absent);
        assert.equal(findings(document, 'QT0402')[0]!.severity, vscode.DiagnosticSeverity.Information);
        const edits = (await actions(document, 'QT0402')).filter(({ edit, title }) => edit && !/ignore/i.test(title));
        assert.deepEqual(edits.map(({ title }) => title), []);
      });

      it('a transcript that is added is read', async () => {
        const document = await found('absent', articles.absent);
        const transcript = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'sources/pier.txt');
        await vscode.workspace.fs.writeFile(transcript, new TextEncoder().encode('VAUGHN: Nobody told us anything about the pier.\n'));
        await eventually(() => findings(document, 'QT0402').length === 0);
      });
    });
  });
