import * as vscode from 'vscode';
import { CloseAction, ErrorAction, LanguageClient, State, type InitializeParams, type LanguageClientOptions } from 'vscode-languageclient/node';
import { documentSelector } from './selector';
import { findServer } from './serverProgram';
import { RestartBudget } from './restarts';
import { Watchdog } from './watchdog';
import type { Newsrooms } from './newsrooms';

const fewMinutes = 3 * 60_000;

/** The server's client, told of the newsrooms where VS Code would tell of the workspace's folders: what is no newsroom is not read. */
class NewsroomClient extends LanguageClient {
  roots: readonly vscode.Uri[] = [];

  protected override fillInitializeParams(params: InitializeParams): void {
    super.fillInitializeParams(params);
    params.workspaceFolders = this.roots.map(root => ({ uri: this.code2ProtocolConverter.asUri(root), name: root.path.split('/').at(-1) ?? root.path }));
  }
}

/** One server and all that shows what it says, from the first newsroom until there is none. */
export class Session {
  readonly log: vscode.LogOutputChannel;
  private readonly restarts = new RestartBudget(5, fewMinutes, () => performance.now());
  private readonly subscriptions: vscode.Disposable[] = [];
  private readonly watchdog: Watchdog;
  client: NewsroomClient | undefined;

  constructor(
    readonly context: vscode.ExtensionContext,
    readonly newsrooms: Newsrooms,
  ) {
    this.log = vscode.window.createOutputChannel('QuoteTracker', { log: true });
    this.watchdog = new Watchdog(
      () => this.client?.sendRequest('quotetracker/alive') ?? Promise.resolve(),
      () => this.log.error('silent'),
      () => this.log.info('back'),
      5000,
      () => 20_000,
    );
    this.subscriptions.push(this.log);
  }

  async start(): Promise<void> {
    const program = await findServer(this.context.extensionUri);
    this.log.info(`Starting ${program.path}`);
    const options: LanguageClientOptions = {
      documentSelector: documentSelector(this.newsrooms.roots),
      outputChannel: this.log,
      initializationOptions: { diagnostics: 'push' },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue }),
        closed: () => ({ action: this.restarts.take() ? CloseAction.Restart : CloseAction.DoNotRestart }),
      },
    };
    this.client = new NewsroomClient('quotetracker', 'QuoteTracker', { command: program.path, args: ['serve', '--stdio'] }, options);
    this.client.roots = this.newsrooms.roots;
    this.client.onDidChangeState(({ newState }) => (newState === State.Running ? this.watchdog.start() : this.watchdog.stop()));
    await this.client.start();
  }

  async restart(): Promise<void> {
    await this.client?.stop();
    await this.start();
  }

  async end(): Promise<void> {
    this.watchdog.stop();
    await this.client?.dispose();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }
}
