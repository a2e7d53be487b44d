// The city gives and ends a power, loads a year into the calendar, and a bureau sets its last number used on paper.
import type { Page } from "@playwright/test";
import { expect, picture, ready, signIn, test, visit } from "./page";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** The form that a button sends: a page may have several with the same fields. */
const formOf = (page: Page, button: string) => page.locator("form", { has: page.getByRole("button", { name: button, exact: true }) });

test("the city gives a power and ends it, and the bureau sees both", async ({ page, seat, hasScript }) => {
  const capacity = hasScript ? "应急管理部门" : "人力资源和社会保障部门";
  await signIn(page, "yz-cityadmin", hasScript);
  await visit(page, "/yongzhou/bureaus", hasScript);
  await page.getByRole("link", { name: /新田县商务局/ }).click();
  await expect(heading(page)).toContainText("新田县商务局");
  await ready(page, hasScript);
  await expect(page.locator("main")).toContainText("市局只看数量");
  const give = formOf(page, "赋予此职权");
  await give.getByLabel("行业").selectOption("oil");
  await give.getByLabel("行使身份").selectOption({ label: capacity });
  await give.getByLabel("级别").selectOption("county");
  await give.getByLabel("起始日").fill("2026-1-5");
  await give.getByLabel("最后一日").fill("2026-1-4");
  await give.getByLabel("依据文件").fill("省政府决定第7号");
  await give.getByRole("button").click();
  await expect(page.getByRole("alert")).toContainText("最后一日早于起始日");
  await expect(give.getByLabel("依据文件")).toHaveValue("省政府决定第7号");
  await ready(page, hasScript);
  await give.getByLabel("最后一日").fill("");
  await give.getByRole("button").click();
  await expect(page.getByRole("status")).toContainText("职权已赋予");
  await expect(page.getByRole("row", { name: new RegExp(capacity) }).first()).toContainText("省政府决定第7号");
  await ready(page, hasScript);
  await picture(page, `bureau-powers${hasScript ? "" : "-nojs"}`);

  const end = formOf(page, "终止此职权");
  const option = await end.getByLabel("职权").locator("option", { hasText: `${capacity} · 县级 · 2026-01-05` }).getAttribute("value");
  await end.getByLabel("职权").selectOption(option!);
  await end.getByLabel("最后一日").fill("2026-3-31");
  await end.getByLabel("依据文件或理由").fill("省政府收回");
  await end.getByRole("button").click();
  await expect(page.getByRole("status")).toContainText("职权已终止");
  await expect(page.getByRole("heading", { name: /已终止的职权/ })).toBeVisible();

  const own = await seat("xt-admin");
  await visit(own, "/xintian/powers", hasScript);
  await expect(heading(own)).toContainText("本单位职权");
  await expect(own.getByRole("row", { name: new RegExp(`${capacity}.*2026-01-05–2026-03-31`) }).first()).toBeVisible();
  await expect(own.locator("main").getByRole("button")).toHaveCount(0);
});

test("a year is checked, then loaded, and every bureau sees it", async ({ page, seat, hasScript }) => {
  // Years long past: no open term of another journey moves.
  const year = hasScript ? 2005 : 2006;
  await signIn(page, "yz-cityadmin", hasScript);
  await page.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name: "工作日历" }).click();
  await expect(heading(page)).toContainText("工作日历");
  await page.getByRole("link", { name: String(year), exact: true }).click();
  await expect(heading(page)).toContainText(`${year} 年工作日历`);
  await page.getByRole("link", { name: "更正这一年" }).click();
  await expect(heading(page)).toContainText(`载入 ${year} 年`);
  await ready(page, hasScript);
  const lines = page.getByLabel("放假安排 必填");
  const before = await lines.inputValue();
  await page.getByLabel("放假通知").fill("国办发明电补充通知");
  await lines.fill(`${before}${year}-06-08,makeup_workday,端午节\n${year}-12-25,feast,县庆\n`);
  await page.getByRole("button", { name: "核对" }).click();
  await expect(page.getByRole("alert")).toContainText("本来就是工作日");
  await expect(page.getByRole("alert")).toContainText("类别“feast”不认识");
  await expect(lines).toHaveValue(new RegExp(`${year}-12-25,feast`));
  await ready(page, hasScript);
  await lines.fill(`${before}${year}-12-26,holiday,县庆\n`);
  await page.getByRole("button", { name: "核对" }).click();
  await expect(page.getByRole("heading", { name: "核对结果" })).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(`${year}年12月26日`) })).toContainText("县庆");
  await ready(page, hasScript);
  await picture(page, `calendar-load${hasScript ? "" : "-nojs"}`);
  await page.getByRole("button", { name: `载入 ${year} 年并重算期限` }).click();
  await expect(page.getByRole("status")).toContainText("期限已重算");
  await expect(page.getByRole("row", { name: /道县商务局/ })).toContainText("0");
  await picture(page, `calendar-year${hasScript ? "" : "-nojs"}`);

  const officer = await seat("dx-officer1");
  await visit(officer, `/daoxian/calendar/${year}`, hasScript);
  await expect(officer.getByRole("row", { name: /县庆/ })).toContainText("放假");
  await expect(officer.locator("main")).toContainText("没有期限变动");
  await expect(officer.locator("main")).toContainText("国办发明电补充通知");
  await expect(officer.getByRole("link", { name: "更正这一年" })).toHaveCount(0);
});

