// Two counties side by side: neither finds, opens, exports or changes anything of the other's, and an id that is the
// other's looks like one that never was.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { openCase } from "./case";
import { expect, test, visit } from "./page";
import { workbookText } from "./workbook";

const NOBODY = "0190f0e0-0000-7000-8000-000000000000";

/** The names of the first page of a bureau's register. */
async function register(page: Page, bureau: string, hasScript: boolean) {
  await visit(page, `/${bureau}/establishments`, hasScript);
  return page.getByRole("table").getByRole("rowheader").allInnerTexts();
}

test("neither county finds the other's establishments or cases", async ({ seat, hasScript }) => {
  const counties = [
    { bureau: "daoxian", word: "道县", page: await seat("dx-officer1") },
    { bureau: "jianghua", word: "江华", page: await seat("jh-officer1") },
  ];
  const names = await Promise.all(counties.map(({ page, bureau }) => register(page, bureau, hasScript)));
  expect(names[0].length).toBeGreaterThan(10);
  expect(names[0].filter((name) => names[1].includes(name))).toEqual([]);
  for (const [nth, { page, bureau, word }] of counties.entries()) {
    const other = counties[1 - nth];
    const theirs = names[1 - nth][0];
    await expect(page.getByRole("navigation", { name: "主菜单" })).toContainText(word);
    await expect(page.getByRole("navigation", { name: "主菜单" })).not.toContainText(other.word);
    await page.getByRole("searchbox", { name: "搜索" }).fill(theirs);
    await page.getByRole("searchbox", { name: "搜索" }).press("Enter");
    await expect(page.getByText("没有找到相关的案件、经营主体、学员或培训班")).toBeVisible();
    await visit(page, `/${bureau}/search?q=${encodeURIComponent(names[nth][0])}`, hasScript);
    await expect(page.getByRole("main").getByRole("link", { name: names[nth][0] }).first()).toBeVisible();
    await visit(page, `/${bureau}/establishments?form%5Bq%5D=${encodeURIComponent(theirs)}`, hasScript);
    await expect(page.getByText("没有符合条件的经营主体，请减少条件或换一个词")).toBeVisible();
    await visit(page, `/${bureau}/cases?q=${encodeURIComponent(other.word)}`, hasScript);
    await expect(page.getByText("没有符合条件的案件")).toBeVisible();
    await visit(page, `/${bureau}/proposals`, hasScript);
    await expect(page.getByRole("main")).not.toContainText(other.word);
  }
});

test("every page of a foreign id answers as if it had never been", async ({ seat, hasScript }) => {
  const [mine, theirs] = [await seat("dx-officer1"), await seat("jh-officer1")];
  await visit(mine, "/daoxian/establishments", hasScript);
  const establishment = (await mine.getByRole("table").getByRole("link").first().getAttribute("href"))!.split("/").pop()!;
  await openCase(mine, "daoxian", /终结 批准事先告知/, hasScript);
  const id = new URL(mine.url()).pathname.split("/").pop()!;
  const party = (await mine.getByRole("link", { name: "证件号码和电话" }).getAttribute("href"))!.split("/").pop()!;
  const pages = (bureau: string, case_: string, establishment_: string) => [
    `/${bureau}/establishments/${establishment_}`,
    `/${bureau}/cases/${case_}`,
    `/${bureau}/cases/${case_}/do/approve_notice?party=${party}`,
    `/${bureau}/cases/${case_}/contact/${party}`,
  ];
  for (const path of pages("daoxian", id, establishment)) expect((await mine.request.get(path)).status(), path).toBe(200);
  const [foreign, strange, never] = [pages("jianghua", id, establishment), pages("daoxian", id, establishment), pages("jianghua", NOBODY, NOBODY)];
  for (const [nth, path] of foreign.entries()) {
    const texts = [];
    for (const to of [path, strange[nth], never[nth]]) {
      const response = await visit(theirs, to, hasScript);
      expect(response?.status(), to).toBe(404);
      texts.push(await theirs.getByRole("main").innerText());
    }
    expect(texts[0]).toContain("没有找到");
    expect(new Set(texts).size, path).toBe(1);
  }
  // Nor does a form that was made up.
  for (const bureau of ["jianghua", "daoxian"]) {
    const form = { bureau, case: id, act: "withdraw", party, "form[token]": NOBODY, "form[seq]": "9", "form[ground]": "party_dissolved", "form[reasons]": "越权" };
    const sent = await theirs.request.post("/_/api/case-act", { form, headers: { accept: "text/html" }, maxRedirects: 0 });
    expect(sent.status(), bureau).toBe(404);
  }
  await mine.reload();
  await expect(mine.getByRole("main")).not.toContainText("撤销立案 待审批");
  await expect(mine.getByRole("main")).not.toContainText("越权");
});

test("an export holds the own county only, and the other's cannot be asked for", async ({ seat, hasScript }) => {
  const page = await seat("jh-registrar");
  const own = await register(page, "jianghua", hasScript);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "导出 Excel" }).click();
  const text = workbookText(readFileSync(await (await download).path()));
  for (const name of own.slice(0, 5)) expect(text).toContain(name);
  expect(text).toContain("江华");
  expect(text).not.toContain("道县");
  for (const file of ["export.xlsx", "template.xlsx", `import/${NOBODY}/marked.xlsx`]) {
    expect((await page.request.get(`/_/files/daoxian/establishments/${file}`)).status(), file).toBe(404);
  }
  const sent = await page.request.post("/_/files/daoxian/establishments/import", {
    multipart: { file: { name: "台账.xlsx", mimeType: "application/octet-stream", buffer: readFileSync("samples/establishments-daoxian.xlsx") } },
  });
  expect(sent.status()).toBe(404);
});
