import * as vscode from 'vscode';
import type { ClaimStatus } from './requests';
import type { Session } from './session';
import { lineStyle } from './underlines';
import type { ClaimsView } from './views/claimsView';

type Marked = Exclude<ClaimStatus, 'unchecked'>;

/** What the tokens do not say is drawn here. */
const styles: Readonly<Record<Marked, string | undefined>> = {
  verified: undefined,
  disputed: undefined,
  corrected: lineStyle('double', 'correctedUnderline'),
  retracted: 'line-through',
};

/** A mark in the gutter, of a shape of its own, beside each claim with a status; beside what nobody has checked there is none. */
export class Gutter implements vscode.Disposable {
  private readonly types: ReadonlyMap<Marked, vscode.TextEditorDecorationType>;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly session: Session,
    private readonly claims: ClaimsView,
  ) {
    const icon = (theme: string, status: string) => vscode.Uri.joinPath(session.context.extensionUri, 'media', theme, `${status}.svg`);
    this.types = new Map(
      (Object.keys(styles) as Marked[]).map(status => [
        status,
        vscode.window.createTextEditorDecorationType({
          gutterIconSize: '70%',
          light: { gutterIconPath: icon('light', status) },
          dark: { gutterIconPath: icon('dark', status) },
          overviewRulerLane: vscode.OverviewRulerLane.Left,
          overviewRulerColor: new vscode.ThemeColor(status === 'retracted' ? 'quotetracker.retractedForeground' : `quotetracker.${status}Underline`),
          ...(styles[status] ? { textDecoration: styles[status] } : {}),
        }),
      ]),
    );
    this.subscriptions = [claims.onDidChange(() => this.draw()), vscode.window.onDidChangeVisibleTextEditors(() => this.draw())];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, ...this.types.values()).dispose();
  }

  private draw(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const uri = editor.document.uri.toString();
      const here = this.claims.claims.filter(claim => claim.uri === uri);
      for (const [status, type] of this.types) {
        editor.setDecorations(type, here.filter(claim => claim.status === status).map(claim => this.session.rangeOf(claim.range)));
      }
    }
  }
}
