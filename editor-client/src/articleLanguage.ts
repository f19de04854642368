import * as vscode from 'vscode';
import type { Newsrooms } from './newsrooms';

export const articleLanguage = 'newsroom-text';

/** Those that an article may have: plain text for a moment, or where a person wants it. */
export const articleLanguages: readonly string[] = [articleLanguage, 'plaintext', 'markdown'];

/**
 * Gives plain text in a newsroom a language of its own. Defaults by language (wrapped lines, no words of other files offered while one types) are the same
 * for all files of a language, so this is what keeps them from somebody's notes.
 */
export class ArticleLanguage implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];
  /** Documents that a person made plain text again. */
  private readonly refused = new Set<string>();
  private closing: string | undefined;

  constructor(private readonly newsrooms: Newsrooms) {
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument(document => this.opened(document)),
      vscode.workspace.onDidCloseTextDocument(document => this.closed(document)),
      newsrooms.onDidChange(() => this.apply()),
    ];
  }

  /** Sets the language of what is open, and takes it back where a folder is no newsroom any more. */
  apply(): void {
    for (const document of vscode.workspace.textDocuments) this.set(document);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private opened(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    // A change of language closes the document and opens it again, at once.
    if (document.languageId === 'plaintext' && this.closing === uri) this.refused.add(uri);
    this.closing = undefined;
    this.set(document);
  }

  private closed(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    if (document.languageId !== articleLanguage || !this.newsrooms.has(document.uri)) {
      this.refused.delete(uri);
      return;
    }
    this.closing = uri;
    setTimeout(() => {
      if (this.closing === uri) this.closing = undefined;
    });
  }

  private set(document: vscode.TextDocument): void {
    const isOurs = this.newsrooms.has(document.uri) && !this.refused.has(document.uri.toString());
    if (isOurs && document.languageId === 'plaintext') void vscode.languages.setTextDocumentLanguage(document, articleLanguage);
    if (!isOurs && document.languageId === articleLanguage && document.uri.scheme === 'file') void vscode.languages.setTextDocumentLanguage(document, 'plaintext');
  }
}
