import * as vscode from 'vscode';
import { configurationName, type Newsrooms } from './newsrooms';
import type { Gate } from './gate';

/** What can be done before there is a newsroom. */
export function startCommands(context: vscode.ExtensionContext, newsrooms: Newsrooms, gate: Gate): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('quotetracker.startHere', async () => {
      const folder = await folderToStartIn();
      if (!folder) return;
      newsrooms.ask(folder);
      await gate.open();
    }),
    vscode.commands.registerCommand('quotetracker.openSample', () => openSample(context)),
  ];
}

/** The folder of the workspace, or of the file that is shown where there is none. */
async function folderToStartIn(): Promise<vscode.Uri | undefined> {
  const shown = vscode.window.activeTextEditor?.document.uri;
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = (shown && vscode.workspace.getWorkspaceFolder(shown)) ?? (folders.length === 1 ? folders[0] : undefined);
  if (folder) return folder.uri;
  if (shown?.scheme === 'file') return vscode.Uri.joinPath(shown, '..');
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick({ placeHolder: 'Which folder holds articles?' }))?.uri;
  void vscode.window.showInformationMessage('Open an article, or a folder of articles, first.');
  return undefined;
}

/** Copies the sample to where a person may change it, and opens it in a new window. */
async function openSample(context: vscode.ExtensionContext): Promise<void> {
  const target = vscode.Uri.joinPath(context.globalStorageUri, 'sample-newsroom');
  const isThere = await vscode.workspace.fs.stat(vscode.Uri.joinPath(target, configurationName)).then(() => true, () => false);
  if (!isThere) await vscode.workspace.fs.copy(vscode.Uri.joinPath(context.extensionUri, 'sample'), target, { overwrite: true });
  await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
}
