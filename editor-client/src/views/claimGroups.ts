import { claimStatuses, type Claim } from '../requests';

export const groupings = ['speaker', 'status', 'article'] as const;
export type Grouping = (typeof groupings)[number];

export interface ClaimGroup {
  /** What all its claims have in common; the same for the same group after a change. */
  readonly key: string;
  readonly label: string;
  readonly claims: readonly Claim[];
  /** Claims that nobody has settled: unchecked or disputed. */
  readonly open: number;
}

export const isOpen = (claim: Claim): boolean => claim.status === 'unchecked' || claim.status === 'disputed';

const noSpeaker = 'Nobody named';

/**
 * Speakers and articles in alphabetical order, who is not known last; statuses in their own order. Inside a group by article and place.
 * @param nameOf The name to show for an article.
 */
export function groupClaims(claims: readonly Claim[], grouping: Grouping, nameOf: (uri: string) => string): ClaimGroup[] {
  const groups = new Map<string, { label: string; order: string; claims: Claim[] }>();
  for (const claim of claims) {
    const { key, label, order } = placeOf(claim, grouping, nameOf);
    const group = groups.get(key) ?? { label, order, claims: [] };
    groups.set(key, group);
    group.claims.push(claim);
  }
  return [...groups]
    .sort(([, a], [, b]) => compare(a.order, b.order))
    .map(([key, { label, claims: members }]) => ({ key: `${grouping}:${key}`, label, claims: members.sort(byPlace), open: members.filter(isOpen).length }));
}

function placeOf(claim: Claim, grouping: Grouping, nameOf: (uri: string) => string): { key: string; label: string; order: string } {
  switch (grouping) {
    case 'speaker': {
      const label = claim.speaker?.name ?? noSpeaker;
      return { key: claim.speaker?.id ?? label, label, order: claim.speaker ? `0${label.toLowerCase()}` : '1' };
    }
    case 'status': {
      const order = String(claimStatuses.indexOf(claim.status));
      return { key: claim.status, label: capitalised(claim.status), order };
    }
    case 'article': {
      const label = nameOf(claim.uri);
      return { key: claim.uri, label, order: label.toLowerCase() };
    }
  }
}

export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function byPlace(a: Claim, b: Claim): number {
  return compare(a.uri, b.uri) || a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** On one line, and no longer than a side bar is worth. */
export function shortened(words: string, most = 90): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
