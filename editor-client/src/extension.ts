import * as vscode from 'vscode';
import { ArticleLanguage } from './articleLanguage';
import { Gate, type ExtensionExports } from './gate';
import { Newsrooms } from './newsrooms';
import { welcome } from './startCommands';

/** VS Code calls this when a text or Markdown file is opened, or a person calls one of our commands. Nothing heavy is loaded where there is no newsroom. */
export async function activate(context: vscode.ExtensionContext): Promise<ExtensionExports> {
  const newsrooms = new Newsrooms();
  const language = new ArticleLanguage(newsrooms);
  const gate = new Gate(context, newsrooms);
  context.subscriptions.push(newsrooms, language, gate);
  await newsrooms.refresh();
  language.apply();
  await gate.open();
  await welcome(context);
  return { session: () => gate.session };
}
