import { type DemoRegistry, startDemoRegistry } from "../../support/demo-registry.ts";
import { type Product, startProduct, untilRead } from "../../support/product.ts";

/** A first start builds the app. */
const BUILD_MS = 300_000;

let registry: DemoRegistry | undefined;
let product: Product | undefined;

/**
 * Starts the whole product over charts pushed by the real Helm, and tells the test files by their environment where. A
 * single file: `node --test --test-global-setup=test/e2e/support/global-setup.ts test/e2e/search.test.ts`.
 */
export async function globalSetup(): Promise<void> {
  registry = await startDemoRegistry();
  const origin = registry.distribution.url.origin;
  product = await startProduct({ args: ["--registry", origin], readyMs: BUILD_MS });
  await untilRead(product.url);
  process.env.CHARTROOM_E2E_URL = product.url;
  process.env.CHARTROOM_E2E_REGISTRY = origin;
}

/** Ends what was started of it. */
export async function globalTeardown(): Promise<void> {
  try {
    await product?.stop();
  } finally {
    await registry?.stop();
  }
}
