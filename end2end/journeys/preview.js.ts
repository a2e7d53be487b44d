// While a form is filled in it tells what will follow: the day's distance, the terms, the range of a fine.
import { daysAgo, field, openCase } from "./case";
import { accessible, expect, signIn, test, visit } from "./page";

test("a clue tells the last day of its verification while it is filled in", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await visit(page, "/daoxian/cases/new", hasScript);
  const told = page.getByRole("status").filter({ hasText: "提交之后" });
  await page.getByRole("button", { name: /^昨天/ }).click();
  await expect(field(page, "日期")).toHaveValue(daysAgo(1));
  await expect(told).toContainText("昨天");
  await expect(told).toContainText("线索核查期限至");
  await field(page, "日期").fill(daysAgo(3));
  await expect(told).toContainText("3 天前");
  await accessible(page);
});

test("a conclusion tells the range of the fine and whether the amount lies in it", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await openCase(page, "daoxian", /向未成年人销售酒.*调查终结/, hasScript);
  await page.getByRole("link", { name: "调查终结", exact: true }).click();
  await field(page, "罚款（元）").fill("99999999");
  const told = page.getByRole("status").filter({ hasText: "提交之后" });
  await expect(told).toContainText("罚款幅度");
  await expect(told).toContainText("99,999,999.00 元不在幅度内");
  await field(page, "罚款（元）").fill("500");
  await expect(told).toContainText("500.00 元在幅度内");
});

test("an upload goes on to the page of what was found", async ({ page, hasScript }) => {
  await signIn(page, "dx-registrar", hasScript);
  await visit(page, "/daoxian/establishments/import", hasScript);
  await page.getByLabel("工作簿").setInputFiles("samples/establishments-daoxian.xlsx");
  await page.getByRole("button", { name: "上传并核对" }).click();
  await page.waitForURL(/establishments\/import\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { name: "核对结果" })).toBeVisible();
});
