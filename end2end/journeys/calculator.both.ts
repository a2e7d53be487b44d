import { accessible, expect, picture, signIn, test, visit } from "./page";

test("the term calculator counts, shows how, and keeps what was typed", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await page.getByRole("link", { name: "期限计算器" }).click();
  await expect(page.getByRole("heading", { name: "期限计算器", level: 1 })).toBeVisible();
  await page.getByLabel("起算事件日期").fill("2026-09-28");
  await page.getByLabel("期限长度").fill("10");
  await page.getByLabel("单位").selectOption({ label: "工作日" });
  await page.getByRole("button", { name: "计算", exact: true }).click();
  await expect(page.getByText("10月16日届满")).toBeVisible();
  await expect(page.getByRole("row", { name: /10月10日 周六/ })).toContainText("国庆节调休上班，计入");
  await picture(page, `calculator${hasScript ? "" : "-nojs"}`);
  if (hasScript) await accessible(page);

  // A term of the procedure takes its length from the article in force on the day.
  await page.getByLabel("法定期限").selectOption({ label: "陈述申辩期限" });
  await page.getByLabel("起算事件日期").fill("2020-11-20");
  await page.getByRole("button", { name: "计算", exact: true }).click();
  await expect(page.getByText("11月23日届满")).toBeVisible();
  await expect(page.getByText("行政处罚法（1996年）第三十二条")).toBeVisible();
  await page.getByLabel("法定期限").selectOption({ label: "请选择" });

  await page.getByLabel("起算事件日期").fill("2026-02-30");
  await page.getByLabel("期限长度").fill("许多");
  await page.getByRole("button", { name: "计算", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("期限长度请填正整数");
  await expect(page.getByLabel("起算事件日期")).toHaveValue("2026-02-30");
  await expect(page.getByLabel("期限长度")).toHaveValue("许多");
  if (hasScript) await accessible(page);
});

test("the calculator speaks English and tells a provisional date", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await page.getByRole("button", { name: "English" }).click();
  await visit(page, "/daoxian/calculator?form%5Bfrom%5D=2026-12-28&form%5Blength%5D=10&form%5Bunit%5D=working", hasScript);
  await expect(page.getByRole("status")).toContainText("the holidays of 2027 are not announced yet");
  await expect(page.getByText("Tue 12 Jan 2027").first()).toBeVisible();
  if (hasScript) await accessible(page);
});
