import type { TextDocumentFilter } from 'vscode-languageclient';
import type * as vscode from 'vscode';
import { articleLanguages } from './articleLanguage';

/** What the server is shown of a newsroom. */
const languages = [...articleLanguages, 'yaml'];

/** Files of these folders alone. */
export function documentSelector(roots: readonly vscode.Uri[]): TextDocumentFilter[] {
  return roots.flatMap(root =>
    languages.map(language => ({ scheme: 'file', language, pattern: { baseUri: root.toString(), pattern: '**' } })),
  );
}
