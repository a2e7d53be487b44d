// What must be done is told: a line a matter, the number in the menu and in the tab, read when it is read; and the
// sheet of the week by person.
import { accessible, expect, picture, ready, test, visit } from "./page";

test("an officer sees what is due, marks it as read, and prints the week", async ({ seat, hasScript }) => {
  const officer = await seat("dx-officer1");
  await visit(officer, "/daoxian", hasScript);
  const menu = officer.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name: /^今日提醒/ });
  const unread = async () => Number((await menu.innerText()).match(/\d+/)?.[0] ?? 0);
  const before = await unread();
  expect(before, "the demo has terms that are due").toBeGreaterThan(1);
  await expect(officer).toHaveTitle(new RegExp(`^\\(${before}\\) `));

  await menu.click();
  await expect(officer.getByRole("heading", { name: /^今日提醒/, level: 1 })).toBeVisible();
  await ready(officer, hasScript);
  if (hasScript) await accessible(officer);
  await picture(officer, `reminders${hasScript ? "" : "-nojs"}`);
  const rows = officer.getByRole("main").getByRole("row").filter({ has: officer.getByRole("button", { name: "标为已读" }) });
  await expect(rows).toHaveCount(before);
  const cases = await officer.getByRole("main").getByRole("row").allInnerTexts();
  expect(new Set(cases).size, "each matter has one line").toBe(cases.length);
  await rows.first().getByRole("button", { name: "标为已读" }).click();
  await expect(officer.getByText("已标为已读。")).toBeVisible();
  await ready(officer, hasScript);
  expect(await unread()).toBe(before - 1);
  await expect(rows).toHaveCount(before - 1);

  await officer.setViewportSize({ width: 360, height: 740 });
  await picture(officer, `reminders-360${hasScript ? "" : "-nojs"}`);
  const wide = await officer.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
  await officer.setViewportSize({ width: 1366, height: 768 });
  await officer.getByRole("button", { name: "全部标为已读" }).click();
  await expect(officer).toHaveTitle(/^今日提醒/);
  await ready(officer, hasScript);

  await officer.getByRole("link", { name: "打印本周期限表" }).click();
  await expect(officer.getByRole("heading", { name: /^本周期限表/, level: 1 })).toBeVisible();
  await ready(officer, hasScript);
  if (hasScript) await accessible(officer);
  await picture(officer, `week${hasScript ? "" : "-nojs"}`);
  const people = officer.getByRole("main").getByRole("heading", { level: 2 });
  expect(await people.count(), "by person").toBeGreaterThan(0);
  await officer.getByRole("main").getByRole("row").getByRole("link").first().click();
  await expect(officer.getByRole("heading", { name: "经过" })).toBeVisible();
});
