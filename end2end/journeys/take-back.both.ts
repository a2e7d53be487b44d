// Whoever made the newest entry takes it back within ten minutes; both stay in the timeline, the case stands as before.
import { act, daysAgo, fillIn, send, timeline } from "./case";
import { accessible, expect, picture, test, visit } from "./page";

test("a head takes back a refusal to file, and nobody else could", async ({ seat, hasScript }) => {
  const [officer, head] = [await seat("dx-officer1"), await seat("dx-head")];
  await visit(officer, "/daoxian/cases/new", hasScript);
  await fillIn(officer, { 日期: daysAgo(0), 案源: "自行发现", 涉嫌违法的情况: "进货票据不全。", 地点: "道县" });
  await send(officer, "登记线索", hasScript);
  await expect(officer.getByRole("button", { name: "撤回这条记录" })).toHaveCount(0);
  const here = new URL(officer.url()).pathname;
  await visit(head, here, hasScript);
  await act(head, "不予立案", { 日期: daysAgo(0), 理由类别: "没有违法事实", 理由: "票据已经补齐。" }, hasScript);
  await visit(officer, here, hasScript);
  await expect(officer.getByRole("button", { name: "撤回这条记录" })).toHaveCount(0);
  if (hasScript) await accessible(head);
  await picture(head, `take-back${hasScript ? "" : "-nojs"}`);
  await head.getByRole("button", { name: "撤回这条记录" }).click();
  await expect(head.getByRole("status").filter({ hasText: "已撤回，案件回到之前的状态。" })).toBeVisible();
  await expect(timeline(head)).toHaveCount(3);
  await expect(timeline(head).first()).toContainText("撤回 不予立案");
  await expect(timeline(head).nth(1)).toContainText("已撤回");
  await expect(head.getByRole("link", { name: "不予立案", exact: true })).toBeVisible();
});
