import type * as vscode from 'vscode';
import { LanguageClient, State, type InitializeParams, type LanguageClientOptions } from 'vscode-languageclient/node';

/** The server's client, which tells it of the newsrooms where VS Code would tell of the workspace's folders: what is no newsroom is not read. */
export class NewsroomClient extends LanguageClient {
  constructor(
    program: string,
    private readonly roots: readonly vscode.Uri[],
    options: LanguageClientOptions,
  ) {
    super('quotetracker', 'QuoteTracker', { command: program, args: ['serve', '--stdio'] }, {
      ...options,
      // Other folders of the workspace come and go without the server.
      middleware: { ...options.middleware, workspace: { didChangeWorkspaceFolders: () => Promise.resolve() } },
    });
  }

  /** @param isSilent It would not hear a farewell: it is killed. */
  async end(isSilent: boolean): Promise<void> {
    if (!isSilent) return this.dispose();
    const ended = new Promise<void>(resolve => this.onDidChangeState(({ newState }) => newState === State.Stopped && resolve()));
    this.serverProcess?.kill('SIGKILL');
    await ended;
  }

  protected override fillInitializeParams(params: InitializeParams): void {
    super.fillInitializeParams(params);
    params.workspaceFolders = this.roots.map(root => ({ uri: this.code2ProtocolConverter.asUri(root), name: root.path.split('/').at(-1) ?? root.path }));
  }
}
