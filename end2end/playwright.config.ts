import { defineConfig } from "@playwright/test";
import { readFileSync } from "node:fs";

const executablePath = readFileSync(new URL("./browser.path", import.meta.url), "utf8").trim();
const port = Number(process.env.XIAOXIANG_TEST_PORT ?? 3999);

/** Journeys with a name that ends in `.nojs.ts` run without JavaScript, `.both.ts` in both ways. */
export default defineConfig({
  testDir: "journeys",
  outputDir: "results",
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1366, height: 768 },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    },
  },
  projects: [
    { name: "with JavaScript", testMatch: /\.(both|js)\.ts$/, use: { javaScriptEnabled: true } },
    { name: "without JavaScript", testMatch: /\.(both|nojs)\.ts$/, use: { javaScriptEnabled: false } },
  ],
  webServer: {
    command: `./serve-demo.sh ${port}`,
    url: `http://127.0.0.1:${port}/readyz`,
    reuseExistingServer: false,
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});
