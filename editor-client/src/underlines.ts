import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { applyEdits, stretchesOf } from './tokens';

/** What a token's style cannot be. Each line has a form of its own, so that nothing is told by its colour alone. */
const lines: Readonly<Record<string, string>> = { unattributed: 'dotted', verified: 'double', disputed: 'dashed' };

/** CSS that VS Code has no option for. */
export function lineStyle(form: string, color: string): string {
  return `none; text-decoration: underline ${form} var(--vscode-quotetracker-${color}) !important; text-underline-offset: 3px; text-decoration-thickness: ${form === 'dotted' ? '2px' : '1px'} !important`;
}

/** Draws, from the semantic tokens that VS Code asks for, the lines that a theme cannot draw. */
export class Underlines implements vscode.Disposable {
  private readonly types = new Map(
    Object.entries(lines).map(([trait, form]) => [trait, vscode.window.createTextEditorDecorationType({ textDecoration: lineStyle(form, `${trait}Underline`) })]),
  );
  private readonly data = new WeakMap<vscode.TextDocument, Uint32Array>();
  private readonly read = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly subscription = vscode.window.onDidChangeVisibleTextEditors(editors => editors.forEach(editor => this.draw(editor)));

  /** The server has told anew how it reads a document. */
  readonly onDidRead = this.read.event;

  /** @param traits The names of the server's token traits, by their bit. */
  constructor(private readonly traits: () => readonly string[]) {}

  readonly middleware: Middleware = {
    provideDocumentSemanticTokens: async (document, token, next) => {
      const tokens = await next(document, token);
      if (tokens) this.take(document, tokens.data);
      return tokens;
    },
    provideDocumentSemanticTokensEdits: async (document, previousResultId, token, next) => {
      const answer = await next(document, previousResultId, token);
      if (answer && 'edits' in answer) this.take(document, applyEdits(this.data.get(document) ?? new Uint32Array(), answer.edits));
      else if (answer) this.take(document, answer.data);
      return answer;
    },
  };

  /** The server that said all this is gone. */
  clear(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      this.data.delete(editor.document);
      this.draw(editor);
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.subscription, this.read, ...this.types.values()).dispose();
  }

  private take(document: vscode.TextDocument, data: Uint32Array): void {
    this.data.set(document, data);
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document) this.draw(editor);
    }
    this.read.fire(document);
  }

  private draw(editor: vscode.TextEditor): void {
    const data = this.data.get(editor.document);
    const stretches = data && stretchesOf(data, this.traits());
    for (const [trait, type] of this.types) {
      editor.setDecorations(type, (stretches?.get(trait) ?? []).map(({ line, start, end }) => new vscode.Range(line, start, line, end)));
    }
  }
}
