import { accessible, expect, picture, signIn, test, visit } from "./page";

test("the industries lead to laws, amounts and who decides", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await page.getByRole("link", { name: "行业与法规" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("行业与法规");
  if (hasScript) await accessible(page);
  await page.getByRole("link", { name: "生猪定点屠宰" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("生猪定点屠宰");
  await expect(page.locator("main")).toContainText("货值金额不足1万元的，5万元以上10万元以下");
  await expect(page.locator("main")).toContainText("演示说明");
  if (hasScript) await accessible(page);
  await picture(page, `industry${hasScript ? "" : "-nojs"}`);
});

test("everyday words and the day of the act choose the violations", async ({ page, hasScript }) => {
  await signIn(page, "dx-reader", hasScript);
  await visit(page, "/daoxian/industries/slaughter", hasScript);
  await page.getByLabel("行为发生日").fill("2010-05-01");
  await page.getByLabel("关键词或条款").fill("私宰");
  await page.getByRole("button", { name: "查看" }).click();
  await expect(page.locator("main")).toContainText("slaughter-v01@2008");
  await expect(page.locator("main")).not.toContainText("slaughter-v01@2021");
  await visit(page, "/daoxian/industries/oil?day=2022-03-01&q=台账", hasScript);
  await expect(page.locator("main")).toContainText("没有商务等部门的处罚依据");
});