test("a file of another kind is told, and a file counts instead of the lines", async ({ page, hasScript }) => {
  await signIn(page, "yz-cityadmin", hasScript);
  await visit(page, "/yongzhou/calendar/2007/load", hasScript);
  await page.getByLabel("放假通知").fill("国办发明电〔2006〕1号");
  const before = await page.getByLabel("放假安排 必填").inputValue();
  await page.getByLabel("或上传 CSV 文件").setInputFiles({ name: "2007.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("PK\u0003\u0004") });
  await page.getByRole("button", { name: "核对" }).click();
  await expect(page.getByRole("alert")).toContainText("另存为");
  await expect(page.getByLabel("放假安排 必填")).toHaveValue(before);
  await ready(page, hasScript);
  await page.getByLabel("或上传 CSV 文件").setInputFiles({ name: "2007.csv", mimeType: "text/csv", buffer: Buffer.from("date,kind,occasion\n2008-05-01,holiday,劳动节\n") });
  await page.getByRole("button", { name: "核对" }).click();
  await expect(page.getByRole("alert")).toContainText("不属于所填年份");
  await expect(page.getByLabel("放假安排 必填")).toHaveValue(/2008-05-01/);
});

test("the administrator follows the first-day list and sets a number once", async ({ page, hasScript }) => {
  const year = hasScript ? "2023" : "2022";
  await signIn(page, "sp-admin", hasScript);
  await expect(page.getByRole("heading", { name: /开局清单 · 还有/ })).toBeVisible();
  await page.getByRole("link", { name: "查看开局清单" }).click();
  await expect(heading(page)).toContainText("开局清单");
  await expect(page.getByRole("row", { name: /两名执法证在有效期内的执法人员/ })).toContainText("已完成");
  await ready(page, hasScript);
  await page.getByLabel("文号字").selectOption("不罚");
  await page.getByLabel("年份").fill(year);
  await page.getByLabel("已用的最后一个号").fill("三十七");
  await page.getByLabel("理由").fill("此前用纸质登记簿");
  await page.getByRole("button", { name: "设定此号" }).click();
  await expect(page.getByRole("alert")).toContainText("0 至 99999");
  await expect(page.getByLabel("理由")).toHaveValue("此前用纸质登记簿");
  await ready(page, hasScript);
  await page.getByLabel("已用的最后一个号").fill("37");
  await page.getByRole("button", { name: "设定此号" }).click();
  await expect(page.getByRole("status")).toContainText("已设定");
  await expect(page.getByRole("row", { name: new RegExp(`双商不罚〔${year}〕38号`) })).toContainText("1–37 纸质办理");
  await picture(page, `start${hasScript ? "" : "-nojs"}`);
});

test("an account is found, renamed, disabled and enabled by the city", async ({ page, hasScript }) => {
  // Seats that nobody else in these journeys takes.
  const number = hasScript ? "qy-archivist" : "ny-archivist";
  await signIn(page, "yz-cityadmin", hasScript);
  await page.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name: "账号管理" }).click();
  await expect(heading(page)).toContainText("账号管理");
  await ready(page, hasScript);
  await page.getByLabel("工号").fill("nobody-9");
  await page.getByRole("button", { name: "查找账号" }).click();
  await expect(page.getByRole("alert")).toContainText("没有这个工号的账号");
  await expect(page.getByLabel("工号")).toHaveValue("nobody-9");
  await ready(page, hasScript);
  await page.getByLabel("工号").fill(number);
  await page.getByRole("button", { name: "查找账号" }).click();
  await page.waitForURL(/accounts\/[0-9a-f-]{36}$/);
  await ready(page, hasScript);
  await page.getByLabel("姓名").fill("何清源");
  await page.getByLabel("电话", { exact: false }).first().fill("1390746");
  await page.getByRole("button", { name: "保存姓名和电话" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("姓名")).toHaveValue("何清源");
  await ready(page, hasScript);
  await page.getByLabel("电话", { exact: false }).first().fill("");
  await page.getByRole("button", { name: "保存姓名和电话" }).click();
  await expect(page.getByRole("status")).toContainText("姓名和电话已保存");
  await expect(heading(page)).toContainText("何清源");
  await ready(page, hasScript);
  await page.getByRole("button", { name: "停用账号" }).click();
  await expect(page.getByRole("status")).toContainText("登录已全部结束");
  await expect(heading(page)).toContainText("账号已停用");
  await ready(page, hasScript);
  await picture(page, `account${hasScript ? "" : "-nojs"}`);
  await page.getByRole("button", { name: "启用账号" }).click();
  await expect(page.getByRole("status")).toContainText("账号已启用");
});
