import { access, chmod, constants } from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';

/** The program that is run as the server: the one in the settings, else the one that came with the extension. */
export interface ServerProgram {
  readonly path: string;
  readonly isOwn: boolean;
}

/** @throws Where there is no such program; the message is for the person. */
export async function findServer(extension: vscode.Uri): Promise<ServerProgram> {
  const configured = vscode.workspace.getConfiguration('quotetracker').get<string>('server.path', '').trim();
  if (configured) {
    if (!path.isAbsolute(configured)) throw new Error(`quotetracker.server.path has to be a full path; it is "${configured}".`);
    await requireProgram(configured, `The server of the setting quotetracker.server.path cannot be run: ${configured}`);
    return { path: configured, isOwn: false };
  }
  const name = process.platform === 'win32' ? 'quotetracker.exe' : 'quotetracker';
  const own = vscode.Uri.joinPath(extension, 'server', name).fsPath;
  try {
    await requireProgram(own, '');
  } catch {
    // Some ways of unpacking an extension lose the permission to run.
    await chmod(own, 0o755).catch(() => {
      throw new Error(`This build of the extension has no server for ${process.platform}-${process.arch}. Install the one for this machine, or set quotetracker.server.path.`);
    });
  }
  return { path: own, isOwn: true };
}

async function requireProgram(file: string, complaint: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => {
    throw new Error(complaint);
  });
}
