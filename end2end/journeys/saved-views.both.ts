// A filter that is used every day is kept under a name: a link above the list, one's own, and gone when it is deleted.
import type { Page } from "@playwright/test";
import { LONG, neverDown, SCRIPT } from "./hostile";
import { accessible, expect, picture, ready, test, visit } from "./page";

const bar = (page: Page) => page.getByRole("main").getByRole("navigation", { name: "常用视图" });

/** Keeps the filter of the list that is shown; where the name cannot be taken, stays in the form. */
async function keep(page: Page, name: string, hasScript: boolean) {
  await page.getByLabel(/^名称/).fill(name);
  await page.getByRole("main").getByRole("button", { name: "保存", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/views") || url.search.includes("draft="));
  await ready(page, hasScript);
}

test("an officer keeps a filter of the cases, comes back to it, and deletes it", async ({ seat, hasScript }) => {
  const officer = await seat("dx-officer2");
  await visit(officer, "/daoxian/cases", hasScript);
  await expect(bar(officer)).toHaveCount(0);
  await officer.getByLabel("阶段").selectOption({ label: "结案" });
  await officer.getByRole("button", { name: "筛选" }).click();
  await officer.waitForURL(/stage=closed/);
  await ready(officer, hasScript);
  await bar(officer).getByRole("link", { name: "保存当前条件" }).click();
  await officer.waitForURL(/\/views\?/);
  await ready(officer, hasScript);
  await expect(officer.getByRole("main")).toContainText("阶段：结案");
  await picture(officer, `saved-view-form${hasScript ? "" : "-nojs"}`);
  await keep(officer, "已经结案的", hasScript);
  expect(new URL(officer.url()).search).toBe("?stage=closed");
  const kept = bar(officer).getByRole("link", { name: "已经结案的" });
  await expect(kept).toHaveAttribute("aria-current", "true");
  await expect(bar(officer).getByRole("link", { name: "保存当前条件" })).toHaveCount(0);
  if (hasScript) await accessible(officer);
  await picture(officer, `saved-views${hasScript ? "" : "-nojs"}`);

  await visit(officer, "/daoxian/cases", hasScript);
  await expect(kept).not.toHaveAttribute("aria-current", "true");
  await kept.click();
  await officer.waitForURL(/stage=closed/);
  await expect(kept).toHaveAttribute("aria-current", "true");
  await expect(officer.getByLabel("阶段")).toHaveValue("closed");
  await visit(officer, "/daoxian", hasScript);
  await expect(bar(officer), "of the other list").toHaveCount(0);
  const colleague = await seat("dx-chief");
  await visit(colleague, "/daoxian/cases?stage=closed", hasScript);
  await expect(bar(colleague).getByRole("link", { name: "已经结案的" })).toHaveCount(0);

  await officer.setViewportSize({ width: 320, height: 740 });
  await visit(officer, "/daoxian/cases?stage=closed", hasScript);
  await picture(officer, `saved-views-320${hasScript ? "" : "-nojs"}`);
  expect(await officer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await officer.setViewportSize({ width: 1366, height: 768 });
  await bar(officer).getByRole("link", { name: "管理" }).click();
  await expect(officer.getByRole("heading", { name: "常用视图", level: 1 })).toBeVisible();
  await ready(officer, hasScript);
  if (hasScript) await accessible(officer);

  await test.step("renamed, it opens the list until it is asked for whole", async () => {
    const row = officer.getByRole("row", { name: /已经结案的/ });
    await row.getByRole("link", { name: "改名" }).click();
    await officer.waitForURL(/\/views\?view=/);
    await ready(officer, hasScript);
    await expect(officer.getByLabel(/^名称/)).toHaveValue("已经结案的");
    for (const [name, message] of [["", "请填写名称"], ["打 13907461234", "请换一个名称"]]) {
      await officer.getByLabel(/^名称/).fill(name);
      await officer.getByRole("main").getByRole("button", { name: "改名" }).click();
      await officer.waitForURL(/draft=/);
      await ready(officer, hasScript);
      await expect(officer.getByRole("alert")).toContainText(message);
      await expect(officer.getByLabel(/^名称/)).toHaveValue(name);
    }
    await officer.getByLabel(/^名称/).fill("常看已经结案的");
    await officer.getByRole("main").getByRole("button", { name: "改名" }).click();
    await expect(officer.getByRole("status").filter({ hasText: "已改名" })).toBeVisible();
    await ready(officer, hasScript);
    await officer.getByRole("row", { name: /常看已经结案的/ }).getByRole("button", { name: "设为默认" }).click();
    await expect(officer.getByRole("status").filter({ hasText: "已设置" })).toBeVisible();
    await picture(officer, `saved-view-default${hasScript ? "" : "-nojs"}`);

    await visit(officer, "/daoxian/cases", hasScript);
    const opening = bar(officer).getByRole("link", { name: "常看已经结案的（默认）" });
    await expect(opening).toHaveAttribute("aria-current", "true");
    await expect(officer.getByLabel("阶段")).toHaveValue("closed");
    await bar(officer).getByRole("link", { name: "全部" }).click();
    await officer.waitForURL(/\?all=yes/);
    await expect(opening).not.toHaveAttribute("aria-current", "true");
    await expect(officer.getByLabel("阶段")).toHaveValue("");
    await officer.getByLabel("阶段").selectOption({ label: "立案" });
    await officer.getByRole("button", { name: "筛选" }).click();
    await officer.waitForURL(/stage=filed/);
    await expect(opening).not.toHaveAttribute("aria-current", "true");
    await officer.getByRole("main").getByRole("link", { name: "清除筛选" }).click();
    await officer.waitForURL(/\?part=all$/);
    await expect(officer.getByLabel("阶段")).toHaveValue("");
    await visit(officer, "/daoxian/views", hasScript);
    await officer.getByRole("row", { name: /常看已经结案的/ }).getByRole("button", { name: "取消默认" }).click();
    await expect(officer.getByRole("button", { name: "设为默认" })).toBeVisible();
    await visit(officer, "/daoxian/cases", hasScript);
    await expect(officer.getByLabel("阶段")).toHaveValue("");
    await visit(officer, "/daoxian/views", hasScript);
  });

  await officer.getByRole("row", { name: /已经结案的/ }).getByRole("button", { name: "删除" }).click();
  await expect(officer.getByRole("status").filter({ hasText: "已删除" })).toBeVisible();
  await expect(officer.getByRole("row", { name: /已经结案的/ })).toHaveCount(0);
});

test("every list that can be narrowed keeps its views, and none of them a further page", async ({ seat, hasScript }) => {
  const trainer = await seat("dx-trainer");
  const lists = [
    ["/daoxian", "?part=waiting"],
    ["/daoxian/cases", "?stage=filed&q=%E9%81%93%E5%8E%BF"],
    ["/daoxian/establishments", "?form%5Bindustry%5D=oil&form%5Blicence%5D=valid"],
    ["/daoxian/classes", "?form%5Bstate%5D=open"],
    ["/daoxian/trainees", "?form%5Bq%5D=%E6%9D%8E"],
    ["/daoxian/certificates", "?form%5Byear%5D=2026"],
  ];
  for (const [list, query] of lists) {
    const further = /daoxian(\/cases)?$/.test(list) ? "&after=2020-01-01_01900000-0000-7000-8000-00000000dead" : "";
    await visit(trainer, `${list}${query}${further}&unknown=1`, hasScript);
    await bar(trainer).getByRole("link", { name: "保存当前条件" }).click();
    await trainer.waitForURL(/\/views\?/);
    await ready(trainer, hasScript);
    await keep(trainer, `常看 ${list}`, hasScript);
    const url = new URL(trainer.url());
    expect(`${url.pathname}${url.search}`).toBe(`${list}${query}`);
    await expect(bar(trainer).getByRole("link", { name: `常看 ${list}` })).toHaveAttribute("aria-current", "true");
  }
  await visit(trainer, "/daoxian/views", hasScript);
  await picture(trainer, `saved-views-all${hasScript ? "" : "-nojs"}`);
  await expect(trainer.getByRole("row").filter({ has: trainer.getByRole("button", { name: "删除" }) })).toHaveCount(lists.length);
  await expect(trainer.getByRole("row", { name: /常看 \/daoxian\/establishments/ })).toContainText("行业：成品油流通；许可状态：有效");
});

test("a name that cannot be taken stays in the form, and nobody's number is kept", async ({ seat, hasScript }) => {
  const reader = await seat("dx-reader");
  const failures = neverDown(reader);
  await visit(reader, "/daoxian/views?page=cases&query=stage%3Dfiled", hasScript);
  for (const [name, message] of [["", "请填写名称"], [LONG.slice(0, 31), "30"], ["打 13907461234", "请换一个名称"]]) {
    await keep(reader, name, hasScript);
    await expect(reader.getByRole("alert")).toContainText(message);
    await expect(reader.getByLabel(/^名称/)).toHaveValue(name);
  }
  const script = SCRIPT.slice(0, 30);
  await keep(reader, script, hasScript);
  await expect(bar(reader).getByRole("link", { name: script })).toHaveAttribute("aria-current", "true");
  await visit(reader, "/daoxian/views?page=cases&query=stage%3Dclosed", hasScript);
  await keep(reader, script, hasScript);
  await expect(reader.getByRole("alert")).toContainText("已有同名的常用视图");

  await visit(reader, "/daoxian/cases", hasScript);
  await reader.getByRole("main").getByRole("searchbox").fill("13907461234");
  await reader.getByRole("button", { name: "筛选" }).click();
  await reader.waitForURL(/q=~/);
  await ready(reader, hasScript);
  await expect(bar(reader).getByRole("link", { name: "保存当前条件" })).toHaveCount(0);
  await visit(reader, "/daoxian/views?page=cases&query=q%3D~0190f0e0-0000-7000-8000-000000000000", hasScript);
  await expect(reader.getByRole("main")).toContainText("不能保存");
  await visit(reader, "/daoxian/views?page=cases&query=", hasScript);
  await expect(reader.getByRole("main")).toContainText("请先筛选再保存");
  expect((await reader.request.get("/daoxian/views?page=nowhere&query=%25zz")).status()).toBe(200);
  const stranger = await seat("jh-officer1");
  expect((await stranger.request.get("/daoxian/views")).status()).toBe(404);
  expect(failures).toEqual([]);
});
