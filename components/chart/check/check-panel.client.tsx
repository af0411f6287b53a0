"use client";

import { type DragEvent, useCallback, useEffect, useRef, useState } from "react";
import type { ChartId } from "#lib/catalog/chart-path.ts";
import { readAddress, rememberInAddress } from "./check-address.ts";
import { CheckControls, type CheckedVersions } from "./check-controls.tsx";
import { CheckOutcome } from "./check-outcome.tsx";
import { keptText } from "./kept-text.ts";
import { selectLine } from "./select-line.ts";
import { useCheck } from "./use-check.ts";

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
  const [chosen, setChosen] = useState<CheckedVersions>({ against: version, from: "" });
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { state, check } = useCheck(id);

  const start = useCallback(
    (against: CheckedVersions) => {
      window.clearTimeout(timer.current);
      const text = field.current?.value ?? "";
      keptText(id).write(text);
      check({ text, ...against });
    },
    [id, check],
  );

  useEffect(() => {
    const address = readAddress(versions);
    const named = { against: address.against ?? version, from: address.from ?? "" };
    setChosen(named);
    if (field.current !== null && field.current.value === "") field.current.value = keptText(id).read();
    if (field.current?.value) start(named);
    return () => window.clearTimeout(timer.current);
  }, [id, version, versions, start]);

  function choose(next: CheckedVersions) {
    setChosen(next);
    rememberInAddress({ ...next, against: next.against === version ? "" : next.against });
    start(next);
  }

  function typed() {
    setRefusal(null);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => start(chosen), PAUSE);
  }

  function put(text: string) {
    if (field.current !== null) field.current.value = text;
    setRefusal(null);
    start(chosen);
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

  return (
    <>
      <CheckControls
        versions={versions}
        chosen={chosen}
        onChoose={choose}
        onFile={(file) => void take(file)}
        onClear={() => put("")}
      />
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
        onRetry={() => start(chosen)}
        onLine={(line, column) => field.current !== null && selectLine(field.current, line, column)}
      />
    </>
  );
}
