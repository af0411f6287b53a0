/** Next.js calls this once in each runtime, before the first request. */
export async function register(): Promise<void> {
  // Spelt out, for Next.js to leave the import out of the runtime that has no connections.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { noteClientAddresses } = await import("./lib/server/client-requests.ts");
    const { noteAnswers } = await import("./lib/server/missing-pages.ts");
    noteClientAddresses();
    noteAnswers();
  }
}
