import * as vscode from 'vscode';
import { secured } from './contentSecurity';
import { unsupported, type Report } from './requests';
import type { Session } from './session';

/** The report of an article beside it; one panel, which follows what is asked for. */
export class ReportView implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;

  constructor(private readonly session: Session) {}

  /** What is shown, for tests. */
  get html(): string | undefined {
    return this.panel?.webview.html;
  }

  async show(document: vscode.TextDocument): Promise<void> {
    const answer = await this.session.ask<Report | null>('quotetracker/report', { textDocument: { uri: document.uri.toString() } });
    if (answer === undefined) return;
    if (answer === unsupported) return void vscode.window.showInformationMessage('This server makes no reports. Update it, or use the one that comes with the extension.');
    if (answer === null) return void vscode.window.showInformationMessage('This file is no article of the newsroom.');
    this.panel ??= this.create();
    this.panel.title = `Report: ${document.uri.path.split('/').at(-1)}`;
    this.panel.webview.html = secured(answer.html);
    this.panel.reveal(undefined, true);
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private create(): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel('quotetracker.report', 'Report', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: false, enableForms: false, enableFindWidget: true, localResourceRoots: [] });
    panel.iconPath = vscode.Uri.joinPath(this.session.context.extensionUri, 'media', 'quotes.svg');
    panel.onDidDispose(() => (this.panel = undefined));
    return panel;
  }
}
