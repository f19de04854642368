import type { BaseLanguageClient, Range } from 'vscode-languageclient';

// What the server answers beyond the protocol; docs/language-server.md has the list.

export interface ArticleCounts {
  /** Attributed or not. */
  readonly quotations: number;
  readonly unattributed: number;
  /** Missing in a newsroom without a ledger. */
  readonly openClaims?: number;
}

export interface Speaker {
  /** Missing for one whom no registry has. */
  readonly id?: string;
  readonly name: string;
  readonly kind: 'person' | 'organisation' | 'document' | 'unknown';
  readonly role?: string;
  readonly uri: string;
  readonly range: Range;
  readonly quotations: number;
}

export const claimStatuses = ['unchecked', 'verified', 'disputed', 'corrected', 'retracted'] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

/** An entry of a ledger. */
export interface Claim {
  readonly id: string;
  /** The words in their article, or the entry's line in the ledger where the words are lost. */
  readonly uri: string;
  readonly range: Range;
  readonly words: string;
  readonly speaker?: { readonly id?: string; readonly name: string };
  readonly kind?: string;
  readonly status: ClaimStatus;
  readonly verdict?: string;
  /** A file of the newsroom, or a page. */
  readonly source?: { readonly uri: string; readonly range?: Range; readonly locator?: string };
  /** The words have changed since they were checked. */
  readonly stale?: boolean;
  /** The article no longer has the words. */
  readonly lost?: boolean;
  readonly checkedBy?: string;
  readonly checkedOn?: string;
  readonly note?: string;
}

export interface Report {
  readonly html: string;
}

/** Asked for by the watchdog; a server that does not know it answers that it does not. */
export const aliveMethod = 'quotetracker/alive';
export const claimsChangedMethod = 'quotetracker/claimsChanged';
export const setClaimStatusCommand = 'quotetracker.setClaimStatus';

/** A server of before the request: it is there, but does not know that. */
export const unsupported = Symbol('unsupported');

const methodNotFound = -32601;

/** @throws What the server answers, but that it does not know the method. */
export async function ask<T>(client: BaseLanguageClient, method: string, parameters: object): Promise<T | typeof unsupported> {
  try {
    return await client.sendRequest<T>(method, parameters);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === methodNotFound) return unsupported;
    throw error;
  }
}
