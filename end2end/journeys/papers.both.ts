// The papers of a case: which its steps call for, what is missing and where it is entered, and a preview; with and without
// JavaScript, on a phone too.
import { act, daysAgo, fillIn, field, nameOf, openCase, send, timeline, today } from "./case";
import { accessible, expect, picture, signIn, test, visit } from "./page";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";

/** The bytes behind a link, and the path of the check that is printed on them. */
async function issued(page: Page, link: Locator) {
  const answer = await page.request.get((await link.getAttribute("href"))!);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  const bytes = await answer.body();
  const file = join(mkdtempSync(join(tmpdir(), "paper-")), "issued.pdf");
  writeFileSync(file, bytes);
  const words = execFileSync("pdftotext", ["-enc", "UTF-8", file, "-"]).toString();
  const check = /\/_\/check\/\d+-[0-9a-f]{32}/.exec(words);
  expect(check, words).not.toBeNull();
  expect(words.replace(/\s/g, "")).not.toContain("样稿");
  return { check: check![0], hash: createHash("sha256").update(bytes).digest("hex") };
}

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

test("a record is made as a paper, checked by anybody, marked, and made anew after a correction", async ({ seat, browser, hasScript }) => {
  const [officer, reader] = [await seat("dx-officer1"), await seat("dx-reader")];
  const second = await nameOf(await seat("dx-officer2"));
  const shop = `道县制文加油站${hasScript ? "甲" : "乙"}`;
  await visit(officer, "/daoxian/cases/new", hasScript);
  await fillIn(officer, { 日期: daysAgo(2), 案源: "监督检查", 涉嫌违法的情况: "加油机未经检定。", 地点: "道县濂溪街道", "涉嫌的单位或个人（如已知）": shop, 当事人类型: "法人或者其他组织" });
  await send(officer, "登记线索", hasScript);
  const here = new URL(officer.url()).pathname;
  await act(officer, "记录调查取证", {
    日期: today(), 主办人: await nameOf(officer), 协办人: second, 调查措施: "现场检查（勘验）", 开始时间: "9:10", 结束时间: "10:25", 已出示执法证件: true, 已告知权利义务: true, 当事人签名: "已签名", 经过与结果: "加油机两台未经检定。",
  }, hasScript);
  const list = here.replace("/daoxian/cases/", "/_/papers/daoxian/");
  const record = officer.getByRole("row", { name: /^现场检查/ });
  const nobody = await (await browser.newContext({ javaScriptEnabled: hasScript })).newPage();

  await officer.goto(list);
  await record.getByRole("button", { name: /^制作/ }).click();
  await expect(officer.getByRole("status")).toContainText("文书已制作");
  await expect(record).toContainText("待打印");
  const first = await issued(officer, record.getByRole("link", { name: /^存档联/ }));

  await test.step("anybody checks it, in both languages", async () => {
    await nobody.goto(first.check);
    await expect(nobody.getByRole("status")).toContainText("真实有效");
    await expect(nobody.locator("main")).toContainText(first.hash);
    await expect(nobody.locator("main")).not.toContainText(shop);
    if (hasScript) await accessible(nobody);
    await picture(nobody, `paper-check${hasScript ? "" : "-nojs"}`);
    await nobody.getByRole("button", { name: "English" }).click();
    await expect(nobody.getByRole("status")).toContainText("Genuine");
  });

  await test.step("it is printed and comes back", async () => {
    await visit(officer, "/daoxian", hasScript);
    await officer.getByRole("link", { name: "未回文书" }).click();
    await expect(officer.getByRole("row", { name: new RegExp(shop) })).toContainText("待打印");
    if (hasScript) await accessible(officer);
    await officer.getByRole("row", { name: new RegExp(shop) }).getByRole("link").click();
    await record.getByRole("button", { name: /^已打印/ }).click();
    await expect(record).toContainText("待签章");
    await record.getByLabel("收回日期").fill(today());
    await record.getByRole("button", { name: /^签章件已收回/ }).click();
    await expect(record).toContainText("签章件已回");
    if (hasScript) await accessible(officer);
    await picture(officer, `papers-issued${hasScript ? "" : "-nojs"}`);
    await officer.getByRole("link", { name: "未回文书" }).click();
    await expect(officer.getByRole("row", { name: new RegExp(shop) })).toHaveCount(0);
  });

  await test.step("a reader sees it and marks nothing", async () => {
    await reader.goto(list);
    await expect(reader.getByRole("row", { name: /^现场检查/ })).toContainText("签章件已回");
    await expect(reader.getByRole("row", { name: /^现场检查/ }).getByRole("button")).toHaveCount(0);
  });

  await test.step("after a correction a new one takes its place", async () => {
    await visit(officer, here, hasScript);
    await timeline(officer).first().getByRole("link", { name: "更正", exact: true }).click();
    await expect(field(officer, "经过与结果")).toHaveValue("加油机两台未经检定。");
    await fillIn(officer, { 经过与结果: "加油机三台未经检定。", 更正原因: "漏记一台" });
    await send(officer, "更正", hasScript);
    await officer.goto(list);
    await expect(record).toContainText("与案件现在的内容不一致");
    await record.getByRole("button", { name: /^重新制作并替换/ }).click();
    await expect(record).toContainText(/待打印.*已被替换/s);
    await nobody.goto(first.check);
    await expect(nobody.getByRole("status")).toContainText("Replaced");
  });

  await test.step("and one that is spoilt is void, with a reason", async () => {
    await record.getByText("作废", { exact: false }).first().click();
    await record.getByLabel("作废理由").fill("打印时漏页");
    const made = await issued(officer, record.getByRole("link", { name: /^存档联/ }).first());
    await record.getByRole("button", { name: /^确认作废/ }).click();
    await expect(record).toContainText("打印时漏页");
    await nobody.goto(made.check);
    await expect(nobody.getByRole("status")).toContainText("Void");
    await expect(nobody.locator("main")).not.toContainText("打印时漏页");
  });
});
