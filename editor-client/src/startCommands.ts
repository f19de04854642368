import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { Gate } from './gate';
import { collectIssue } from './issue';
import { configurationName, type Newsrooms } from './newsrooms';
import { findServer } from './serverProgram';

const run = promisify(execFile);

/** What can be done before there is a newsroom. */
export function startCommands(context: vscode.ExtensionContext, newsrooms: Newsrooms, gate: Gate): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('quotetracker.startHere', async () => {
      const folder = await folderMeant();
      if (folder) newsrooms.ask(folder);
      await gate.open();
    }),
    vscode.commands.registerCommand('quotetracker.createNewsroom', async () => {
      const folder = await folderMeant();
      if (folder) await createNewsroom(context, folder);
    }),
    vscode.commands.registerCommand('quotetracker.openSample', () => openSample(context)),
    vscode.commands.registerCommand('quotetracker.reportIssue', async () => {
      const content = collectIssue(context, gate.session);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
    }),
  ];
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

/** Copies the sample to where a person may change it, and opens it in a new window. */
async function openSample(context: vscode.ExtensionContext): Promise<void> {
  const target = vscode.Uri.joinPath(context.globalStorageUri, 'sample-newsroom');
  const isThere = await vscode.workspace.fs.stat(vscode.Uri.joinPath(target, configurationName)).then(() => true, () => false);
  if (!isThere) await vscode.workspace.fs.copy(vscode.Uri.joinPath(context.extensionUri, 'sample'), target, { overwrite: true });
  await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
}
