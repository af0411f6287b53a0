import { requestJson } from "#components/ui/request-failure.ts";
import type { ChartId } from "#lib/catalog/chart-path.ts";
import type { ValuesModel } from "#lib/chart/check/values-model.ts";

/** Fetches what a check needs of a release, each once. Throws `RequestFailure`. */
export class ValuesModels {
  readonly #id: ChartId;
  readonly #known = new Map<string, Promise<ValuesModel>>();

  constructor(id: ChartId) {
    this.#id = id;
  }

  of(version: string): Promise<ValuesModel> {
    const known = this.#known.get(version);
    if (known !== undefined) return known;
    const model = this.#fetch(version);
    this.#known.set(version, model);
    model.catch(() => this.#known.delete(version));
    return model;
  }

  async #fetch(version: string): Promise<ValuesModel> {
    const { source, repository } = this.#id;
    const path = `/api/v1/values-model/${source}/${repository}@${encodeURIComponent(version)}`;
    // Our own API: a test holds its answers to this type.
    return (await requestJson(path, AbortSignal.timeout(30_000))) as ValuesModel;
  }
}
