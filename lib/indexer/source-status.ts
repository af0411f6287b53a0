import type { SyncProgress } from "../catalog/catalog.ts";
import type { SourceId } from "../config/chartroom-config.ts";
import type { SourceDocument } from "../search/document.ts";
import type { SearchReader, SearchWriter } from "../search/search-engine.ts";
import { SOURCES } from "../search/settings.ts";
import type { SyncReport } from "./sync-report.ts";

/** How often progress is written while a source is read, ms. */
const PROGRESS_PERIOD = 1000;

/** Tells the web process, through the index, how the reading of one source stands. */
export class SourceStatus {
  readonly #engine: SearchReader & SearchWriter;
  readonly #id: SourceId;
  readonly #startedAt: string;
  readonly #before: SourceDocument | null;
  #writing: Promise<void> = Promise.resolve();
  #writtenAt = 0;

  private constructor(
    engine: SearchReader & SearchWriter,
    id: SourceId,
    before: SourceDocument | null,
    now: Date,
  ) {
    this.#engine = engine;
    this.#id = id;
    this.#before = before;
    this.#startedAt = now.toISOString();
  }

  /** Tags whose turn came before were asked about by an earlier pass, ms since 1970; null if there was none. */
  get recheckedAt(): number | null {
    const at = this.#before?.recheckedAt ?? null;
    return at === null ? null : Date.parse(at);
  }

  /** Marks the source as being read. What the last reading found stays visible meanwhile. */
  static async begin(engine: SearchReader & SearchWriter, id: SourceId, now: Date): Promise<SourceStatus> {
    const before = (await engine.get(SOURCES, id)) as SourceDocument | null;
    const status = new SourceStatus(engine, id, before, now);
    status.report({ repositoriesDone: 0, repositoriesTotal: null, releasesRead: 0 }, now);
    return status;
  }

  /** Writes progress at most once a period and never two at a time; returns it whole. */
  report(progress: Omit<SyncProgress, "startedAt">, now: Date): SyncProgress {
    const whole = { ...progress, startedAt: this.#startedAt };
    if (now.getTime() - this.#writtenAt >= PROGRESS_PERIOD) {
      this.#writtenAt = now.getTime();
      const document: SourceDocument = {
        id: this.#id,
        status: "reading",
        failedBefore: this.#before?.status === "failing" || this.#before?.failedBefore === true,
        lastRead: this.#before?.lastRead ?? null,
        recheckedAt: this.#before?.recheckedAt ?? null,
        progress: whole,
        problems: this.#before?.problems ?? [],
      };
      // A lost progress note costs nothing; a broken engine is noticed by what writes charts.
      this.#writing = this.#writing.then(() => this.#engine.put(SOURCES, [document])).catch(() => undefined);
    }
    return whole;
  }

  /** Writes how the reading ended. */
  async end(report: SyncReport, now: Date): Promise<void> {
    await this.#writing;
    const document: SourceDocument = {
      id: this.#id,
      status: report.complete ? "current" : "failing",
      lastRead: report.complete ? now.toISOString() : (this.#before?.lastRead ?? null),
      // What failed is remembered by this process only; after a restart it is asked about again with all since then.
      recheckedAt: report.unreadable === 0 ? this.#startedAt : (this.#before?.recheckedAt ?? null),
      progress: null,
      problems: report.problems.map(({ shown, ...problem }) => ({ ...problem, message: shown })),
    };
    await this.#engine.put(SOURCES, [document]);
  }
}
