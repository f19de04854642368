import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionExports } from '../../src/gate';
import type { Session } from '../../src/session';

export const extension = () => vscode.extensions.getExtension<ExtensionExports>('quotetracker.quotetracker');

/** A file of one of the workspace's folders, opened and shown. */
export async function open(path: string, folder = 0): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![folder]!.uri, path);
  await vscode.window.showTextDocument(uri);
  return vscode.workspace.openTextDocument(uri);
}

/** An article once the server has said what is wrong with it. */
export async function article(path: string, folder = 0): Promise<vscode.TextDocument> {
  const document = await open(path, folder);
  await eventually(() => vscode.languages.getDiagnostics(document.uri).length > 0);
  return document;
}

/** The running session. */
export async function session(): Promise<Session> {
  const running = await eventually(() => extension()?.exports?.session());
  await eventually(() => running.condition === 'running');
  return running;
}

/** Where the words stand for the first time. */
export function place(document: vscode.TextDocument, words: string): vscode.Range {
  const offset = document.getText().indexOf(words);
  assert.notEqual(offset, -1, words);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + words.length));
}

export function findings(document: vscode.TextDocument, rule: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(diagnostic => codeOf(diagnostic) === rule);
}

/** The findings of a rule in any file. */
export function everywhere(rule: string): (readonly [path: string, message: string])[] {
  return vscode.languages.getDiagnostics().flatMap(([uri, all]) => all.filter(diagnostic => codeOf(diagnostic) === rule).map(({ message }) => [uri.path, message] as const));
}

export const codeOf = ({ code }: vscode.Diagnostic): string | number | undefined => (typeof code === 'object' ? code.value : code);

/**
 * What `look` gives as soon as it gives anything that is true.
 * @param seen What there was to see instead, for the failure's message.
 */
export async function eventually<T>(look: () => T | Thenable<T>, seconds = 20, seen?: () => unknown): Promise<NonNullable<T>> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found) return found as NonNullable<T>;
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${look.toString()}${seen ? `\nbut ${JSON.stringify(seen())}` : ''}\nwith ${shown()} in front`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** The document that has the keyboard, for a failure's message. */
function shown(): string {
  const document = vscode.window.activeTextEditor?.document;
  return document ? `${document.uri.path} (${document.languageId}, version ${document.version})` : 'no document';
}
