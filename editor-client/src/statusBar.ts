import * as vscode from 'vscode';
import { unsupported, type ArticleCounts } from './requests';
import type { Session } from './session';
import { plural } from './views/claimsView';

/** Findings come in bursts; counts may wait. */
const settling = 300;

export type ServerCondition = 'starting' | 'running' | 'silent' | 'stopped';

/** Text and spoken label of an article's counts. */
export function countWords(counts: ArticleCounts): { text: string; label: string } {
  const claims = counts.openClaims === undefined ? [] : [`${counts.openClaims} open`];
  const label = [plural(counts.quotations, 'quotation'), `${counts.unattributed} unattributed`, ...(counts.openClaims === undefined ? [] : [plural(counts.openClaims, 'open claim')])];
  return { text: [plural(counts.quotations, 'quotation'), `${counts.unattributed} unattributed`, ...claims].join(' · '), label: label.join(', ') };
}

/** The counts of the article that is shown, and how the server does. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('quotetracker.counts', vscode.StatusBarAlignment.Right, 90);
  private readonly subscriptions: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;
  private condition: ServerCondition = 'starting';

  constructor(private readonly session: Session) {
    this.item.name = 'QuoteTracker';
    this.subscriptions = [
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.later()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = vscode.window.activeTextEditor?.document.uri.toString();
        if (uris.some(uri => uri.toString() === shown)) this.later();
      }),
    ];
    this.showCondition();
  }

  get text(): string {
    return this.item.text;
  }

  set(condition: ServerCondition): void {
    this.condition = condition;
    this.later();
  }

  /** The claims are others: so may the counts be. */
  later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), settling);
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async refresh(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (this.condition !== 'running') return this.showCondition();
    if (!document || !this.session.newsrooms.has(document.uri)) return this.item.hide();
    const counts = await this.session.ask<ArticleCounts | null>('quotetracker/articleCounts', { textDocument: { uri: document.uri.toString() } });
    if (vscode.window.activeTextEditor?.document !== document || counts === undefined) return;
    if (counts === unsupported || counts === null) return this.item.hide();
    const { text, label } = countWords(counts);
    const isRestricted = !vscode.workspace.isTrusted;
    this.item.text = `$(quote) ${text}${isRestricted ? ' $(shield)' : ''}`;
    this.item.tooltip = isRestricted ? `${label}\n\nThis folder is not trusted: house rules and a server from the settings are off.` : label;
    this.item.accessibilityInformation = { label: `QuoteTracker: ${label}${isRestricted ? '. Restricted, the folder is not trusted' : ''}` };
    this.item.command = 'quotetracker.claims.focus';
    this.item.backgroundColor = undefined;
    this.item.show();
  }

  private showCondition(): void {
    const { condition } = this;
    const [icon, words] = { starting: ['loading~spin', 'starting'], running: ['quote', 'running'], silent: ['watch', 'does not answer'], stopped: ['error', 'stopped'] }[condition] as [string, string];
    this.item.text = `$(${icon}) QuoteTracker: ${words}`;
    this.item.tooltip = `The server is ${condition === 'silent' ? 'silent' : words}. Click for the log.`;
    this.item.accessibilityInformation = { label: `QuoteTracker: the server ${condition === 'silent' ? words : `is ${words}`}` };
    this.item.command = 'quotetracker.showLog';
    this.item.backgroundColor = condition === 'stopped' ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    this.item.show();
  }
}
