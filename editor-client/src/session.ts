import * as vscode from 'vscode';
import { CloseAction, ErrorAction, State, type LanguageClientOptions, type Range } from 'vscode-languageclient/node';
import { sessionCommands, type Commands } from './commands';
import { Gutter } from './gutter';
import { Inquiry } from './inquiry';
import { NewsroomClient } from './newsroomClient';
import type { Newsrooms } from './newsrooms';
import { ReportView } from './reportView';
import { aliveMethod, ask, claimsChangedMethod, type unsupported } from './requests';
import { RestartBudget } from './restarts';
import { documentSelector } from './selector';
import { findServer, type ServerProgram } from './serverProgram';
import { StatusBar, type ServerCondition } from './statusBar';
import { restriction } from './trust';
import { Underlines } from './underlines';
import { ClaimsView } from './views/claimsView';
import { SpeakersView } from './views/speakersView';
import { Watchdog } from './watchdog';

const restartsAtMost = 5;
const restartsWithin = 3 * 60_000;
const secondsBetweenQuestions = 5;
/** Words and registries change in bursts; a list may wait. */
const settling = 500;

/** One server and all that shows what it says, from the first newsroom until there is none. */
export class Session implements vscode.Disposable {
  readonly commands: Commands = sessionCommands(this);
  readonly log = vscode.window.createOutputChannel('QuoteTracker', { log: true });
  readonly claims: ClaimsView;
  readonly speakers: SpeakersView;
  readonly status: StatusBar;
  readonly report: ReportView;
  readonly underlines = new Underlines(() => this.client?.initializeResult?.capabilities.semanticTokensProvider?.legend.tokenModifiers ?? []);
  private readonly restarts = new RestartBudget(restartsAtMost, restartsWithin, () => performance.now());
  private readonly watchdog: Watchdog;
  private readonly subscriptions: vscode.Disposable[];
  private readonly lists = new Inquiry(() => this.refresh(), () => undefined, settling);
  client: NewsroomClient | undefined;
  program: ServerProgram | undefined;
  condition: ServerCondition = 'starting';
  /** How often the server ended on its own. */
  crashes = 0;

  constructor(
    readonly context: vscode.ExtensionContext,
    readonly newsrooms: Newsrooms,
  ) {
    this.claims = new ClaimsView(this);
    this.speakers = new SpeakersView(this);
    this.status = new StatusBar(this);
    this.report = new ReportView(this);
    this.watchdog = new Watchdog(
      () => this.client?.sendRequest(aliveMethod) ?? Promise.resolve(),
      () => void this.tellSilence(),
      () => this.enter('running'),
      secondsBetweenQuestions * 1000,
      () => patience() * 1000,
    );
    this.subscriptions = [
      this.log,
      this.claims,
      this.speakers,
      this.status,
      this.report,
      this.underlines,
      new Gutter(this, this.claims),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.restart()),
      vscode.workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration('quotetracker.server.path')) void this.restart();
      }),
      vscode.workspace.onDidSaveTextDocument(() => this.refreshLater()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some(uri => newsrooms.has(uri))) this.refreshLater();
      }),
    ];
  }

  async start(): Promise<void> {
    this.enter('starting');
    const { crashes } = this;
    try {
      this.program = await findServer(this.context.extensionUri);
      if (!vscode.workspace.isTrusted) this.log.warn(restriction);
      this.log.info(`Starting ${this.program.isOwn ? 'the server of the extension' : this.program.path} for ${this.newsrooms.roots.length} newsroom(s)`);
      this.client = new NewsroomClient(this.program.path, this.newsrooms.roots, this.options());
      this.client.onDidChangeState(({ newState }) => this.follow(newState));
      this.client.onNotification(claimsChangedMethod, () => this.refreshLater());
      await this.client.start();
    } catch (error) {
      this.log.error('The server did not start', error);
      if (this.client && this.crashes > crashes) return; // it ended at once, and is started again
      this.enter('stopped');
      await this.offer('error', `QuoteTracker's server did not start: ${error instanceof Error ? error.message : String(error)}`, ['Show Log', 'Start Again']);
    }
  }

  /** A person, or a change of what it was started with, wants it anew. */
  async restart(): Promise<void> {
    this.restarts.reset();
    await this.stop();
    await this.start();
  }

  async end(): Promise<void> {
    this.lists.stop();
    await this.stop();
    this.dispose();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** The server's answer; undefined where there is no server, or it could not answer now. */
  async ask<T>(method: string, parameters: object): Promise<T | typeof unsupported | undefined> {
    const client = this.client;
    if (!client?.isRunning()) return undefined;
    try {
      return await ask<T>(client, method, parameters);
    } catch (error) {
      if (client.isRunning()) this.log.warn(`${method} was not answered`, error);
      return undefined;
    }
  }

  rangeOf(range: Range): vscode.Range {
    return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: documentSelector(this.newsrooms.roots),
      outputChannel: this.log,
      initializationOptions: { diagnostics: 'push', allowCodeRules: vscode.workspace.isTrusted },
      initializationFailedHandler: () => false,
      middleware: this.underlines.middleware,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.closed(),
      },
    };
  }

  private closed(): { action: CloseAction; handled: boolean; message: string } {
    if (!this.client) return { action: CloseAction.DoNotRestart, handled: true, message: 'The server was ended.' };
    this.crashes++;
    if (this.restarts.take()) return { action: CloseAction.Restart, handled: true, message: 'The server ended. It is started again.' };
    void this.offer('error', `QuoteTracker's server ended more than ${restartsAtMost} times in three minutes and is not started again. The log says more.`, ['Show Log', 'Start Again']);
    return { action: CloseAction.DoNotRestart, handled: true, message: 'The server ended too often and is not started again.' };
  }

  private follow(state: State): void {
    if (state === State.Running) {
      this.enter('running');
      this.watchdog.start();
      this.refreshLater();
    } else {
      this.watchdog.stop();
      this.underlines.clear();
      this.enter(state === State.Starting ? 'starting' : 'stopped');
    }
  }

  private enter(condition: ServerCondition): void {
    this.condition = condition;
    this.status.set(condition);
  }

  private refreshLater(): void {
    this.status.soon();
    this.lists.soon();
  }

  /** Undefined where a list could not be had now. A server that does not run is not asked: it is when it does. */
  private async refresh(): Promise<true | undefined> {
    if (this.condition !== 'running') return true;
    const isAnswered = await Promise.all([this.claims.refresh(), this.speakers.refresh()]);
    return isAnswered.every(Boolean) || undefined;
  }

  private async tellSilence(): Promise<void> {
    this.enter('silent');
    this.log.error(`The server has not answered for ${patience()} s`);
    await this.offer('warning', `QuoteTracker's server has not answered for ${patience()} seconds.`, ['Restart', 'Show Log']);
  }

  private async offer(kind: 'error' | 'warning', message: string, actions: readonly ('Show Log' | 'Start Again' | 'Restart')[]): Promise<void> {
    const show = kind === 'error' ? vscode.window.showErrorMessage : vscode.window.showWarningMessage;
    const chosen = await show(message, ...actions);
    if (chosen === 'Show Log') this.log.show();
    if (chosen === 'Start Again' || chosen === 'Restart') await this.restart();
  }

  private async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.watchdog.stop();
    await client?.end(this.condition === 'silent');
  }
}

/** Seconds. */
function patience(): number {
  return vscode.workspace.getConfiguration('quotetracker').get<number>('server.patience', 20);
}
