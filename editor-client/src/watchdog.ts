/** Tells when a server that runs gives no answer any more. */
export class Watchdog {
  private timer: NodeJS.Timeout | undefined;
  private generation = 0;

  /**
   * @param ask Asks the server for anything; settles with its answer, which may be an error.
   * @param silent Called once when an answer takes longer than `limit`; watching goes on when that answer comes.
   * @param back Called when the late answer comes after all.
   * @param interval Milliseconds between an answer and the next question.
   * @param limit Milliseconds, asked for each question.
   */
  constructor(
    private readonly ask: () => Promise<unknown>,
    private readonly silent: () => void,
    private readonly back: () => void,
    private readonly interval: number,
    private readonly limit: () => number,
  ) {}

  start(): void {
    this.stop();
    void this.watch(this.generation);
  }

  /** What is still asked for is not heard any more. */
  stop(): void {
    this.generation++;
    clearTimeout(this.timer);
  }

  private async watch(generation: number): Promise<void> {
    while (await this.pause(this.interval, generation)) {
      let isLate = false;
      const limit = this.limit();
      const timer = setTimeout(() => {
        if (generation !== this.generation) return;
        isLate = true;
        this.silent();
      }, limit);
      await Promise.allSettled([this.ask()]); // a refusal is an answer, too
      clearTimeout(timer);
      if (isLate && generation === this.generation) this.back();
    }
  }

  /** False where the watch was stopped meanwhile. */
  private pause(milliseconds: number, generation: number): Promise<boolean> {
    return new Promise(resolve => {
      if (generation !== this.generation) return resolve(false);
      this.timer = setTimeout(() => resolve(generation === this.generation), milliseconds);
      this.timer.unref?.();
    });
  }
}
