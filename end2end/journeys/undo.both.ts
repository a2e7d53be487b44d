// An import undone: what it added goes, and the page says so.
import { expect, ready, signIn, test, visit } from "./page";

test("an import is undone as a whole", async ({ page, hasScript }) => {
  await signIn(page, "ny-registrar", hasScript);
  await visit(page, "/ningyuan/establishments/import", hasScript);
  await page.getByLabel("工作簿").setInputFiles("samples/establishments-daoxian.xlsx");
  await page.getByRole("button", { name: "上传并核对" }).click();
  await page.waitForURL(/establishments\/import\/[0-9a-f-]{36}$/);
  await ready(page, hasScript);
  await page.getByRole("button", { name: "只导入正确的行" }).click();
  await expect(page.getByRole("status").filter({ hasText: "已导入登记册" })).toBeVisible();
  await ready(page, hasScript);
  await page.getByRole("button", { name: "撤销此次导入" }).click();
  await expect(page.getByRole("status").filter({ hasText: /此次导入已撤销：删除 \d+ 户/ })).toBeVisible();
  await ready(page, hasScript);
  await expect(page.getByRole("button", { name: "撤销此次导入" })).toHaveCount(0);
  // Sent once more, as by a second tab, the import stays undone.
  const apply = new URL(page.url()).pathname.replace("/ningyuan/", "/_/files/ningyuan/") + "/apply";
  const again = await page.request.post(apply, { form: { rows: "valid" }, maxRedirects: 0 });
  expect(again.status()).toBe(303);
  await visit(page, "/ningyuan/establishments?form%5Bq%5D=" + encodeURIComponent("道县桥头昌盛加油站"), hasScript);
  await expect(page.getByRole("link", { name: "道县桥头昌盛加油站" })).toHaveCount(0);
});
