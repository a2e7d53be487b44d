// A roll becomes a class; its people sign in, sit the exam and get their certificates; the city's figure grows by them.
import { daysAgo, fillIn } from "./case";
import { accessible, expect, picture, ready, test, visit } from "./page";
import { actOf, sendAct } from "./class";
import { workbookOf } from "./workbook";
import { figureOfDaoxian } from "./visiting";

const NUMERALS = "一二三四五六七八九十";
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An identity number with its check character. */
function idNumber(serial: number) {
  const body = `43112419850${1 + (serial % 9)}15${serial}`;
  const sum = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0);
  return body + "10X98765432"[sum % 11];
}

/** A session that ended a little while ago: day, begin, end, as the wall clock of the bureau says. */
function lately() {
  const wall = (minutesAgo: number, format: Intl.DateTimeFormatOptions, locale = "en-GB") =>
    new Intl.DateTimeFormat(locale, { timeZone: "Asia/Shanghai", ...format }).format(Date.now() - minutesAgo * 60_000);
  const clock = (minutesAgo: number) => wall(minutesAgo, { hour: "2-digit", minute: "2-digit" });
  const day = (minutesAgo: number) => wall(minutesAgo, {}, "en-CA");
  // Around midnight the last hour lies on two days, or wholly on the day before.
  return day(75) === day(0) ? [day(0), clock(75), clock(10)] : [daysAgo(1), "21:00", "22:30"];
}

test("a roll becomes a class whose people earn their certificates, and the city counts them", async ({ seat, hasScript }) => {
  test.slow(true, "the whole way of a class, by three people");
  const [trainer, analyst] = [await seat("dx-trainer"), await seat("yz-analyst")];
  const [mode, first] = hasScript ? ["甲", 310] : ["乙", 330];
  const [trade, name] = [`竹编工${mode}`, `道县竹编${mode}班第1期`];
  const certified = () => figureOfDaoxian(analyst, "certified", { trade }, hasScript);
  await expect(await certified()).toHaveText("0");

  const head = ["序号", "姓名", "身份证号", "联系电话", "培训工种", "班次", "开班日期", "结业日期", "学时"];
  const rows = [...NUMERALS].map((numeral, nth) => [
    `${nth + 1}`, `盘学${numeral}`, idNumber(first + nth), `13874600${first + nth}`, trade, name, daysAgo(1), daysAgo(-1), "1",
  ]);
  await visit(trainer, "/daoxian/trainees/import", hasScript);
  await trainer.getByLabel("工作簿").setInputFiles({ name: "花名册.xlsx", mimeType: "application/octet-stream", buffer: workbookOf([head, ...rows]) });
  await trainer.getByRole("button", { name: "上传并核对" }).click();
  await trainer.waitForURL(/trainees\/import\/[0-9a-f-]{36}$/);
  await ready(trainer, hasScript);
  await trainer.getByRole("button", { name: "导入全部" }).click();
  await expect(trainer.getByRole("status").filter({ hasText: "已导入培训记录" })).toBeVisible();

  await visit(trainer, "/daoxian/classes", hasScript);
  await trainer.getByRole("link", { name, exact: true }).click();
  await expect(trainer.getByRole("heading", { level: 1 })).toContainText("开班");
  await ready(trainer, hasScript);
  const [day, from, to] = lately();
  await actOf(trainer, "安排课次", { 日期: day, 开始时间: from, 结束时间: to, 每人学时: "1", 内容: "竹编基础", 教师: `蒋师傅${mode}`, 教室: `${mode}教室` }, hasScript);
  await expect(trainer.getByRole("status").filter({ hasText: "已记录：安排课次。" })).toBeVisible();

  // The roll call, on a phone; what is tapped without the net is sent when it is back.
  const here = trainer.url().split("?")[0];
  await trainer.setViewportSize({ width: 360, height: 740 });
  await trainer.getByRole("main").locator("a[href*='/sessions/']").first().click();
  await expect(trainer.getByRole("heading", { level: 1 })).toContainText("签到");
  await ready(trainer, hasScript);
  if (hasScript) {
    await trainer.context().setOffline(true);
    await trainer.locator("li", { hasText: "盘学一" }).getByText("到", { exact: true }).click();
    await expect(trainer.getByText("1 条未上传")).toBeVisible();
    await trainer.context().setOffline(false);
    await expect(trainer.getByText("应到 10 实到 1")).toBeVisible();
    await trainer.getByRole("button", { name: "全部到" }).click();
    await picture(trainer, "roll-call-phone");
    await accessible(trainer);
  } else {
    for (const line of await trainer.locator("li[data-person]").all()) await line.getByText("到", { exact: true }).click();
    await trainer.getByRole("button", { name: "登记签到" }).click();
    await trainer.waitForURL(/\?done=10-0/);
  }
  await expect(trainer.getByText("应到 10 实到 10")).toBeVisible();
  await visit(trainer, trainer.url().split("?")[0], hasScript);
  await expect(trainer.getByText("应到 10 实到 10")).toBeVisible();
  await trainer.setViewportSize({ width: 1366, height: 768 });

  await visit(trainer, here, hasScript);
  await actOf(trainer, "结业", { 日期: daysAgo(0) }, hasScript);
  await expect(trainer.getByRole("heading", { level: 1 })).toContainText("已结业");

  // Marks that are none stay as typed, with the reason beside them.
  await trainer.getByRole("link", { name: "登记成绩", exact: true }).click();
  await ready(trainer, hasScript);
  await fillIn(trainer, { 日期: daysAgo(0), 考评员一: "欧阳考评", 考评员二: "义考评" });
  const totals = trainer.getByRole("main").getByLabel("总分", { exact: true });
  await expect(totals).toHaveCount(10);
  for (const [nth, mark] of ["优", "101", "80", "81", "82", "83", "84", "85", "86", "59"].entries()) await totals.nth(nth).fill(mark);
  await sendAct(trainer, "登记成绩", hasScript);
  await expect(trainer.getByRole("alert")).toBeVisible();
  await expect(totals.nth(0)).toHaveValue("优");
  await expect(totals.nth(9)).toHaveValue("59");
  if (hasScript) await accessible(trainer);
  await picture(trainer, `marks-refused${hasScript ? "" : "-nojs"}`);
  await totals.nth(0).fill("90");
  await totals.nth(1).fill("100");
  await sendAct(trainer, "登记成绩", hasScript);
  await expect(trainer.getByRole("status").filter({ hasText: "已记录：登记成绩。" })).toBeVisible();

  await trainer.getByRole("link", { name: "发证", exact: true }).click();
  await ready(trainer, hasScript);
  await fillIn(trainer, { 日期: daysAgo(0), 发证单位: "道县商务局", 签发人: "周局" });
  await sendAct(trainer, "发证", hasScript);
  await expect(trainer.getByRole("main")).toContainText(/LW431124\d{7}/);
  await picture(trainer, `class-certified${hasScript ? "" : "-nojs"}`);

  await expect(await certified(), "nine passed").toHaveText("9");
});
