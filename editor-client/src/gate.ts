import * as vscode from 'vscode';
import { registerCommands } from './startCommands';
import type { Newsrooms } from './newsrooms';
import type { Session } from './session';

/** What other extensions, and our tests, may see. */
export interface ExtensionExports {
  /** Undefined where there is no newsroom. */
  session(): Session | undefined;
}

/** Starts a session where there is a newsroom, and ends it where there is none any more. */
export class Gate implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];
  private changing: Promise<void> = Promise.resolve();
  private followed = '';
  session: Session | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly newsrooms: Newsrooms,
  ) {
    this.subscriptions = [newsrooms.onDidChange(() => void this.open()), ...registerCommands(context, newsrooms, this)];
  }

  /** The session as the newsrooms are now; one change after the other. */
  open(): Promise<void> {
    this.changing = this.changing.then(() => this.follow()).catch((error: unknown) => {
      void vscode.window.showErrorMessage(`QuoteTracker did not start: ${error instanceof Error ? error.message : String(error)}`);
    });
    return this.changing;
  }

  dispose(): Thenable<void> | void {
    vscode.Disposable.from(...this.subscriptions).dispose();
    return this.session?.end();
  }

  private async follow(): Promise<void> {
    const roots = this.newsrooms.roots.map(String).join('\n');
    if (roots === this.followed) return;
    this.followed = roots;
    const isWanted = roots !== '';
    if (isWanted && !this.session) {
      const { Session } = await import('./session');
      const session = new Session(this.context, this.newsrooms);
      this.session = session;
      await vscode.commands.executeCommand('setContext', 'quotetracker.active', true);
      await session.start();
    } else if (isWanted) {
      await this.session?.restart();
    } else if (this.session) {
      await vscode.commands.executeCommand('setContext', 'quotetracker.active', false);
      await this.session.end();
      this.session = undefined;
    }
  }
}
