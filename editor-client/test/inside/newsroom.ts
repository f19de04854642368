import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ArticleCounts } from '../../src/requests';
import { watchNetwork } from './network';
import { runSuite } from './runSuite';
import { article, eventually, everywhere, extension, findings, open, place, session } from './steps';

export const run = () =>
  runSuite(() => {
    describe('In a newsroom', () => {
      const network = watchNetwork();

      it('the extension starts', async () => {
        await open('tabloid/gull.txt');
        await eventually(() => extension()?.isActive);
        assert.ok((await session()).program?.isOwn);
      });

      it('findings stand where the words do', async () => {
        const document = await article('tabloid/gull.txt');
        const [finding] = findings(document, 'QT0201');
        assert.equal(document.getText(finding!.range), "'If you ask me he's the best thing to happen to this town in years.'");
      });

      it('plain text is newsroom text, which wraps and offers no words of other files', async () => {
        const document = await article('tabloid/gull.txt');
        assert.equal(document.languageId, 'newsroom-text');
        const settings = vscode.workspace.getConfiguration('editor', document);
        assert.deepEqual([settings.get('wordWrap'), settings.get('wordBasedSuggestions'), settings.get('semanticHighlighting.enabled')], ['on', 'off', true]);
        const notes = vscode.workspace.getConfiguration('editor', { languageId: 'plaintext' });
        assert.deepEqual([notes.get('wordWrap'), notes.get('wordBasedSuggestions')], ['off', 'matchingDocuments']);
      });

      it('who makes an article plain text again is heard', async () => {
        const document = await article('web/reservoir-page.txt');
        await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
        await new Promise(resolve => setTimeout(resolve, 500));
        assert.equal((await open('web/reservoir-page.txt')).languageId, 'plaintext');
      });

      it('a hover says who speaks', async () => {
        const document = await article('news/harbour-dredging.txt');
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place(document, 'It was a mistake').start);
        const words = hovers.flatMap(hover => hover.contents).map(content => (typeof content === 'string' ? content : content.value)).join('\n');
        assert.match(words, /Nadia Brennick/);
      });

      it('a mention leads to the registry', async () => {
        const document = await article('news/harbour-dredging.txt');
        const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>('vscode.executeTypeDefinitionProvider', document.uri, place(document, 'Drummond').start);
        const to = places[0]!;
        const [uri, range] = 'targetUri' in to ? [to.targetUri, to.targetSelectionRange ?? to.targetRange] : [to.uri, to.range];
        assert.match(uri.path, /\/speakers\.yaml$/);
        const registry = await vscode.workspace.openTextDocument(uri);
        assert.match(registry.getText(new vscode.Range(range.start.line, 0, range.start.line + 2, 0)), /name: Isla Drummond/);
      });

      it('references go through all articles', async () => {
        const document = await article('news/harbour-dredging.txt');
        const files = await eventually(async () => {
          const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, place(document, 'Calloway').start);
          const names = new Set(found.map(({ uri }) => uri.path.split('/').at(-1)));
          return names.size > 2 ? names : undefined;
        });
        assert.ok(files.has('ferry-strike.txt') && files.has('back-row.md'));
      });

      it('hints name whom a pronoun means', async () => {
        const document = await article('agency/ferry-strike.txt');
        const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, new vscode.Range(0, 0, document.lineCount, 0));
        const labels = hints.map(({ label }) => (typeof label === 'string' ? label : label.map(part => part.value).join('')));
        assert.ok(labels.includes('Ruth Calloway'), labels.join());
      });

      it('tokens tell what is attributed and what is nobody’s', async () => {
        const document = await article('tabloid/gull.txt');
        const legend = await eventually(() => vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>('vscode.provideDocumentSemanticTokensLegend', document.uri));
        const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
        const traits = new Set<string>();
        for (let i = 0; i < data.length; i += 5) legend.tokenModifiers.forEach((name, bit) => data[i + 4]! & (1 << bit) && traits.add(name));
        assert.ok(traits.has('attributed') && traits.has('unattributed'), [...traits].join());
      });

      it('a fix is applied', async () => {
        const document = await article('features/lighthouse.txt');
        const [finding] = findings(document, 'QT0302');
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, finding!.range, vscode.CodeActionKind.QuickFix.value, 20);
        const action = actions.find(({ title }) => title.includes('Lindqvist'));
        assert.ok(action?.edit && (await vscode.workspace.applyEdit(action.edit)));
        assert.ok(!document.getText().includes('Lindqist'));
        await eventually(() => findings(document, 'QT0302').length === 0);
      });

      it('the newsroom’s own rules speak, those in C# too, for the folder is trusted', async () => {
        const document = await article('blog/back-row.md');
        assert.equal(findings(document, 'HR0103').length, 1);
        const [finding] = await eventually(() => [findings(document, 'HR0001')].find(({ length }) => length > 0), 30);
        assert.equal(document.getText(finding!.range), 'says');
        assert.deepEqual(everywhere('QT0946'), []);
      });

      it('a speaker is renamed everywhere', async () => {
        const document = await article('blog/back-row.md');
        const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, place(document, 'Isla Drummond').start, 'Isla Drumond-Reid');
        assert.ok(await vscode.workspace.applyEdit(edit));
        assert.match(document.getText(), /Councillor Isla Drumond-Reid, who voted against/);
        assert.match((await open('speakers.yaml')).getText(), /name: Isla Drumond-Reid/);
      });

      it('the registry’s own faults are found without another extension', async () => {
        const registry = await open('speakers.yaml');
        const edit = new vscode.WorkspaceEdit();
        edit.insert(registry.uri, new vscode.Position(registry.lineCount, 0), '  - id: nobody\n    nam: No Body\n');
        assert.ok(await vscode.workspace.applyEdit(edit));
        await eventually(() => vscode.languages.getDiagnostics(registry.uri).length > 0);
      });

      it('the speakers’ view lists the registry', async () => {
        const { speakers } = await session();
        await eventually(async () => (await speakers.refresh(), speakers.getChildren().some(({ id, quotations }) => id === 'calloway' && quotations > 0)));
        const item = speakers.getTreeItem(speakers.getChildren().find(({ id }) => id === 'calloway')!);
        assert.match(item.accessibilityInformation!.label, /Ruth Calloway.*person.*quotation/);
        await vscode.commands.executeCommand(item.command!.command, ...item.command!.arguments!);
        assert.match(vscode.window.activeTextEditor!.document.uri.path, /speakers\.yaml$/);
      });

      it('the status bar counts the quotations of the article that is shown', async () => {
        const running = await session();
        for (const path of ['blog/back-row.md', 'tabloid/gull.txt', 'features/lighthouse.txt']) {
          const document = await article(path);
          const counts = await eventually(() => running.ask<ArticleCounts>('quotetracker/articleCounts', { textDocument: { uri: document.uri.toString() } }));
          assert.ok(typeof counts === 'object' && counts.quotations > 5, JSON.stringify(counts));
          const words = `$(quote) ${counts.quotations} quotations · ${counts.unattributed} unattributed · ${counts.openClaims} open`;
          await eventually(() => running.status.text === words, 20, () => ({ text: running.status.text, words }));
        }
        await open('quotetracker.yaml');
        await eventually(() => running.status.text === '', 20, () => running.status.text);
      });

      it('the report of an issue holds versions and settings, and nothing of an article', async () => {
        const document = await article('tabloid/gull.txt');
        await vscode.commands.executeCommand('quotetracker.reportIssue');
        const issue = vscode.window.activeTextEditor!.document;
        assert.match(issue.getText(), /Server: quotetracker \d+\.\d+\.\d+, running/);
        assert.match(issue.getText(), /`quotetracker\.inlineNames`: `true`/);
        const words = document.getText().split(/\W+/).filter(word => word.length > 8);
        assert.deepEqual(words.filter(word => issue.getText().includes(word)), []);
        assert.ok(!issue.getText().includes(vscode.workspace.workspaceFolders![0]!.uri.fsPath));
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      });

      it('neither the extension nor its server talks to a network', async () => {
        assert.deepEqual(network.calls(), []);
        assert.deepEqual(await network.socketsOf((await session()).client!.serverProcess!.pid!), []);
      });

      it('every command of the manifest is there', async () => {
        const declared = (extension()!.packageJSON as { contributes: { commands: { command: string }[] } }).contributes.commands.map(({ command }) => command);
        const known = new Set(await vscode.commands.getCommands(true));
        assert.deepEqual(declared.filter(command => !known.has(command)), []);
      });
    });
  });
