/** Milliseconds to the first question after one without an answer, and at most. Each pause is twice the one before. */
const firstPause = 500;
const longestPause = 30_000;

/** Asks for what is shown: soon after there may be news, and again, ever later, where no answer came. */
export class Inquiry<T> {
  private timer: NodeJS.Timeout | undefined;
  private pause = firstPause;
  private asked = 0;
  private heard = 0;

  /**
   * @param ask Gives the answer, or undefined where there was none.
   * @param hear Takes each answer that is newer than those before.
   * @param settling Milliseconds without further news before it asks.
   */
  constructor(
    private readonly ask: () => Promise<T | undefined>,
    private readonly hear: (answer: T) => void,
    private readonly settling: number,
  ) {}

  /** What was answered before may be old. */
  soon(): void {
    this.pause = firstPause;
    this.schedule(this.settling);
  }

  /** Neither asks nor hears any more, until there are news again. */
  stop(): void {
    this.unschedule();
    this.heard = this.asked;
  }

  private schedule(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.inquire(), milliseconds);
  }

  private unschedule(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async inquire(): Promise<void> {
    this.timer = undefined;
    const question = ++this.asked;
    const answer = await this.ask();
    if (question <= this.heard) return;
    if (answer !== undefined) {
      this.heard = question;
      this.hear(answer);
    } else if (question === this.asked && this.timer === undefined) {
      this.schedule(this.pause);
      this.pause = Math.min(2 * this.pause, longestPause);
    }
  }
}
