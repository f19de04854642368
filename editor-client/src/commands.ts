import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';
import { configurationName } from './newsrooms';
import { claimStatuses, setClaimStatusCommand, type Claim, type ClaimStatus, type Speaker } from './requests';
import type { Session } from './session';
import { capitalised, type Grouping } from './views/claimGroups';

/** Commands of VS Code under a name that says what they do to an article. */
const editorCommands: Readonly<Record<string, string>> = {
  fixAll: 'editor.action.fixAll',
  nextFinding: 'editor.action.marker.next',
  previousFinding: 'editor.action.marker.prev',
  goToSource: 'editor.action.revealDefinition',
  goToSpeaker: 'editor.action.goToTypeDefinition',
  findStatements: 'references-view.findReferences',
  renameSpeaker: 'editor.action.rename',
  showQuoting: 'references-view.showCallHierarchy',
};

const statusCommands: Readonly<Record<string, ClaimStatus>> = { verify: 'verified', dispute: 'disputed', correct: 'corrected', retract: 'retracted', uncheck: 'unchecked' };

const groupingCommands: Readonly<Record<string, Grouping>> = { claimsBySpeaker: 'speaker', claimsByStatus: 'status', claimsByArticle: 'article' };

export type Commands = Readonly<Record<string, (...given: never[]) => unknown>>;

/** All that can be done while there is a server, by name. */
export function sessionCommands(session: Session): Commands {
  const commands: Record<string, (...given: never[]) => unknown> = {
    restart: () => session.restart(),
    showLog: () => session.log.show(),
    showReport: () => showReport(session),
    openRegistry: () => openRegistry(session),
    openConfiguration: () => openConfiguration(session),
    showRules: () => vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(session.context.extensionUri, 'server/docs/rules/README.md')),
    setStatus: () => setStatusHere(session),
    openClaim: (claim: Claim) => show(session, claim.uri, claim.range),
    openClaimSource: (claim?: Claim) => showSource(session, claim ?? claimMeant(session)),
    openSpeaker: (speaker: Speaker) => show(session, speaker.uri, speaker.range),
    showClaims: () => vscode.commands.executeCommand('quotetracker.claims.focus'),
    showSpeakers: () => vscode.commands.executeCommand('quotetracker.speakers.focus'),
    refreshClaims: () => session.claims.refresh(),
    refreshSpeakers: () => session.speakers.refresh(),
  };
  for (const [name, command] of Object.entries(editorCommands)) commands[name] = () => inArticle(session, command);
  for (const [name, status] of Object.entries(statusCommands)) commands[name] = (claim?: Claim) => setStatus(session, claim ? { id: claim.id } : checkedHere(session), status);
  for (const [name, grouping] of Object.entries(groupingCommands)) commands[name] = () => session.claims.group(grouping);
  return commands;
}

/** Runs a command of VS Code's in the editor that had the keyboard last, or else in the article that is to be seen: a button of the walkthrough takes the keyboard. */
async function inArticle(session: Session, command: string): Promise<void> {
  const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors.find(({ document }) => session.newsrooms.has(document.uri));
  if (!editor) return void vscode.window.showInformationMessage('Open an article first.');
  const isComparing = vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff;
  if (editor.viewColumn !== undefined && !isComparing) await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  await vscode.commands.executeCommand(command);
}

/** What a status is set for: an entry of the ledger, or the quotation at a place that has none yet. */
type Checked = { readonly id: string } | { readonly uri: string; readonly range: Range };

const noClaim = 'Put the cursor into a quotation, or select a claim in the Claims view, first.';

/** Whoever calls a command without a claim means the one at the cursor, or else the one selected in the view. */
function claimMeant(session: Session): Claim | undefined {
  const editor = vscode.window.activeTextEditor;
  return (editor && session.claims.at(editor.document.uri, editor.selection.active)) ?? session.claims.selected;
}

function checkedHere(session: Session): Checked | undefined {
  const claim = claimMeant(session);
  if (claim) return { id: claim.id };
  const editor = vscode.window.activeTextEditor;
  if (!editor || !session.newsrooms.has(editor.document.uri)) return undefined;
  const { start, end } = editor.selection;
  return { uri: editor.document.uri.toString(), range: { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } } };
}

async function setStatusHere(session: Session): Promise<void> {
  const current = claimMeant(session)?.status;
  const items = claimStatuses.map(status => ({ label: capitalised(status), description: status === current ? 'as it is now' : '', status }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: 'What came of the check?' });
  if (chosen) await setStatus(session, checkedHere(session), chosen.status);
}

async function setStatus(session: Session, checked: Checked | undefined, status: ClaimStatus): Promise<void> {
  if (!checked) return void vscode.window.showInformationMessage(noClaim);
  const note = status === 'unchecked' ? '' : await vscode.window.showInputBox({ title: `${capitalised(status)}: why?`, prompt: 'A note for the ledger. It may be empty.' });
  if (note === undefined) return;
  try {
    await session.client?.sendRequest('workspace/executeCommand', { command: setClaimStatusCommand, arguments: [{ ...checked, status, ...(note ? { note } : {}) }] });
  } catch (error) {
    void vscode.window.showErrorMessage(`The status was not set: ${error instanceof Error ? error.message : String(error)}`);
  }
  await session.claims.refresh();
}

async function show(session: Session, uri: string, range?: Claim['range']): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), range ? { selection: session.rangeOf(range) } : {});
}

/** A page is for the browser, which asks first. */
async function showSource(session: Session, claim: Claim | undefined): Promise<void> {
  if (!claim?.source) return void vscode.window.showInformationMessage(claim ? 'No source was recorded for this claim.' : noClaim);
  const { uri, range } = claim.source;
  if (uri.startsWith('file:')) await show(session, uri, range);
  else await vscode.env.openExternal(vscode.Uri.parse(uri));
}

async function showReport(session: Session): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document) await session.report.show(document);
}

/** The newsroom of what is shown, or the first. */
function root(session: Session): vscode.Uri {
  const shown = vscode.window.activeTextEditor?.document.uri.path ?? '';
  return session.newsrooms.roots.find(folder => shown.startsWith(`${folder.path}/`)) ?? session.newsrooms.roots[0]!;
}

async function openConfiguration(session: Session): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.joinPath(root(session), configurationName));
}

async function openRegistry(session: Session): Promise<void> {
  const home = root(session);
  const entry = session.speakers.speakers.find(({ id, uri }) => id !== undefined && vscode.Uri.parse(uri).path.startsWith(`${home.path}/`));
  await vscode.window.showTextDocument(entry ? vscode.Uri.parse(entry.uri) : vscode.Uri.joinPath(home, 'speakers.yaml'));
}
