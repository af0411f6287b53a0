"use client";

import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useState } from "react";
import { controlStyle } from "#components/ui/control-style.ts";
import { rememberedToken } from "./operator-token.ts";
import type { Asking } from "./use-reading.ts";

/** Asks an operator for what an action takes: the administrator's token, unless this tab has it, and a yes. */
export function OperatorDialog({
  title,
  action,
  asking,
  onSend,
  onCancel,
  children,
}: {
  title: string;
  action: string;
  asking: Asking;
  onSend: (token: string) => void;
  onCancel: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [token, setToken] = useState("");
  const open = asking.kind === "dialog";
  const needsToken = open && asking.needsToken;
  const refused = open && asking.refused;

  // Opened and closed, not put in and taken out: so the browser gives the focus back to the button.
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const given = needsToken ? token.trim() : rememberedToken();
    setToken("");
    if (given) onSend(given);
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        setToken("");
        onCancel();
      }}
      className="m-auto w-[min(28rem,calc(100%-2rem))] rounded-md border border-edge bg-paper p-5 text-ink backdrop:bg-[rgb(0_0_0/0.5)]"
    >
      <form onSubmit={submit} className="space-y-3.5">
        <h2 id={`${id}-title`} className="wrap-anywhere font-semibold text-lg">
          {title}
        </h2>
        {children}
        {needsToken && (
          <div>
            <label htmlFor={`${id}-token`} className="font-medium text-sm">
              Administrator's token
            </label>
            <input
              id={`${id}-token`}
              type="password"
              autoComplete="off"
              required
              value={token}
              onChange={(event) => setToken(event.target.value)}
              aria-invalid={refused}
              aria-describedby={`${id}-hint`}
              className={`${controlStyle.field} mt-1 block w-full font-mono`}
            />
            <p id={`${id}-hint`} className="mt-1.5 text-sm">
              {refused && (
                <span role="alert" className="block text-bad">
                  This is not the token Chartroom was started with.
                </span>
              )}
              <span className="text-ink-2">
                The value of <code>CHARTROOM_ADMIN_TOKEN</code>. It stays in this tab.
              </span>
            </p>
          </div>
        )}
        <p className="flex flex-wrap justify-end gap-2">
          <button type="button" onClick={onCancel} className={controlStyle.secondary}>
            Cancel
          </button>
          <button type="submit" className={controlStyle.primary}>
            {action}
          </button>
        </p>
      </form>
    </dialog>
  );
}
