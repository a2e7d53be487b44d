// A county's ledger goes in: compared first, the marked workbook back, the right rows imported, found again.
import { accessible, expect, picture, ready, signIn, test, visit } from "./page";

const LEDGER = "samples/establishments-daoxian.xlsx";

test("a ledger is compared, marked and imported, and its establishments are found", async ({ page, hasScript }) => {
  await signIn(page, "dx-registrar", hasScript);
  await visit(page, "/daoxian/establishments/import", hasScript);
  if (hasScript) await accessible(page);
  await page.getByLabel("工作簿").setInputFiles(LEDGER);
  await page.getByRole("button", { name: "上传并核对" }).click();
  await page.waitForURL(/establishments\/import\/[0-9a-f-]{36}$/);
  await ready(page, hasScript);
  await expect(page.getByRole("button", { name: "导入全部" })).toBeDisabled();
  await expect(page.getByRole("table", { name: /有误的行/ })).toContainText("信用代码第 18 位应为");
  if (hasScript) await accessible(page);
  await picture(page, `import-found${hasScript ? "" : "-nojs"}`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载标红的工作簿" }).click();
  expect((await download).suggestedFilename()).toBe("establishments-daoxian-标红.xlsx");
  await page.getByRole("button", { name: "只导入正确的行" }).click();
  await expect(page.getByRole("status").filter({ hasText: "已导入登记册" })).toBeVisible();
  await visit(page, "/daoxian/establishments", hasScript);
  await page.getByLabel("查找").fill("qtcs");
  await page.getByRole("button", { name: "筛选" }).click();
  await page.waitForURL(/qtcs/);
  await ready(page, hasScript);
  await expect(page.getByRole("link", { name: "道县桥头昌盛加油站" })).toBeVisible();
  if (hasScript) await accessible(page);
  await picture(page, `establishments${hasScript ? "" : "-nojs"}`);
  await page.getByRole("link", { name: "道县桥头昌盛加油站" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("道县桥头昌盛加油站");
  if (hasScript) await accessible(page);
});

test("a text file is answered with what to do", async ({ page, hasScript }) => {
  await signIn(page, "dx-registrar", hasScript);
  await visit(page, "/daoxian/establishments/import", hasScript);
  const buffer = Buffer.from("主体名称,行业\n甲,酒");
  await page.getByLabel("工作簿").setInputFiles({ name: "台账.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "上传并核对" }).click();
  await expect(page.getByRole("alert")).toContainText("另存为 .xlsx");
});

test("wrong input stays in the form with what to do", async ({ page, hasScript }) => {
  await signIn(page, "dx-registrar", hasScript);
  await visit(page, "/daoxian/establishments/new", hasScript);
  if (hasScript) await accessible(page);
  await page.getByLabel("统一社会信用代码").fill("91431124MA4PT1X32U");
  await page.getByRole("button", { name: "登记此主体" }).click();
  await page.waitForURL(/draft=/);
  await ready(page, hasScript);
  await expect(page.getByRole("alert")).toContainText("信用代码第 18 位应为 T，请核对");
  await expect(page.getByRole("alert")).toContainText("请填写主体名称");
  await expect(page.getByLabel("统一社会信用代码")).toHaveValue("91431124MA4PT1X32U");
  if (hasScript) await accessible(page);
});

test("who only reads sees the list and no way to change it", async ({ page, hasScript }) => {
  await signIn(page, "dx-reader", hasScript);
  await visit(page, "/daoxian/establishments", hasScript);
  await expect(page.getByRole("link", { name: "新增主体" })).toHaveCount(0);
  const refused = await visit(page, "/daoxian/establishments/new", hasScript);
  expect(refused?.status()).toBe(403);
});
