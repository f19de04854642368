import * as vscode from 'vscode';
import { articleLanguages } from './articleLanguage';
import { Inquiry } from './inquiry';
import { unsupported, type ArticleCounts } from './requests';
import type { Session } from './session';
import { restriction } from './trust';
import { capitalised } from './views/claimGroups';
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

/** What the server said of a document: null where that is no article. */
interface Answer {
  readonly document: vscode.TextDocument | undefined;
  readonly counts: ArticleCounts | typeof unsupported | null;
}

/** The counts of the article that is shown, and how the server does. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('quotetracker.counts', vscode.StatusBarAlignment.Right, 90);
  private readonly inquiry = new Inquiry(() => this.ask(), answer => this.hear(answer), settling);
  private readonly subscriptions: vscode.Disposable[];
  private condition: ServerCondition = 'starting';
  /** Whose counts the item shows, or is to show as soon as the server has said them. */
  private counted: vscode.TextDocument | undefined;

  constructor(private readonly session: Session) {
    this.item.name = 'QuoteTracker';
    this.subscriptions = [
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.follow()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = vscode.window.activeTextEditor?.document.uri.toString();
        if (uris.some(uri => uri.toString() === shown)) this.soon();
      }),
      // An article may be read in another way without another finding.
      session.underlines.onDidRead(document => {
        if (document === vscode.window.activeTextEditor?.document) this.soon();
      }),
    ];
    this.showCondition();
  }

  /** Empty where it is hidden. */
  get text(): string {
    return this.item.text;
  }

  set(condition: ServerCondition): void {
    this.condition = condition;
    this.counted = undefined;
    this.follow();
  }

  /** The counts may be others: the findings are, or the claims. */
  soon(): void {
    this.follow();
  }

  dispose(): void {
    this.inquiry.stop();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** The article that is shown, where there is one that has counts. */
  private get article(): vscode.TextDocument | undefined {
    const document = vscode.window.activeTextEditor?.document;
    return document && articleLanguages.includes(document.languageId) && this.session.newsrooms.has(document.uri) ? document : undefined;
  }

  /** Takes away what was said of another article, and asks about this one. */
  private follow(): void {
    const { article } = this;
    if (this.condition !== 'running' || !article) {
      this.inquiry.stop();
      this.counted = undefined;
      return this.condition === 'running' ? this.hide() : this.showCondition();
    }
    if (article !== this.counted) this.showCounting(article);
    this.inquiry.soon();
  }

  /** Undefined where the server could not say it now. */
  private async ask(): Promise<Answer | undefined> {
    const { article } = this;
    if (!article) return { document: article, counts: null };
    const counts = await this.session.ask<ArticleCounts | null>('quotetracker/articleCounts', { textDocument: { uri: article.uri.toString() } });
    return counts === undefined ? undefined : { document: article, counts };
  }

  private hear({ document, counts }: Answer): void {
    if (document !== this.article) return; // the other one is asked about already
    if (counts === unsupported || counts === null) return this.hide();
    const { text, label } = countWords(counts);
    this.say(text, label);
  }

  private showCounting(article: vscode.TextDocument): void {
    this.counted = article;
    this.say('…', 'counting the quotations');
  }

  private say(text: string, label: string): void {
    const isRestricted = !vscode.workspace.isTrusted;
    this.item.text = `$(quote) ${text}${isRestricted ? ' $(shield)' : ''}`;
    this.item.tooltip = isRestricted ? `${capitalised(label)}\n\n${restriction}` : capitalised(label);
    this.item.accessibilityInformation = { label: `QuoteTracker: ${label}${isRestricted ? '. Restricted, the folder is not trusted' : ''}` };
    this.item.command = 'quotetracker.showClaims';
    this.item.backgroundColor = undefined;
    this.item.show();
  }

  private hide(): void {
    this.item.text = '';
    this.item.hide();
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
