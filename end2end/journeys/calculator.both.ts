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

test("a clock offers what its row gives, and what it does not give is left out", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await visit(page, "/daoxian/calculator", hasScript);
  const count = () => page.getByRole("button", { name: "计算", exact: true }).click();
  const choose = async (clock: string, from: string) => {
    await page.getByLabel("法定期限").selectOption({ label: clock });
    await page.getByLabel("起算事件日期").fill(from);
    await count();
  };
  // A measure is extended once by the head, and the days of testing are counted out.
  await choose("查封扣押期限", "2026-09-07");
  await expect(page.getByText("最迟9月30日办理，10月7日届满")).toBeVisible();
  await expect(page.getByText("可以扣除：检验鉴定期间。")).toBeVisible();
  await page.getByLabel("经本机关负责人批准延长 30 日").check();
  await page.getByLabel("扣除期间开始").fill("2026-09-10");
  await page.getByLabel("扣除期间结束").fill("2026-09-15");
  await count();
  await expect(page.getByText("11月11日届满")).toBeVisible();
  await expect(page.getByLabel("经本机关负责人批准延长 30 日")).toBeChecked();
  await expect(page.getByRole("row", { name: /9月11日 周五至9月15日 周二/ })).toContainText("检验鉴定期间，不计，共 5 日");
  await picture(page, `calculator-measure${hasScript ? "" : "-nojs"}`);
  if (hasScript) await accessible(page);

  // The term to pay has neither: what stands there from before is left out and said.
  await choose("缴款期限", "2026-09-16");
  await expect(page.getByText("未按延长计算")).toBeVisible();
  await expect(page.getByText("10月8日届满")).toBeVisible();
  await expect(page.getByLabel("扣除期间开始")).toHaveCount(0);

  // A term of hours asks for the time.
  await choose("当场强制措施补报期限", "2026-11-20");
  await expect(page.getByRole("alert")).toContainText("请填写起算的时和分");
  await page.getByLabel("起算时刻").fill("14:30");
  await count();
  await expect(page.getByText("11月21日14:30届满")).toBeVisible();
  if (hasScript) await accessible(page);

  // The court's window: from when, until when, and the demand before it.
  await choose("申请强制执行期限（未复议未起诉）", "2026-01-05");
  const days = page.locator("dl.facts");
  await expect(days).toContainText("最早可申请日2026年7月7日 周二");
  await expect(days).toContainText("最迟办理日2026年9月30日 周三");
  await expect(days).toContainText("催告最迟送达日2026年9月15日 周二");
  await picture(page, `calculator-court${hasScript ? "" : "-nojs"}`);
  if (hasScript) await accessible(page);

  // Served seven full working days before the hearing.
  await choose("听证通知书最迟送达", "2026-03-19");
  await expect(page.getByText("3月9日届满")).toBeVisible();
});

test("the calculator speaks English and tells a provisional date", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await page.getByRole("button", { name: "English" }).click();
  await visit(page, "/daoxian/calculator?form%5Bfrom%5D=2026-12-28&form%5Blength%5D=10&form%5Bunit%5D=working", hasScript);
  await expect(page.getByRole("status")).toContainText("the holidays of 2027 are not announced yet");
  await expect(page.getByText("Tue 12 Jan 2027").first()).toBeVisible();
  if (hasScript) await accessible(page);
});
