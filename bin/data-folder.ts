import { access, constants, mkdir } from "node:fs/promises";
import { StartError } from "./start-error.ts";

/** Makes the data folder if need be; a `StartError` if nothing can be written there. */
export async function requireDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    throw new StartError(
      `The data folder ${folder} cannot be written${code}. Set CHARTROOM_DATA to one that can.`,
    );
  }
}
