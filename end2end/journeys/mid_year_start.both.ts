// A bureau begins in the middle of a year with thirty open cases on paper: it is at work the same day, every term right.
import { accessible, expect, picture, ready, signIn, test, visit } from "./page";
import { field, fillIn, daysAgo, nameOf, readsOnPhone, timeline } from "./case";
import { FILED, openCases, type People } from "./open-cases";
import { workbookText } from "./workbook";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

const FILE = { name: "在办案件.xlsx", mimeType: "application/octet-stream" };

async function upload(page: Page, buffer: Buffer, hasScript: boolean) {
  await visit(page, "/ningyuan/cases/import", hasScript);
  await page.getByLabel("工作簿").setInputFiles({ ...FILE, buffer });
  await page.getByRole("button", { name: "上传并核对" }).click();
  await page.waitForURL(/import\/[0-9a-f-]{36}$/);
  await ready(page, hasScript);
}

async function count(page: Page, words: string) {
  return page.getByRole("term").filter({ hasText: words }).locator("xpath=following-sibling::dd[1]").innerText();
}

test("thirty open cases come in by workbook and are at work the same day", async ({ page, seat, hasScript }) => {
  test.setTimeout(120_000);
  const people: People = {
    lead: await nameOf(await seat("ny-officer1")),
    second: await nameOf(await seat("ny-officer2")),
    head: await nameOf(await seat("ny-head")),
  };
  const book = openCases(30, people);

  await test.step("an officer prepares, and the head puts in", async () => {
    await signIn(page, "ny-officer1", hasScript);
    await upload(page, book, hasScript);
    expect(await count(page, "新补录案件")).toBe("30");
    expect(await count(page, "有误的行")).toBe("0");
    await expect(page.getByText("由分管负责人或主要负责人核对后导入")).toBeVisible();
    await expect(page.getByRole("button", { name: "导入全部" })).toHaveCount(0);
    await expect(page.getByRole("table", { name: "当时不符合规定之处" })).toContainText("纸质11号屠宰场");
    if (hasScript) await accessible(page);
    await picture(page, `paper-found${hasScript ? "" : "-nojs"}`);
  });

  const head = await seat("ny-head");
  await test.step("the head finds what waits, and imports all", async () => {
    await visit(head, "/ningyuan/cases/import", hasScript);
    await head.getByRole("link", { name: /在办案件\.xlsx/ }).first().click();
    await ready(head, hasScript);
    await head.getByRole("button", { name: "导入全部" }).click();
    await expect(head.getByRole("status").filter({ hasText: "已补录" })).toBeVisible();
  });

  await test.step("the same workbook again changes nothing", async () => {
    await upload(head, book, hasScript);
    expect(await count(head, "新补录案件")).toBe("0");
    expect(await count(head, "无变化")).toBe("30");
  });

  await test.step("the work list shows them, and a term runs from its real day", async () => {
    await visit(page, "/ningyuan?part=handled", hasScript);
    await expect(page.getByRole("link", { name: /纸质\d+号屠宰场/ }).first()).toBeVisible();
    await visit(page, "/ningyuan/cases?q=%E7%BA%B8%E8%B4%A82%E5%8F%B7", hasScript);
    await page.getByRole("link", { name: /纸质2号屠宰场/ }).click();
    await ready(page, hasScript);
    const [year, month, day] = FILED().split("-").map(Number);
    await expect(page.getByText(`${year}年${month}月${day}日`).first()).toBeVisible();
    const due = new Date(`${FILED()}T00:00:00+08:00`).getTime() + 90 * 86_400_000;
    const end = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(due).split("-").map(Number);
    await page.getByText("如何计算").last().click();
    await expect(page.locator(".term-line").filter({ hasText: `${end[1]}月${end[2]}日` }).first()).toBeVisible();
    await expect(page.getByText("补录（纸质办理）").first()).toBeVisible();
    // What is held runs from the day on which it was registered.
    const since = daysAgo(3).split("-").map(Number);
    await expect(page.getByRole("main")).toContainText("先行登记保存");
    await expect(timeline(page).filter({ hasText: "先行登记保存" }).first()).toContainText(`${since[1]}月${since[2]}日`);
    await expect(page.getByText(`${people.head}（纸质；`).first()).toBeVisible();
    if (hasScript) await accessible(page);
    await expect(page.locator(".term-line table.month").first()).toBeAttached();
    await picture(page, `paper-case${hasScript ? "" : "-nojs"}`);
    await readsOnPhone(page, new URL(page.url()).pathname, hasScript);
  });
});

