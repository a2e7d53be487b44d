// Signed papers come back: six are made and printed, one scan brings all their pages in wrong order, one page without its code,
// and six papers are back; with and without JavaScript, on a phone too.
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { accessible, expect, picture, signIn, test, visit } from "./page";

/** A paper that was made: its case's papers, its number or name, and the pages of its file copy. */
type Sheet = { list: string; id: string; file: string; pages: number };

/** Makes up to `count` papers of the cases of the bureau and prints each. */
async function makePapers(page: Page, folder: string, count: number): Promise<Sheet[]> {
  const links = page.getByRole("row").getByRole("link");
  const cases = (await links.evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""))).filter((to) => /cases\/[0-9a-f-]{36}$/.test(to));
  const sheets: Sheet[] = [];
  for (const to of cases) {
    if (sheets.length === count) break;
    const list = to.replace("/daoxian/cases/", "/_/papers/daoxian/");
    await page.goto(list);
    const made = async () => new Set([...(await page.content()).matchAll(/issued\/([0-9a-f-]{36})/g)].map((found) => found[1]));
    // Every other one a longer paper.
    const longer = page.getByRole("row", { name: /决定书|告知书|调查终结报告/ }).getByRole("button", { name: /^制作/ });
    const any = page.getByRole("button", { name: /^制作/ });
    const button = sheets.length % 2 === 0 && (await longer.count()) > 0 ? longer : any;
    if ((await button.count()) === 0) continue;
    const before = await made();
    await button.first().click();
    await expect(page.getByRole("status")).toContainText("文书已制作");
    const id = [...(await made())].find((one) => !before.has(one))!;
    const bytes = await (await page.request.get(`${list}/issued/${id}/file.pdf`)).body();
    const file = join(folder, `${id}.pdf`);
    writeFileSync(file, bytes);
    sheets.push({ list, id, file, pages: Number(execFileSync("qpdf", ["--show-npages", file]).toString()) });
  }
  return sheets;
}

test("one scan in wrong order with a page without its code brings six papers back", async ({ page, seat, hasScript }) => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), "scan-"));
  await signIn(page, "dx-officer1", hasScript);
  await visit(page, "/daoxian/cases?part=all", hasScript);
  const sheets = await makePapers(page, folder, 6);
  expect(sheets.length).toBe(6);
  const [cut, ...others] = [...sheets].sort((one, other) => one.pages - other.pages);
  expect(cut.pages).toBe(1);

  const scan = join(folder, "scan.pdf");
  const picked = others.flatMap((sheet) => Array.from({ length: sheet.pages }, (_, at) => [sheet.file, String(sheet.pages - at)]));
  // Last pages first, papers mixed.
  picked.sort(([, one], [, other]) => Number(other) - Number(one));
  execFileSync("qpdf", ["--empty", "--pages", ...picked.flat(), "--", scan]);
  const without = join(folder, "without");
  execFileSync("pdftoppm", ["-jpeg", "-singlefile", "-r", "150", "-x", "0", "-y", "195", "-W", "1240", "-H", "1559", cut.file, without]);

  await test.step("what is no scan is refused in words", async () => {
    await visit(page, "/daoxian", hasScript);
    await page.getByRole("link", { name: "未回文书" }).click();
    await page.getByRole("link", { name: "扫描件入卷" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("扫描件入卷");
    const script = { name: "脚本.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<</S/JavaScript/JS(app.alert(1))>>\nendobj\n") };
    await page.getByLabel("扫描件", { exact: true }).setInputFiles(script);
    await page.getByRole("button", { name: "读取扫描件" }).click();
    await expect(page.getByRole("alert")).toContainText("带有脚本");
    if (hasScript) await accessible(page);
  });

  await test.step("each page is known by its code, and the one without is asked for", async () => {
    await page.getByLabel("扫描件", { exact: true }).setInputFiles([scan, `${without}.jpg`]);
    await page.getByRole("button", { name: "读取扫描件" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("核对扫描件", { timeout: 90_000 });
    const rows = page.getByRole("row");
    await expect(rows).toHaveCount(picked.length + 2);
    for (const [nth, [file]] of picked.entries()) {
      const sheet = sheets.find((one) => one.file === file)!;
      await expect(rows.nth(nth + 1).getByRole("combobox")).toHaveValue(sheet.id);
      await expect(rows.nth(nth + 1)).toContainText(`第 ${picked[nth][1]} 页`);
    }
    const last = rows.last();
    await expect(last).toContainText("没有二维码");
    await expect(last.getByRole("img")).toBeVisible();
    await last.getByRole("combobox").selectOption(cut.id);
    if (hasScript) await accessible(page);
    await picture(page, `scan${hasScript ? "" : "-nojs"}`);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  await test.step("six papers are back", async () => {
    await page.getByRole("button", { name: "确认入卷" }).click();
    await expect(page.getByRole("status")).toContainText("6 份文书", { timeout: 90_000 });
    const reader = await seat("dx-reader");
    for (const sheet of sheets) {
      await reader.goto(sheet.list);
      const link = reader.locator(`a[href*="/scans/"]`).first();
      await expect(link).toContainText("签章扫描件");
      await expect(reader.getByText("签章件已回").first()).toBeVisible();
      const answer = await reader.request.get((await link.getAttribute("href"))!);
      expect(answer.headers()["content-type"]).toBe("application/pdf");
      const file = join(folder, "bound.pdf");
      writeFileSync(file, await answer.body());
      expect(Number(execFileSync("qpdf", ["--show-npages", file]).toString())).toBe(sheet.pages);
    }
    await page.getByRole("link", { name: "回到未回文书" }).click();
    for (const sheet of sheets) await expect(page.locator(`a[href="${sheet.list}"]`)).toHaveCount(0);
  });
});
