"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

/** What the islands of one page have asked the server, kept while the page is open. */
export function QueryProvider({ children }: { children: ReactNode }) {
  // In state, not in the module: on the server a module outlives a viewer's request.
  const [client] = useState(() => new QueryClient());
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
