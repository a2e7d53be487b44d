// What every journey does the same way: visit, sign in, look for console errors and axe's findings.
import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type BrowserContext, type Cookie, type Page } from "@playwright/test";

/** A page whose console and failed requests are watched: any error fails the journey. */
export const test = base.extend<{ hasScript: boolean; seat: (name: string) => Promise<Page> }>({
  hasScript: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled ?? true),
  page: async ({ page }, use) => {
    const errors: string[] = [];
    watch(page, errors);
    await use(page);
    expect(errors, "nothing is written to the console").toEqual([]);
  },
  /** Seats a further person at a browser of their own, signed in. */
  seat: async ({ browser, hasScript }, use) => {
    const errors: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async (name) => {
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      watch(page, errors);
      await signIn(page, name, hasScript);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(errors, "nothing is written to the console").toEqual([]);
  },
});

/** Collects what must not be there; a status that a journey asks for is no error of the page. */
export function watch(page: Page, errors: string[]) {
  page.on("console", (message) => {
    const asked = /Failed to load resource: the server responded with a status of (401|403|404|409|410|413|422)/;
    if (["error", "warning"].includes(message.type()) && !asked.test(message.text())) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
}

/** Opens a path and, with JavaScript, waits until the page listens. */
export async function visit(page: Page, path: string, hasScript: boolean) {
  const response = await page.goto(path);
  await ready(page, hasScript);
  return response;
}

/** Waits until the page listens. */
export async function ready(page: Page, hasScript: boolean) {
  if (hasScript) await page.waitForSelector("html[data-hydrated]", { state: "attached" });
}

/** The password of all accounts of the demo. */
export const DEMO_PASSWORD = "yanshi-2026-xiaoxiang";

/** What the browser kept of a person's sign-in before, so that not every journey waits for the password. */
const kept = new Map<string, Cookie[]>();

/** Signs in, by the form where no earlier session holds, and lands on the person's first page. */
export async function signIn(page: Page, name: string, hasScript: boolean) {
  const isIn = (url: URL) => !url.pathname.startsWith("/_/sign-in");
  await page.context().addCookies(kept.get(name) ?? []);
  await visit(page, kept.has(name) ? "/" : "/_/sign-in", hasScript);
  if (isIn(new URL(page.url()))) return;
  await page.getByLabel("工号").fill(name);
  await page.getByLabel("密码").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL(isIn);
  await ready(page, hasScript);
  kept.set(name, (await page.context().cookies()).filter((cookie) => cookie.name === "xiaoxiang"));
}

/** axe finds nothing on this page; by one of its rules only, where the others were asked before. */
export async function accessible(page: Page, rule?: string) {
  // In one run in the page itself: there are no frames, whose findings would have to be put together in another page.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const found = await (rule ? axe.withRules([rule]) : axe).analyze();
  expect(found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
}

/** Keeps a picture of the page outside git, to be looked at. */
export async function picture(page: Page, name: string) {
  await page.screenshot({ path: `screenshots/${name}.png`, fullPage: true });
}

export { expect };
