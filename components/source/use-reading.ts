import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { RequestFailure } from "#components/ui/request-failure.ts";
import { askReading, type ReadingWish } from "./ask-reading.ts";
import { rememberedToken, rememberToken } from "./operator-token.ts";
import { markAsked } from "./sources-request.ts";

/** How far asking has come; `asked` lasts, for whether a reading goes on is the source's to say. */
export type Asking =
  | { readonly kind: "idle" | "sending" | "asked" }
  /** The dialog is open: for a token, for a confirmation, or for both. */
  | { readonly kind: "dialog"; readonly needsToken: boolean; readonly refused: boolean }
  | { readonly kind: "failed"; readonly failure: RequestFailure };

/** Asks for a reading of a source, and for what that takes: the administrator's token once a tab, a yes where charts go. */
export function useReading(wish: ReadingWish) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState<Asking>({ kind: "idle" });

  async function send(token: string) {
    setAsking({ kind: "sending" });
    rememberToken(token);
    try {
      await askReading(wish, token);
      await markAsked(queries, wish.source);
      setAsking({ kind: "asked" });
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      if (error.status === 401) rememberToken(null);
      setAsking(
        error.status === 401
          ? { kind: "dialog", needsToken: true, refused: true }
          : { kind: "failed", failure: error },
      );
    }
  }

  return {
    asking,
    send,
    /** What the button does. */
    begin() {
      const token = rememberedToken();
      if (token !== null && !wish.acceptEmpty) void send(token);
      else setAsking({ kind: "dialog", needsToken: token === null, refused: false });
    },
    cancel: () => setAsking({ kind: "idle" }),
  };
}
