// Goods and money: a case says what was taken and where it went, what is owed and what came; the bureau's ledger lists
// every account; with and without JavaScript, on a phone too.
import { today } from "./case";
import { accessible, expect, picture, ready, signIn, test, visit } from "./page";
import { workbookOf } from "./workbook";
import type { Page } from "@playwright/test";

/** 3,090.00 as 分. */
const fen = (text: string) => Math.round(Number(text.replace(/[^\d.-]/g, "")) * 100);

/** The cell beside a row's name. */
async function amount(page: Page, table: string, row: string) {
  const line = page.getByRole("table", { name: table }).first().getByRole("row", { name: new RegExp(`^${row}`) });
  return fen(await line.getByRole("cell").last().innerText());
}

test("the ledger lists what is open, and a case's account adds up", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await page.goto("/_/money/daoxian");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("缴款台账");
  const ledger = page.getByRole("table", { name: "缴款台账" });
  await expect(ledger.getByRole("row", { name: /道商罚决〔\d{4}〕\d+号/ }).first()).toContainText("未缴清");
  await expect(ledger.getByRole("row", { name: /^本页合计/ })).toBeVisible();
  if (hasScript) await accessible(page);
  await picture(page, `ledger${hasScript ? "" : "-nojs"}`);
  const workbook = await page.request.get((await page.getByRole("link", { name: "导出 Excel" }).getAttribute("href"))!);
  expect(workbook.headers()["content-type"]).toContain("spreadsheetml");
  await ledger.getByRole("row", { name: /道商罚决/ }).first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("财物与款项");
  const [total, paid, left] = [await amount(page, "账目", "应缴合计"), await amount(page, "账目", "已缴"), await amount(page, "账目", "尚欠")];
  expect(left).toBeGreaterThan(0);
  expect(total + paid).toBe(left);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
});

test("a case with seized things says where each is and under which paper", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer2", hasScript);
  await visit(page, "/daoxian/cases", hasScript);
  await page.getByRole("row", { name: /处理登记保存的证据/ }).first().getByRole("link").first().click();
  await page.getByRole("link", { name: "财物与款项" }).click();
  const goods = page.getByRole("table", { name: "登记保存、查封、扣押的物品" });
  await expect(goods.getByRole("row").nth(1)).toContainText(/先行登记保存 道商登存〔\d{4}〕/);
  await expect(goods.getByRole("row").nth(1)).toContainText("在保管中");
  if (hasScript) await accessible(page);
  await picture(page, `goods${hasScript ? "" : "-nojs"}`);
  await page.getByRole("link", { name: "物品照片见证据文件" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/^证据 /);
});

test("the bank's list is compared, booked into its case once, and taken back", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await page.goto("/_/money/daoxian?part=overdue");
  const owing = page.getByRole("row", { name: /道商罚决〔\d{4}〕\d+号/ }).first();
  const words = await owing.innerText();
  const number = /道商罚决〔\d{4}〕\d+号/.exec(words)![0];
  const there = (await owing.getByRole("link").getAttribute("href"))!;
  const receipt = `对账${hasScript ? "有" : "无"}脚本1`;
  const buffer = workbookOf([
    ["银行缴款明细"],
    ["交易日期", "贷方发生额", "对方户名", "交易流水号", "摘要"],
    [today(), "1.00元", "何某某", receipt, `缴${number.replace("〔", "[").replace("〕", "]")}罚款`],
    [today(), "100", "某商行", `${receipt}2`, "货款"],
    ["合计", "101"],
  ]);
  const upload = async () => {
    await visit(page, "/daoxian/payments/import", hasScript);
    await page.getByLabel("工作簿").setInputFiles({ name: "对账单.xlsx", mimeType: "application/octet-stream", buffer });
    await page.getByRole("button", { name: "上传并核对" }).click();
    await page.waitForURL(/payments\/import\/[0-9a-f-]{36}$/);
    await ready(page, hasScript);
  };
  await upload();
  await expect(page.getByRole("table", { name: /变化/ })).toContainText(number);
  await expect(page.getByRole("table", { name: /有误的行/ })).toContainText("找不到");
  if (hasScript) await accessible(page);
  await picture(page, `bank${hasScript ? "" : "-nojs"}`);
  const before = await (await page.request.get(there)).text();
  expect(before).not.toContain(receipt);
  await page.getByRole("button", { name: "只导入正确的行" }).click();
  await expect(page.getByRole("status").filter({ hasText: "已入账" })).toBeVisible();
  expect(await (await page.request.get(there)).text()).toContain(receipt);
  const booked = page.url();
  await upload();
  await expect(page.getByText("以前已入账").locator("xpath=following-sibling::dd[1]")).toHaveText("1");
  await visit(page, new URL(booked).pathname, hasScript);
  await page.getByRole("button", { name: "撤销此次导入" }).click();
  await expect(page.getByText(/撤回 1 笔/)).toBeVisible();
  expect(await (await page.request.get(there)).text()).not.toContain(receipt);
});
