// What journeys through cases do the same way: fill in a form, find a case, do an act, approve it.
import { accessible, expect, ready, visit } from "./page";
import type { Locator, Page } from "@playwright/test";

/** The control of a label, whether it is marked as needed or not. */
export function field(page: Page, label: string): Locator {
  const plain = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return page.getByRole("main").getByLabel(new RegExp(`^${plain}( (必填|选填))?$`));
}

/** Fills in controls by their labels: text, a choice by its words (or their part), `true` ticks a box. */
export async function fillIn(page: Page, values: Record<string, string | true>) {
  for (const [label, value] of Object.entries(values)) {
    const control = field(page, label);
    if (value === true) await control.check();
    else if ((await control.evaluate((element) => element.tagName)) === "SELECT") await choose(control, value);
    else await control.fill(value);
  }
}

async function choose(select: Locator, words: string) {
  const offered = await select.locator("option").allTextContents();
  const found = offered.find((option) => option === words) ?? offered.find((option) => option.includes(words));
  expect(found, `${words} is offered`).toBeDefined();
  await select.selectOption({ label: found });
}

/** Today as the bureau writes it, `2026-11-25`. */
export const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());

/** The day so many days ago. */
export function daysAgo(days: number) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(Date.now() - days * 86_400_000);
}

/** The name of the person who sits here, from the bar above. */
export async function nameOf(page: Page) {
  return (await page.getByRole("banner").innerText()).match(/(\S+)（/)![1];
}

/** Opens the form of an act from the case's page. */
export async function openAct(page: Page, name: string) {
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

/** Sends the form that is open. */
export async function send(page: Page, name: string, hasScript: boolean) {
  await page.getByRole("button", { name, exact: true }).click();
  await page.waitForURL(/\?done=|draft=/);
  await ready(page, hasScript);
}

/** Does an act from the case's page and comes back to it. */
export async function act(page: Page, name: string, values: Record<string, string | true>, hasScript: boolean) {
  await openAct(page, name);
  await fillIn(page, values);
  await send(page, name, hasScript);
  const words = name.startsWith("提请") ? "已提交审批。" : "已记录。";
  await expect(page.getByRole("status").filter({ hasText: words }), name).toBeVisible();
}

/** Opens the queue of approvals at one proposal. */
export async function openProposal(page: Page, act: string, party: string, hasScript: boolean) {
  const bureau = new URL(page.url()).pathname.split("/")[1];
  await visit(page, `/${bureau}/proposals`, hasScript);
  await page.getByRole("link", { name: `${act} · ${party}`, exact: true }).click();
  await expect(page.getByRole("heading", { name: `${act} · ${party}` })).toBeVisible();
}

/** The head approves a proposal, which leaves the queue. */
export async function approve(page: Page, act: string, party: string, hasScript: boolean) {
  await openProposal(page, act, party, hasScript);
  await page.getByRole("button", { name: "同意", exact: true }).click();
  await expect(page.getByRole("link", { name: `${act} · ${party}`, exact: true })).toHaveCount(0);
  await ready(page, hasScript);
}

/** Finds a case of the bureau by stage and next act, and opens it. */
export async function openCase(page: Page, bureau: string, row: RegExp | string, hasScript: boolean) {
  await visit(page, `/${bureau}/cases`, hasScript);
  const [wanted, more] = [page.getByRole("row", { name: row }), page.getByRole("link", { name: "下一页", exact: true })];
  // Other journeys leave cases before it, maybe more than one page of them.
  while (!(await wanted.count()) && (await more.count())) {
    const next = new URL((await more.getAttribute("href"))!, page.url());
    await visit(page, next.pathname + next.search, hasScript);
  }
  await wanted.getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "经过" })).toBeVisible();
}

/** The entries of the case's timeline, the newest first. */
export const timeline = (page: Page) => page.getByRole("listitem").filter({ has: page.locator("time") });

/** Reads a case at the size of a phone: nothing scrolls sideways, where it stands and what comes next stand above. */
export async function readsOnPhone(page: Page, here: string, hasScript: boolean) {
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(page, here, hasScript);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), "no horizontal scroll").toBeLessThanOrEqual(360);
  await expect(page.locator(".steps-short")).toContainText(/第 \d+ 步，共 \d+ 步/);
  const top = async (name: string) => (await page.getByRole("heading", { name, exact: true }).boundingBox())!.y;
  expect(await top("下一步"), "what is to be done comes before what was done").toBeLessThan(await top("经过"));
  if (hasScript) await accessible(page, "target-size");
  await page.setViewportSize({ width: 1366, height: 768 });
}
