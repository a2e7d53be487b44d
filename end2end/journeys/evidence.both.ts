// The evidence of a case that is files: added by a sheet, many at once, looked at, withdrawn, and never deleted; with and
// without JavaScript, on a phone too.
import type { Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { field, fillIn } from "./case";
import { enter, hash, openEvidence, photo, sheet } from "./evidence";
import { accessible, expect, picture, signIn, test } from "./page";

/** Chooses files; with JavaScript they are sent at once. */
async function choose(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[], hasScript: boolean) {
  await page.getByLabel(/^选择文件/).setInputFiles(files);
  if (hasScript) await expect(page.getByText("已传完，等待登记")).toHaveCount(files.length);
}

test("files are added with one sheet, opened by a reader, and withdrawn with a reason", async ({ page, seat, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await openEvidence(page, hasScript);
  const mark = hasScript ? "甲" : "乙";
  const ledger = Buffer.from(`日期,金额\r\n2026-03-05,${mark}\r\n`);
  const image = Buffer.concat([photo, Buffer.from(mark)]);
  await fillIn(page, sheet);
  await choose(page, [{ name: `现场照片${mark}.png`, mimeType: "image/png", buffer: image }, { name: `进货台账${mark}.csv`, mimeType: "text/csv", buffer: ledger }], hasScript);
  await enter(page);
  await expect(page.getByRole("status").filter({ hasText: "证据已登记" })).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: `现场照片${mark}.png` });
  await expect(row).toContainText("电子数据");
  await row.locator("summary").click();
  await expect(row).toContainText(hash(image));
  await expect(page.getByRole("row").filter({ hasText: `进货台账${mark}.csv` })).toContainText("文本");
  if (hasScript) await accessible(page);
  await picture(page, `evidence${hasScript ? "" : "-nojs"}`);
  const list = page.url().split("?")[0];

  const reader = await seat("dx-reader");
  await reader.goto(list);
  await expect(reader.getByRole("button", { name: "登记为证据" })).toHaveCount(0);
  await reader.getByRole("link", { name: `现场照片${mark}.png` }).click();
  await expect(reader.locator("code.whole-hash")).toHaveText(hash(image));
  const opened = await reader.request.get((await reader.getByRole("link", { name: "打开" }).getAttribute("href"))!);
  expect(hash(await opened.body())).toBe(hash(image));
  expect(opened.headers()["content-type"]).toBe("image/png");
  const printed = await reader.request.get((await reader.getByRole("link", { name: "打印提取单" }).getAttribute("href"))!);
  const words = execFileSync("pdftotext", ["-enc", "UTF-8", "-", "-"], { input: await printed.body() }).toString().replace(/\s/g, "");
  for (const told of ["电子数据提取笔录", hash(image), "执法证号："]) expect(words).toContain(told);
  await reader.reload();
  await expect(reader.getByText("打开文件")).toHaveCount(1);
  await expect(reader.getByText("撤回证据")).toHaveCount(0);

  await page.getByRole("link", { name: `进货台账${mark}.csv` }).click();
  await expect(page.getByText("只供下载")).toBeVisible();
  await page.getByText("撤回证据").click();
  await page.getByLabel("撤回理由").fill("误传，属于另一案件");
  await picture(page, `evidence-one${hasScript ? "" : "-nojs"}`);
  await page.getByRole("button", { name: "确认撤回" }).click();
  await expect(page.getByRole("status").filter({ hasText: "证据已撤回" })).toBeVisible();
  await page.getByRole("link", { name: "回到证据列表" }).click();
  await expect(page.getByRole("row").filter({ hasText: "误传，属于另一案件" }).locator("s")).toHaveText(`进货台账${mark}.csv`);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
});

test("a file that a browser runs is refused, and what was typed stays", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await openEvidence(page, hasScript);
  const rows = await page.getByRole("row").count();
  await fillIn(page, sheet);
  const drawing = { name: "图形.png", mimeType: "image/png", buffer: Buffer.from("<svg onload='alert(1)'/>") };
  await page.getByLabel(/^选择文件/).setInputFiles([drawing]);
  if (!hasScript) await enter(page);
  await expect(page.getByText(/SVG 图形，浏览器会执行/).first()).toBeVisible();
  await expect(field(page, "来源")).toHaveValue("当事人提供");
  expect(await page.getByRole("row").count()).toBe(rows);
});

test("a sheet with one officer only is mended without sending the file again", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await openEvidence(page, hasScript);
  const name = `笔录${hasScript ? "甲" : "乙"}.txt`;
  const second = await field(page, "提取人二").inputValue();
  await fillIn(page, sheet);
  await field(page, "提取人二").selectOption(await field(page, "提取人一").inputValue());
  await choose(page, [{ name, mimeType: "text/plain", buffer: Buffer.from(name) }], hasScript);
  await enter(page);
  await expect(page.getByRole("alert")).toContainText("不得少于两人");
  await expect(page.getByRole("checkbox", { name })).toBeChecked();
  await field(page, "提取人二").selectOption(second);
  await enter(page);
  await expect(page.getByRole("link", { name })).toBeVisible();
});
