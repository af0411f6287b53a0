"use client";

import { type ChangeEvent, type DragEvent, useCallback, useEffect, useRef, useState } from "react";
import { controlStyle } from "#components/ui/control-style.ts";
import type { ChartId } from "#lib/catalog/chart-path.ts";
import { readAddress, rememberInAddress } from "./check-address.ts";
import { CheckOutcome } from "./check-outcome.tsx";
import { keptText } from "./kept-text.ts";
import { selectLine } from "./select-line.ts";
import { useCheck } from "./use-check.ts";
import { VersionChoice } from "./version-choice.tsx";

/** Pause after a letter before the file is checked, ms. */
const PAUSE = 350;
/** Bytes; the check refuses larger files, and a field with one is slow. */
const MAX_FILE = 1024 * 1024;

/** The field for the file, the versions it is checked against, and what was found. */
export function CheckPanel({
  id,
  version,
  versions,
}: {
  id: ChartId;
  version: string;
  versions: readonly string[];
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const timer = useRef<number>(undefined);
  const [against, setAgainst] = useState(version);
  const [from, setFrom] = useState("");
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { state, check } = useCheck(id);

  const start = useCallback(
    (chosen: { against: string; from: string }) => {
      window.clearTimeout(timer.current);
      const text = field.current?.value ?? "";
      keptText(id).write(text);
      check({ text, ...chosen });
    },
    [id, check],
  );

  useEffect(() => {
    const address = readAddress(versions);
    const chosen = { against: address.against ?? version, from: address.from ?? "" };
    setAgainst(chosen.against);
    setFrom(chosen.from);
    if (field.current !== null && field.current.value === "") field.current.value = keptText(id).read();
    if (field.current?.value) start(chosen);
    return () => window.clearTimeout(timer.current);
  }, [id, version, versions, start]);

  function choose(chosen: { against: string; from: string }) {
    setAgainst(chosen.against);
    setFrom(chosen.from);
    rememberInAddress({ against: chosen.against === version ? "" : chosen.against, from: chosen.from });
    start(chosen);
  }

  function typed() {
    setRefusal(null);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => start({ against, from }), PAUSE);
  }

  function put(text: string) {
    if (field.current !== null) field.current.value = text;
    setRefusal(null);
    start({ against, from });
  }

  async function take(file: File | undefined) {
    if (file === undefined) return;
    if (file.size > MAX_FILE) setRefusal(`${file.name} is larger than 1 MiB: it was not read.`);
    else put(await file.text());
  }

  function drop(event: DragEvent) {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  }

  function pick(event: ChangeEvent<HTMLInputElement>) {
    void take(event.currentTarget.files?.[0]);
    event.currentTarget.value = "";
  }

  return (
    <>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2.5">
        <VersionChoice
          label="Check against"
          value={against}
          versions={versions}
          onChoose={(chosen) => choose({ against: chosen, from })}
        />
        <VersionChoice
          label="Written for"
          value={from}
          versions={versions}
          none="no version in particular"
          onChoose={(chosen) => choose({ against, from: chosen })}
        />
        <label
          className={`${controlStyle.secondary} cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-signal`}
        >
          <input type="file" accept=".yaml,.yml,.json,text/*" onChange={pick} className="sr-only" />
          Open a file
        </label>
        <button type="button" onClick={() => put("")} className={controlStyle.secondary}>
          Clear
        </button>
      </div>
      <textarea
        ref={field}
        onInput={typed}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        aria-label="Your values"
        placeholder={'replicaCount: 2\nimage:\n  tag: "1.2.3"'}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        wrap="off"
        rows={16}
        data-over={over ? "" : undefined}
        className="mt-3 block w-full resize-y rounded-sm border border-edge bg-panel px-3 py-2 font-mono text-base/6 placeholder:text-ink-3 data-over:border-signal data-over:bg-sea-1 sm:text-sm/5.5"
      />
      {refusal !== null && (
        <p role="alert" className="mt-2 border-bad border-l-3 bg-panel px-3 py-2 text-sm">
          {refusal}
        </p>
      )}
      <CheckOutcome
        id={id}
        state={state}
        onRetry={() => start({ against, from })}
        onLine={(line, column) => field.current !== null && selectLine(field.current, line, column)}
      />
    </>
  );
}
