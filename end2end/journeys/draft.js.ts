// What is typed into a form keeps itself; when the page is opened anew it can be gone on with, and once sent it is gone.
import { daysAgo, field, fillIn, send } from "./case";
import { accessible, expect, picture, signIn, test, visit } from "./page";

test("a clue that was left half-written is there again, without problems told", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await visit(page, "/daoxian/cases/new", hasScript);
  await fillIn(page, { 涉嫌违法的情况: "夜间私宰，<b>三头</b>", 地点: "道县梅花镇" });
  await field(page, "地点").pressSequentially("河边");
  await expect(page.getByText(/^草稿已于 \d\d:\d\d 自动保存$/)).toBeVisible();
  await visit(page, "/daoxian/cases", hasScript);
  await visit(page, "/daoxian/cases/new", hasScript);
  await expect(field(page, "涉嫌违法的情况")).toHaveValue("");
  await picture(page, "draft-offered");
  await page.getByRole("link", { name: /^继续填写 .* 自动保存的草稿$/ }).click();
  await expect(field(page, "涉嫌违法的情况")).toHaveValue("夜间私宰，<b>三头</b>");
  await expect(field(page, "地点")).toHaveValue("道县梅花镇河边");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await accessible(page);
  await fillIn(page, { 日期: daysAgo(0), 案源: "自行发现" });
  await send(page, "登记线索", hasScript);
  await expect(page.getByRole("status").filter({ hasText: "已记录。" })).toBeVisible();
  await visit(page, "/daoxian/cases/new", hasScript);
  await expect(page.getByRole("link", { name: /自动保存的草稿/ })).toHaveCount(0);
});

test("nobody else is offered it", async ({ seat, hasScript }) => {
  const [first, second] = [await seat("dx-officer1"), await seat("dx-officer2")];
  await visit(first, "/daoxian/cases/new", hasScript);
  await field(first, "地点").pressSequentially("道县某处");
  await expect(first.getByText(/自动保存$/)).toBeVisible();
  await visit(second, "/daoxian/cases/new", hasScript);
  await expect(second.getByRole("link", { name: /自动保存的草稿/ })).toHaveCount(0);
});
