/** What a report on a fault may say: versions, conditions and settings; no text, name or path of an article. */
export interface IssueFacts {
  readonly extension: string;
  readonly editor: string;
  readonly system: string;
  readonly server: string;
  readonly isOwnServer: boolean;
  readonly condition: string;
  readonly restarts: number;
  readonly isTrusted: boolean;
  readonly newsrooms: number;
  readonly theme: string;
  /** The person's settings, by their name. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Settings that name a place on this machine, or a person. */
const personal = new Set(['quotetracker.server.path', 'quotetracker.checkedBy']);

export function issueText(facts: IssueFacts): string {
  const settings = Object.entries(facts.settings)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `- \`${name}\`: ${personal.has(name) ? (value ? '(set)' : '(not set)') : `\`${JSON.stringify(value)}\``}`);
  return [
    '# QuoteTracker: an issue',
    '',
    'What happened, and what should have happened instead? Say it in your own words; what is below was collected for you. It holds no text, no name and no path',
    'of any article. If you add a sentence of copy to show the fault, write one that is not under embargo.',
    '',
    '## Steps',
    '',
    '1. ',
    '',
    '## Versions',
    '',
    `- Extension: ${facts.extension}`,
    `- Editor: ${facts.editor}`,
    `- System: ${facts.system}`,
    `- Server: ${facts.server}${facts.isOwnServer ? '' : ' (not the one that came with the extension)'}, ${facts.condition}, restarted ${facts.restarts === 1 ? 'once' : `${facts.restarts} times`}`,
    `- Newsrooms in the workspace: ${facts.newsrooms}; ${facts.isTrusted ? 'trusted' : 'not trusted'}`,
    `- Kind of theme: ${facts.theme}`,
    '',
    '## Settings',
    '',
    ...settings,
    '',
  ].join('\n');
}
