import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Claim } from '../../src/requests';
import { runSuite } from './runSuite';
import { article, eventually, place, session } from './steps';

/** The claims as the view has them, flat. */
async function claims(): Promise<Claim[]> {
  const view = (await session()).claims;
  await view.refresh();
  return view.getChildren().flatMap(group => view.getChildren(group)).filter((node): node is Claim => !('claims' in node));
}

const ledger = () => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'claims.jsonl');

const entries = async () =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(ledger())).trim().split('\n').map(line => JSON.parse(line) as { id: string; status: string; note?: string; article: string });

/** Calls a command that asks for a note, and writes none. */
async function withoutNote(command: string, ...given: unknown[]): Promise<void> {
  const done = vscode.commands.executeCommand(command, ...given);
  let isDone = false;
  void done.then(() => (isDone = true));
  await eventually(async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone;
  });
}

export const run = () =>
  runSuite(() => {
    describe('The claims of a newsroom', () => {
      it('are listed by speaker, by status and by article', async () => {
        await article('news/harbour-dredging.txt');
        await eventually(async () => (await claims()).length > 2);
        const view = (await session()).claims;
        await vscode.commands.executeCommand('quotetracker.claimsByStatus');
        const byStatus = view.getChildren().map(node => view.getTreeItem(node).label as string);
        assert.ok(byStatus.every(label => ['Unchecked', 'Verified', 'Disputed', 'Corrected', 'Retracted'].includes(label)), byStatus.join());
        await vscode.commands.executeCommand('quotetracker.claimsByArticle');
        assert.ok(view.getChildren().some(node => view.getTreeItem(node).label === 'news/harbour-dredging.txt'));
        await vscode.commands.executeCommand('quotetracker.claimsBySpeaker');
        const group = view.getChildren().find(node => view.getTreeItem(node).label === 'Ruth Calloway')!;
        assert.match(view.getTreeItem(group).accessibilityInformation!.label, /Ruth Calloway: \d+ claims?, \d+ open/);
      });

      it('lead to their words', async () => {
        const claim = (await claims()).find(({ words }) => words.includes('That money pays for'))!;
        await vscode.commands.executeCommand('quotetracker.openClaim', claim);
        const { document, selection } = vscode.window.activeTextEditor!;
        assert.match(document.getText(selection), /That money pays for the lifeguards/);
      });

      it('are disputed and verified from the tree, and the ledger keeps it', async () => {
        const { id } = (await claims()).find(({ words }) => words.includes('That money pays for'))!;
        for (const [command, status] of [['dispute', 'disputed'], ['verify', 'verified']] as const) {
          await withoutNote(`quotetracker.${command}`, (await claims()).find(claim => claim.id === id));
          await eventually(async () => (await entries()).find(entry => entry.id === id)?.status === status);
          await eventually(async () => (await claims()).find(claim => claim.id === id)?.status === status);
        }
      });

      it('are made of the quotation at the cursor', async () => {
        const before = (await entries()).length;
        const document = await article('news/harbour-dredging.txt');
        const editor = await vscode.window.showTextDocument(document);
        const at = place(document, 'I read it over breakfast').start;
        editor.selection = new vscode.Selection(at, at);
        await withoutNote('quotetracker.dispute');
        await eventually(async () => (await entries()).length === before + 1);
      });

      it('have a source: a definition leads into the transcript', async () => {
        const document = await article('news/harbour-dredging.txt');
        const targets = await eventually(async () => {
          const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, place(document, 'That money pays for').start);
          return found.length > 0 ? found : undefined;
        });
        const target = targets.map(to => ('targetUri' in to ? { uri: to.targetUri, range: to.targetSelectionRange ?? to.targetRange } : to)).find(({ uri }) => uri.path.includes('/sources/'));
        assert.ok(target, JSON.stringify(targets));
        const transcript = await vscode.workspace.openTextDocument(target.uri);
        assert.match(transcript.getText(target.range), /money pays for/);
      });

      it('are in the report, which can do nothing', async () => {
        await vscode.window.showTextDocument(await article('news/harbour-dredging.txt'));
        await vscode.commands.executeCommand('quotetracker.showReport');
        const html = (await session()).report.html!;
        assert.match(html, /<head[^>]*><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/);
        assert.match(html, /That money pays for/);
        assert.ok(!/ style=/.test(html), 'a style in an attribute would not be shown');
      });
    });
  });
