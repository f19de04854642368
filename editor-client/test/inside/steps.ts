import * as vscode from 'vscode';

/** A file of the workspace's first folder, opened and shown. */
export async function article(path: string, folder = 0): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![folder]!.uri, path);
  const editor = await vscode.window.showTextDocument(uri);
  // A change of language closes the document and opens it again.
  return eventually(() => vscode.workspace.textDocuments.find(open => open.uri.toString() === uri.toString()) ?? editor.document);
}

/** What `look` gives as soon as it gives anything that is true. */
export async function eventually<T>(look: () => T | Thenable<T>, seconds = 20): Promise<NonNullable<T>> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen) return seen as NonNullable<T>;
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${look.toString()}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
