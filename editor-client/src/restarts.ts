/** How often a server that ends on its own is started again: at most `most` times within `window` milliseconds. */
export class RestartBudget {
  private readonly starts: number[] = [];

  constructor(
    readonly most: number,
    readonly window: number,
    private readonly now: () => number,
  ) {}

  /** Whether it may be started once more, which then counts. */
  take(): boolean {
    const now = this.now();
    while (this.starts.length > 0 && now - this.starts[0]! >= this.window) this.starts.shift();
    if (this.starts.length >= this.most) return false;
    this.starts.push(now);
    return true;
  }

  /** A person started it: what went before counts no more. */
  reset(): void {
    this.starts.length = 0;
  }
}
