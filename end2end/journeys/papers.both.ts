// The papers of a case: which its steps call for, what is missing and where it is entered, and a preview; with and without
// JavaScript, on a phone too.
import { openCase } from "./case";
import { accessible, expect, picture, signIn, test, visit } from "./page";
import type { Page } from "@playwright/test";

/** The first case of the bureau whose papers have what is asked. */
async function caseWith(page: Page, asked: RegExp) {
  const links = page.getByRole("row").getByRole("link");
  const cases = (await links.evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""))).filter((to) => /cases\/[0-9a-f-]{36}$/.test(to));
  for (const to of cases) {
    const papers = await (await page.request.get(to.replace("/daoxian/cases/", "/_/papers/daoxian/"))).text();
    if (asked.test(papers)) return to;
  }
  throw new Error(`no case of ${cases.length} has papers with ${asked}`);
}

test("a decided case shows its papers, and the decision opens as a PDF", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await visit(page, "/daoxian/cases?part=all", hasScript);
  const there = await caseWith(page, /\/D26-\d+\.pdf/);
  await visit(page, there, hasScript);
  const number = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("link", { name: "本案文书" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("文书");
  const decision = page.getByRole("row", { name: /^行政处罚决定书/ }).first();
  await expect(decision).toContainText(/道商罚决〔\d{4}〕\d+号/);
  await expect(decision).toContainText("内容齐备");
  await expect(decision).toContainText("正卷");
  const preview = decision.getByRole("link", { name: /^预览/ });
  const opened = await page.request.get((await preview.getAttribute("href"))!);
  expect(opened.status()).toBe(200);
  expect(opened.headers()["content-type"]).toBe("application/pdf");
  expect((await opened.body()).subarray(0, 8).toString()).toBe("%PDF-1.7");
  if (hasScript) await accessible(page);
  await picture(page, `papers${hasScript ? "" : "-nojs"}`);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  await page.getByRole("link", { name: "回到案件" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(number);
});

test("a case under way says which papers come later, and leads to the act that comes first", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await openCase(page, "daoxian", /立案 记录调查取证/, hasScript);
  await page.getByRole("link", { name: "本案文书" }).click();
  const decision = page.getByRole("row", { name: /行政处罚决定书/ });
  await expect(decision).toContainText("尚未办到这一步");
  await expect(decision.getByRole("link", { name: /^预览/ })).toHaveCount(0);
  const report = page.getByRole("row", { name: /调查终结报告/ });
  await expect(report).toContainText("副卷");
  await report.getByRole("link", { name: /^去办理/ }).click();
  await expect(page).toHaveURL(/\/do\/conclude/);
});
