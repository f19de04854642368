import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { Gate } from './gate';
import { collectIssue } from './issue';
import { configurationName, type Newsrooms } from './newsrooms';
import { findServer } from './serverProgram';

const run = promisify(execFile);

/** Registers all commands: those that can be called before there is a newsroom, and the session's, which say what is missing where there is none. */
export function registerCommands(context: vscode.ExtensionContext, newsrooms: Newsrooms, gate: Gate): vscode.Disposable[] {
  const own: Readonly<Record<string, () => unknown>> = {
    startHere: async () => {
      const folder = await folderMeant();
      if (folder) newsrooms.ask(folder);
      await gate.open();
    },
    createNewsroom: async () => {
      const folder = await folderMeant();
      if (folder) await createNewsroom(context, folder);
    },
    openSample: () => openSample(context),
    openWalkthrough: () => openWalkthrough(context),
    reportIssue: async () => {
      const content = collectIssue(context, gate.session);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
    },
  };
  const { contributes } = context.extension.packageJSON as { contributes: { commands: { command: string }[] } };
  return contributes.commands.map(({ command }) => {
    const name = command.slice(command.indexOf('.') + 1);
    return vscode.commands.registerCommand(command, own[name] ?? ((...given: never[]) => (gate.session ? gate.session.commands[name]!(...given) : offerNewsroom())));
  });
}

/** There is no server to ask: the walkthrough, for one, is to be seen in any window. */
async function offerNewsroom(): Promise<void> {
  const actions = { 'Open the Sample Newsroom': 'quotetracker.openSample', ...(vscode.workspace.workspaceFolders ? { 'Make This Folder a Newsroom': 'quotetracker.createNewsroom' } : {}) };
  const chosen = await vscode.window.showInformationMessage('This works in a newsroom, and none is open in this window.', ...Object.keys(actions));
  if (chosen) await vscode.commands.executeCommand(actions[chosen as keyof typeof actions]!);
}

/** The folder of the workspace, or of the file that is shown where there is none. */
async function folderMeant(): Promise<vscode.Uri | undefined> {
  const shown = vscode.window.activeTextEditor?.document.uri;
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = (shown && vscode.workspace.getWorkspaceFolder(shown)) ?? (folders.length === 1 ? folders[0] : undefined);
  if (folder) return folder.uri;
  if (shown?.scheme === 'file') return vscode.Uri.joinPath(shown, '..');
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick({ placeHolder: 'Which folder holds articles?' }))?.uri;
  void vscode.window.showInformationMessage('Open an article, or a folder of articles, first.');
  return undefined;
}

/** Lets the server's own command write the newsroom's files, with the speakers that the articles quote; the rest follows from the new file. */
async function createNewsroom(context: vscode.ExtensionContext, folder: vscode.Uri): Promise<void> {
  try {
    await run((await findServer(context.extensionUri)).path, ['init', folder.fsPath]);
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, configurationName));
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    void vscode.window.showErrorMessage(`The newsroom could not be made: ${said}`);
  }
}

const sampleOpened = 'sampleOpened';
const firstArticle = 'news/harbour-dredging.txt';

const sampleFolder = (context: vscode.ExtensionContext): vscode.Uri => vscode.Uri.joinPath(context.globalStorageUri, 'sample-newsroom');

async function openWalkthrough(context: vscode.ExtensionContext, step?: string): Promise<void> {
  const category = `${context.extension.id}#firstMinute`;
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', step ? { category, step: `${category}#${step}` } : category, step !== undefined);
}

/** Goes on with the walkthrough, beside an article, in the window in which it opened the sample. */
export async function welcome(context: vscode.ExtensionContext): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!context.globalState.get<boolean>(sampleOpened) || folder?.path !== sampleFolder(context).path) return;
  await context.globalState.update(sampleOpened, undefined);
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, firstArticle), { preview: false });
  await openWalkthrough(context, 'read');
}

/** Copies the sample to where a person may change it, and opens it in a new window. */
async function openSample(context: vscode.ExtensionContext): Promise<void> {
  const target = sampleFolder(context);
  const isThere = await vscode.workspace.fs.stat(vscode.Uri.joinPath(target, configurationName)).then(() => true, () => false);
  if (!isThere) await vscode.workspace.fs.copy(vscode.Uri.joinPath(context.extensionUri, 'sample'), target, { overwrite: true });
  await context.globalState.update(sampleOpened, true);
  await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
}
