// The help: how each form is filled in, why an act is refused, whom to ask; with and without JavaScript, on a phone too.
import { fillIn, field, openAct, openCase } from "./case";
import { accessible, expect, picture, signIn, test, visit } from "./page";

test("a form tells how it is filled in, by which article, with a sample of each field", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await openCase(page, "daoxian", /立案 记录调查取证/, hasScript);
  await openAct(page, "记录调查取证");
  const link = page.getByRole("link", { name: "怎么填" });
  await expect(link).toHaveAttribute("target", "_blank");
  await visit(page, (await link.getAttribute("href"))!, false);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("记录调查取证");
  await expect(page.getByText("行政处罚法第四十二条、第五十五条")).toBeVisible();
  const course = page.getByRole("row", { name: /经过与结果/ });
  await expect(course).toContainText("必填");
  await expect(course).toContainText("数量写清楚");
  await expect(course).toContainText("生猪12头");
  await expect(page.getByRole("row", { name: /调查措施/ })).toContainText("现场检查（勘验）；询问；抽样取证");
  if (hasScript) await accessible(page);
  await picture(page, `help-act${hasScript ? "" : "-nojs"}`);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("row", { name: /Course and findings/ })).toContainText("12 pigs");
  await expect(page.getByText("Administrative Penalty Act art. 42, 55")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("link", { name: "All entries" })).toBeHidden();
});

test("a refused act leads to its entry: what, why by which article, who opens it", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await openCase(page, "daoxian", /等当事人（作出处罚决定）/, hasScript);
  const refused = page.getByRole("button", { name: "提请作出处罚决定" });
  const why = page.locator(".why").filter({ has: page.locator(`#${await refused.getAttribute("aria-describedby")}`) });
  await visit(page, (await why.getByRole("link", { name: "说明" }).getAttribute("href"))!, false);
  await expect(page).toHaveURL(/\/_\/help\/refusal\/defence_term_running$/);
  await expect(page.getByText("现在不能作出处罚决定")).toBeVisible();
  await expect(page.getByText("行政处罚法第四十四条、第四十五条", { exact: true })).toBeVisible();
  await expect(page.getByText(/由承办人提请、负责人决定/)).toBeVisible();
});

test("what was sent and refused leads to its entry too", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await openCase(page, "daoxian", /等当事人（作出处罚决定）/, hasScript);
  const id = await page.getByRole("button", { name: "提请作出处罚决定" }).getAttribute("aria-describedby");
  await visit(page, `${page.url()}/do/decide?party=${id!.replace("why-decide-", "")}`, hasScript);
  await expect(page.getByRole("status").getByRole("link", { name: "说明" })).toHaveAttribute("href", "/_/help/refusal/defence_term_running");
  await fillIn(page, { 违法所得: "没有违法所得", 责令改正: "已经改正", 改正期限或改正日期: "2026-1-5", 理由: "事实清楚" });
  await page.getByRole("main").getByRole("button", { name: "提请作出处罚决定" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "说明" })).toHaveAttribute("href", "/_/help/refusal/defence_term_running");
});

test("the help of a page opens by link and by F1, and what was typed stays", async ({ page, hasScript, context }) => {
  await signIn(page, "dx-officer1", hasScript);
  await visit(page, "/daoxian/cases/new", hasScript);
  const help = page.getByRole("link", { name: /^帮助/ });
  await expect(help).toHaveAttribute("target", "_blank");
  if (hasScript) {
    await field(page, "涉嫌违法的情况").fill("写到一半");
    const [opened] = await Promise.all([context.waitForEvent("page"), page.keyboard.press("F1")]);
    await expect(opened).toHaveURL(/\/_\/help\/act\/register_clue$/);
    await opened.close();
    await expect(field(page, "涉嫌违法的情况")).toHaveValue("写到一半");
    await expect(field(page, "涉嫌违法的情况")).toBeFocused();
  } else {
    await visit(page, (await help.getAttribute("href"))!, hasScript);
    await expect(page).toHaveURL(/\/_\/help\/act\/register_clue$/);
  }
  await visit(page, "/daoxian", hasScript);
  await visit(page, (await page.getByRole("link", { name: /^帮助/ }).getAttribute("href"))!, false);
  await expect(page).toHaveURL(/\/_\/help\/role\/officer$/);
  await expect(page.getByRole("heading", { name: "办一件普通程序案件" })).toBeVisible();
  if (hasScript) await accessible(page);
  await picture(page, `help-role${hasScript ? "" : "-nojs"}`);
});

test("the contents are searched by words, and everybody may read them", async ({ page, hasScript }) => {
  await visit(page, "/_/help", false);
  await expect(page.getByRole("link", { name: "执法人员", exact: true })).toBeVisible();
  if (hasScript) await accessible(page);
  await picture(page, `help-contents${hasScript ? "" : "-nojs"}`);
  await page.getByLabel("在帮助中查找").fill("催告");
  await page.getByRole("button", { name: "搜索" }).click();
  await expect(page.getByRole("link", { name: "送达催告书", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "登记线索", exact: true })).toHaveCount(0);
  await page.getByLabel("在帮助中查找").fill("没有这样的词");
  await page.getByRole("button", { name: "搜索" }).click();
  await expect(page.getByRole("status")).toContainText("没有找到");
});

test("the forms of the register, of the back entry and of training tell how they are filled in", async ({ page, seat, hasScript }) => {
  await signIn(page, "dx-registrar", hasScript);
  await visit(page, "/daoxian/establishments/new", hasScript);
  await expect(page.getByRole("link", { name: "怎么填" })).toHaveAttribute("href", "/_/help/form/establishment");
  const head = await seat("dx-head");
  await visit(head, "/daoxian/cases/enter", hasScript);
  await expect(head.getByRole("link", { name: "怎么填" })).toHaveAttribute("href", "/_/help/form/back-entry");
  const trainer = await seat("dx-trainer");
  await visit(trainer, "/daoxian/programmes/new", hasScript);
  await expect(trainer.getByRole("link", { name: "怎么填" })).toHaveAttribute("href", "/_/help/training/plan_programme");
  for (const entry of ["form/establishment", "form/back-entry", "training/plan_programme"]) {
    await visit(trainer, `/_/help/${entry}`, false);
    expect(await trainer.getByRole("row").count(), entry).toBeGreaterThan(5);
    if (hasScript) await accessible(trainer);
  }
});

test("every closed door says whom to ask", async ({ page, hasScript }) => {
  await visit(page, "/_/sign-in", hasScript);
  await expect(page.getByRole("contentinfo")).toContainText("永州市商务局");
  await signIn(page, "dx-reader", hasScript);
  for (const path of ["/daoxian/establishments/new", "/daoxian/cases/0190f0e0-0000-7000-8000-000000000000", "/jianghua/cases", "/a/b/c/d/e", "/_/help/act/none"]) {
    await visit(page, path, false);
    await expect(page.getByRole("contentinfo"), path).toContainText("道县商务局");
  }
});
