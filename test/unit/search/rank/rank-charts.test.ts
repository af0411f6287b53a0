import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type RankedFields, rankCharts, readSought } from "#lib/search/rank/rank-charts.ts";

function chart(name: string, fields: Partial<RankedFields> = {}): RankedFields {
  return {
    name,
    nameJoined: name.replaceAll(/[-_.]/g, ""),
    aliases: [],
    keywords: [],
    about: [],
    description: "",
    origin: "",
    terms: "",
    standing: 0,
    upstream: 0,
    releases: 1,
    updatedTs: null,
    ...fields,
  };
}

const order = (text: string, ...charts: readonly RankedFields[]) =>
  rankCharts(readSought(text), charts).map(({ name }) => name);

describe("rankCharts", () => {
  test("the name itself before names that hold it, and those before words elsewhere", () => {
    const exporter = chart("redis-exporter", { keywords: ["redis"], description: "Metrics of Redis" });
    const keydb = chart("keydb", { keywords: ["redis"], description: "A redis redis redis" });
    assert.deepEqual(order("redis", keydb, exporter, chart("redis")), ["redis", "redis-exporter", "keydb"]);
  });

  test("a name in any spelling of its words", () => {
    for (const text of ["argocd", "argo cd", "argo-cd", "cd argo", "ArgoCD"]) {
      assert.equal(
        order(text, chart("argo-events"), chart("argocd-apps"), chart("argo-cd"))[0],
        "argo-cd",
        text,
      );
    }
  });

  test("a slip of the finger, but `nats` is never `nuts`", () => {
    assert.equal(order("promethues", chart("prometheus-adapter"), chart("prometheus"))[0], "prometheus");
    assert.equal(order("ngnix", chart("knex"), chart("nginx"))[0], "nginx");
    assert.deepEqual(order("nats", chart("nuts"), chart("nats")), ["nats", "nuts"]);
  });

  test("the beginning of a name: the shortest first", () => {
    assert.deepEqual(order("prom", chart("prometheus-node-exporter"), chart("promtail")), [
      "promtail",
      "prometheus-node-exporter",
    ]);
    assert.equal(
      order("kube-p", chart("plex", { keywords: ["kubernetes"] }), chart("kube-prometheus-stack"))[0],
      "kube-prometheus-stack",
    );
  });

  test("other words for the same, and what several words mean together", () => {
    const rabbit = chart("rabbitmq", { description: "An open source message broker" });
    const mongo = chart("mongodb", { description: "A document database" });
    assert.equal(order("MQ", mongo, rabbit)[0], "rabbitmq");
    assert.equal(order("postgres", mongo, chart("postgresql"))[0], "postgresql");
    const jenkins = chart("jenkins", { keywords: ["ci"] });
    assert.equal(
      order("continuous integration", chart("raw", { description: "Continuous things" }), jenkins)[0],
      "jenkins",
    );
  });

  test("words that stand in every README count little", () => {
    const loki = chart("loki", { terms: "log loki chart" });
    const other = chart("other", { terms: "chart helm install values" });
    assert.equal(order("install a helm chart for logs", other, loki)[0], "loki");
  });

  test("alive before deprecated, stable before prerelease, upstream before copies", () => {
    const same = { description: "A cache" };
    assert.deepEqual(
      order(
        "cache",
        chart("old", { ...same, standing: 2 }),
        chart("next", { ...same, standing: 1 }),
        chart("copy", { ...same, upstream: 1 }),
        chart("own", same),
      ),
      ["own", "copy", "next", "old"],
    );
  });

  test("equal charts stay in the engine's order", () => {
    assert.deepEqual(order("zzz", chart("b"), chart("a")), ["b", "a"]);
  });
});
