// The dossier of a case: its catalogues, what is missing, volumes that are made beside the page, and a party's copy; with and
// without JavaScript, on a phone too.
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { openCase } from "./case";
import { accessible, expect, picture, signIn, test } from "./page";

/** The words of each page of the volume behind the link of a section. */
async function volume(page: Page, section: string) {
  const link = page.getByRole("region", { name: section, exact: true }).getByRole("link", { name: /^下载 PDF/ });
  // Without a script the page comes anew by itself.
  await expect(link).toBeVisible({ timeout: 30_000 });
  const answer = await page.request.get((await link.getAttribute("href"))!);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  const file = join(mkdtempSync(join(tmpdir(), "dossier-")), "volume.pdf");
  writeFileSync(file, await answer.body());
  execFileSync("qpdf", ["--check", file]);
  const words = execFileSync("pdftotext", ["-enc", "UTF-8", file, "-"]).toString();
  return words.split("\f").map((one) => one.replace(/\s/g, "")).filter((one) => one !== "");
}

test("an officer has the main volume and a party's copy made, and sees what is missing", async ({ page, seat, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await openCase(page, "daoxian", /立案 记录调查取证/, hasScript);
  await page.getByRole("link", { name: "案卷" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("案卷");
  await expect(page.getByRole("region", { name: "正卷" })).toBeVisible();
  await expect(page.getByText("立案（不予立案）审批表").first()).toBeVisible();
  await page.getByRole("button", { name: "生成正卷" }).click();
  const main = await volume(page, "正卷");
  expect(main[0]).toContain("正卷");
  expect(main[1]).toContain("卷内文件目录");
  expect(main[main.length - 1]).toContain("卷内备考表");
  if (hasScript) await accessible(page);
  await picture(page, `dossier${hasScript ? "" : "-nojs"}`);
  await page.getByRole("button", { name: "生成查阅本" }).click();
  const reading = await volume(page, "当事人查阅本");
  expect(reading[0]).toContain("当事人查阅本");
  const here = page.url();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);

  const stranger = await seat("jh-officer1");
  expect((await stranger.request.get(here)).status()).toBe(404);
  await page.getByRole("link", { name: "回到案件" }).click();
  await expect(page.getByRole("link", { name: "案卷" })).toBeVisible();
});
