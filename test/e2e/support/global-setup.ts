import { type DemoRegistry, startDemoRegistry } from "../../support/demo-registry.ts";
import { type Product, startProduct, untilRead } from "../../support/product.ts";

/** A first start builds the app. */
const BUILD_MS = 300_000;

let registry: DemoRegistry | undefined;
let product: Product | undefined;

/** Called by node:test before the first browser test: the whole product, over charts pushed by the real Helm. */
export async function globalSetup(): Promise<void> {
  registry = await startDemoRegistry();
  const origin = registry.distribution.url.origin;
  product = await startProduct({ args: ["--registry", origin], readyMs: BUILD_MS });
  await untilRead(product.url);
  process.env.CHARTROOM_E2E_URL = product.url;
  process.env.CHARTROOM_E2E_REGISTRY = origin;
}

/** Called by node:test after the last one. */
export async function globalTeardown(): Promise<void> {
  await product?.stop();
  await registry?.stop();
}
