import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { StartError } from "./start-error.ts";

const TRIES = 20;

/** A free port on the loopback interface. */
export async function findFreePort(): Promise<number> {
  return await listenBriefly("127.0.0.1", 0);
}

/** Throws a `StartError` that says what to do if nothing can listen there. `command` is what was typed. */
export async function requireFreePort(host: string, port: number, command: string): Promise<void> {
  try {
    await listenBriefly(host, port);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") {
      const next = await nextFreePort(host, port);
      throw new StartError(`Port ${port} on ${host} is in use. Take another one: PORT=${next} ${command}`);
    }
    if (code === "EACCES") {
      throw new StartError(
        `Port ${port} is not for ordinary users. Take one above 1024: PORT=3000 ${command}`,
      );
    }
    throw new StartError(`Nothing can listen on ${host} (${code}). Set HOST to an address of this machine.`);
  }
}

async function nextFreePort(host: string, taken: number): Promise<number> {
  for (let port = taken + 1; port <= Math.min(taken + TRIES, 65_535); port++) {
    const free = await listenBriefly(host, port).then(
      () => true,
      () => false,
    );
    if (free) return port;
  }
  return await listenBriefly(host, 0);
}

async function listenBriefly(host: string, port: number): Promise<number> {
  const server = createServer().listen(port, host);
  await once(server, "listening");
  const { port: bound } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return bound;
}
