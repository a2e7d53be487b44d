// The city looks into a county: with a reason, read-only, bounded in time; the county sees it at once.
import type { Page } from "@playwright/test";
import { field, fillIn } from "./case";
import { neverDown, sendInVain } from "./hostile";
import { accessible, expect, picture, ready, test, visit } from "./page";
import { beginVisit } from "./visiting";

const bar = (page: Page) => page.getByRole("region", { name: "调阅记录" });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const menu = (page: Page) => page.getByRole("navigation", { name: "主菜单" });

test("a visit with a reason opens the county's case, and the county sees by whom, why and which", async ({ seat, hasScript }) => {
  test.slow(true, "two people at two browsers, each page looked at by axe");
  const [city, county] = [await seat("yz-supervisor"), await seat("dx-officer1")];
  const failures = neverDown(city);
  const purpose = `核实<b>办结</b>案件数 ${Date.now()}`;
  await menu(city).getByRole("link", { name: "调阅记录" }).click();
  await expect(heading(city)).toContainText("调阅记录");
  // A figure of the county leads to the form, and from there into the list behind it.
  await visit(city, "/yongzhou/figures", hasScript);
  await city.getByRole("main").locator('a[href$="/visits/new?county=daoxian&next=cases%3Fopen%3Dyes"]').first().click();
  await expect(heading(city)).toContainText("开始调阅");
  await ready(city, hasScript);
  await expect(field(city, "县（市、区）")).toHaveValue("daoxian");
  await fillIn(city, { 调阅说明: purpose, 调阅时长: "60 分钟" });
  await sendInVain(city, "开始调阅", hasScript);
  await expect(city.getByRole("alert")).toContainText("请选择调阅事由");
  await expect(field(city, "调阅说明")).toHaveValue(purpose);
  await expect(field(city, "调阅时长")).toHaveValue("60");
  await expect(field(city, "县（市、区）")).toHaveValue("daoxian");
  if (hasScript) await accessible(city);
  await picture(city, `visit-form${hasScript ? "" : "-nojs"}`);
  await fillIn(city, { 调阅事由: "统计数据核实" });
  await city.getByRole("main").getByRole("button", { name: "开始调阅", exact: true }).click();
  await city.waitForURL(/\/yongzhou\/visits\/[0-9a-f-]{36}\/cases\?open=yes$/);
  await ready(city, hasScript);
  for (const words of ["道县", "只读", /剩 (60|59) 分钟/]) await expect(bar(city)).toContainText(words);
  for (const name of ["登记线索", "导入", "导出 Excel"]) await expect(city.getByRole("link", { name })).toHaveCount(0);
  await expect(city.getByRole("banner").getByRole("searchbox")).toHaveCount(0);

  await city.getByRole("row", { name: /终结 批准事先告知/ }).first().getByRole("link").first().click();
  await city.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  await ready(city, hasScript);
  const number = (await city.getByRole("navigation", { name: "当前位置" }).innerText()).match(/道商案〔\d+〕\d+号/)![0];
  const inVisit = new URL(city.url()).pathname;
  await expect(bar(city)).toContainText("只读");
  await expect(city.getByRole("main").getByRole("button")).toHaveCount(0);
  await expect(city.getByRole("link", { name: "证件号码和电话" })).toHaveCount(0);
  await picture(city, `visit-case${hasScript ? "" : "-nojs"}`);

  // While it lasts the county sees it already.
  await menu(county).getByRole("link", { name: "调阅记录" }).click();
  await expect(heading(county)).toContainText("调阅记录");
  const row = county.getByRole("row").filter({ hasText: purpose });
  await expect(row).toContainText("统计数据核实");
  await expect(row).toContainText("进行中");
  await row.getByRole("link").click();
  await expect(county.getByRole("table").getByRole("link", { name: number })).toHaveAttribute("href", /^\/daoxian\/cases\//);
  await expect(county.getByRole("table")).toContainText("案件名单");
  await ready(county, hasScript);
  if (hasScript) await accessible(county);
  await picture(county, `visit-log${hasScript ? "" : "-nojs"}`);

  await bar(city).getByRole("button", { name: "结束调阅" }).click();
  await city.waitForURL(/\?done=ended$/);
  await ready(city, hasScript);
  await expect(city.getByRole("status").filter({ hasText: "调阅已结束" })).toBeVisible();
  await expect(city.getByRole("table")).toContainText(number);
  const over = await visit(city, inVisit, hasScript);
  expect(over?.status()).toBe(404);
  await expect(bar(city)).toContainText("调阅已结束");
  await expect(city.getByRole("main")).not.toContainText(number);
  await expect(bar(city).getByRole("link", { name: "再次调阅" })).toHaveAttribute("href", "/yongzhou/visits/new?county=daoxian");
  await visit(county, "/daoxian/visits", hasScript);
  await expect(county.getByRole("row").filter({ hasText: purpose })).toContainText("已结束");
  expect(failures).toEqual([]);
});

test("a visit opens nothing but the listed records, and nobody else's visit opens anything", async ({ seat, hasScript }) => {
  const [city, other, reader] = [await seat("yz-supervisor"), await seat("dx-officer1"), await seat("yz-reader")];
  await beginVisit(city, "jianghua", "核实培训人数", hasScript);
  const own = new URL(city.url()).pathname;
  for (const page of ["", "/cases", "/establishments", "/programmes", "/classes", "/trainees", "/certificates"]) {
    expect((await city.request.get(`${own}${page}`)).status(), page).toBe(200);
    if (page !== "") expect((await reader.request.get(`${own}${page}`)).status(), page).toBe(403);
    expect((await other.request.get(`${own}${page}`)).status(), page).toBe(404);
  }
  for (const page of ["/proposals", "/search", "/members", "/cases/new", "/establishments/new", "/trainees/import", "/settings"]) {
    expect((await city.request.get(`${own}${page}`)).status(), page).toBe(404);
  }
  const form = { bureau: own.slice(1), id: "", "form[name]": "假店" };
  const sent = await city.request.post("/_/api/save-establishment", { form, headers: { accept: "text/html" }, maxRedirects: 0 });
  expect(sent.status()).toBe(404);
  const number = { to: `${own}/trainees`, "form[q]": "13907461234" };
  const asked = await city.request.post(`/_/find${own}`, { form: number, headers: { accept: "text/html" }, maxRedirects: 0 });
  expect(asked.status()).toBe(422);
  expect(await asked.text()).toContain("不能按证件号码或电话查找");
  await bar(city).getByRole("button", { name: "结束调阅" }).click();
  await city.waitForURL(/\?done=ended$/);
});