test("a row that makes no sense is refused in the marked workbook, the right ones go in and out again", async ({ page, hasScript }) => {
  await signIn(page, "jy-head", hasScript);
  await visit(page, "/jiangyong/cases/import", hasScript);
  const people = { lead: "查无此人", second: "查无此人", head: "查无此人" };
  await page.getByLabel("工作簿").setInputFiles({ ...FILE, buffer: openCases(3, people) });
  await page.getByRole("button", { name: "上传并核对" }).click();
  await page.waitForURL(/import\/[0-9a-f-]{36}$/);
  await ready(page, hasScript);
  await expect(page.getByRole("table", { name: /有误的行/ })).toContainText("本单位没有唯一一名叫“查无此人”的人员");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载标红的工作簿" }).click();
  const marked = workbookText(readFileSync(await (await download).path()));
  expect(marked).toContain("查无此人”的人员，请核对姓名");
  await page.getByRole("button", { name: "只导入正确的行" }).click();
  await expect(page.getByRole("status").filter({ hasText: "已补录" })).toBeVisible();
  await page.getByRole("button", { name: "撤销此次导入" }).click();
  await expect(page.getByRole("status").filter({ hasText: "此次导入已撤销：撤回 1 件" })).toBeVisible();
});

test("one case is filled in on a page: what is wrong stays with what to do", async ({ page, hasScript }) => {
  await signIn(page, "dx-head", hasScript);
  await visit(page, "/daoxian/cases/enter", hasScript);
  await picture(page, `paper-form${hasScript ? "" : "-nojs"}`);
  const party = `道县手工补录店${hasScript ? "" : "二"}`;
  await fillIn(page, {
    当事人名称: party,
    当事人类型: "个体工商户",
    "违法行为（案由）": "slaughter-v04@2021",
    违法行为发生日: daysAgo(40),
    违法行为地点: "道县梅花镇",
    案件来源: "举报投诉",
    线索收到日: daysAgo(30),
    涉嫌违法事实: "未登记进厂生猪",
    立案日: daysAgo(20),
    催告书送达日: daysAgo(2),
  });
  await page.getByRole("button", { name: "核对", exact: true }).click();
  await page.waitForURL(/draft=/);
  await ready(page, hasScript);
  await expect(page.getByRole("alert")).toContainText("填写了“立案日”，此项也必须填写");
  await expect(page.getByRole("alert")).toContainText("填写了“催告书送达日”，此项也必须填写");
  await expect(field(page, "当事人名称")).toHaveValue(party);
  if (hasScript) await accessible(page);
  await fillIn(page, { 立案日: "", 催告书送达日: "" });
  await page.getByRole("button", { name: "核对", exact: true }).click();
  await page.waitForURL(/import\/[0-9a-f-]{36}$/);
  await ready(page, hasScript);
  await page.getByRole("button", { name: "导入全部" }).click();
  await expect(page.getByRole("status").filter({ hasText: "已补录" })).toBeVisible();
  await visit(page, `/daoxian/cases?q=${encodeURIComponent(party)}`, hasScript);
  await expect(page.getByRole("link", { name: party })).toBeVisible();
});

test("a penalty on the spot comes in from paper, without the steps that it never had", async ({ page, seat, hasScript }) => {
  const people = { 主办人: await nameOf(await seat("dx-officer1")), 协办人: await nameOf(await seat("dx-officer2")) };
  await signIn(page, "dx-head", hasScript);
  await visit(page, "/daoxian/cases/enter", hasScript);
  const party = `道县当场警告店${hasScript ? "" : "二"}`;
  await fillIn(page, {
    当事人名称: party,
    当事人类型: "个体工商户",
    "违法行为（案由）": "slaughter-v04@2021",
    违法行为发生日: daysAgo(20),
    违法行为地点: "道县梅花镇",
    案件来源: "监督检查",
    线索收到日: daysAgo(20),
    涉嫌违法事实: "未登记进厂生猪",
    办案程序: "简易程序",
    立案日: daysAgo(20),
    ...people,
    已出示证件并告知权利: "是",
    查明的事实: "进厂生猪没有登记，负责人承认。",
    其他处罚种类: "警告",
    违法所得: "0",
    改正期限或改正日: daysAgo(5),
    处罚决定日: daysAgo(20),
    决定书文号: hasScript ? "71" : "72",
    决定罚款: "0",
    决定书送达方式: "邮寄送达",
  });
  await page.getByRole("button", { name: "核对", exact: true }).click();
  await page.waitForURL(/draft=/);
  await ready(page, hasScript);
  await expect(page.getByRole("alert")).toContainText("所填的办案程序没有这一步");
  await expect(page.getByRole("alert")).toContainText("当场处罚决定书当场交付");
  await fillIn(page, { 立案日: "", 决定书送达方式: "直接送达（本人）" });
  await page.getByRole("button", { name: "核对", exact: true }).click();
  await page.waitForURL(/import\/[0-9a-f-]{36}$/);
  await ready(page, hasScript);
  await page.getByRole("button", { name: "导入全部" }).click();
  await expect(page.getByRole("status").filter({ hasText: "已补录" })).toBeVisible();
  await visit(page, `/daoxian/cases?q=${encodeURIComponent(party)}`, hasScript);
  await page.getByRole("link", { name: party }).click();
  await expect(page.getByRole("heading", { name: "经过" })).toBeVisible();
  await expect(timeline(page).first()).toContainText("当场处罚");
  await expect(page.getByRole("main")).toContainText(`当罚〔2026〕${hasScript ? "71" : "72"}号`);
});
