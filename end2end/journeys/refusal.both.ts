// What cannot be done now says so on the page: what, why by which article, who opens it and when. Sent anyway it is
// answered with the same words, and what was typed stays.
import { field, fillIn, nameOf, openAct, openCase, send, today } from "./case";
import { accessible, expect, picture, signIn, test, visit } from "./page";

test("a decision before the defence is over is disabled with its reason", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await openCase(page, "daoxian", /等当事人（作出处罚决定）/, hasScript);
  const refused = page.getByRole("button", { name: "提请作出处罚决定" });
  await expect(refused).toBeDisabled();
  await expect(refused).toHaveAccessibleDescription(
    /^现在不能作出处罚决定：陈述申辩期.*（行政处罚法第四十四条.*）。.*\d{4}年\d{1,2}月\d{1,2}日.*书面放弃.*。$/,
  );
  await expect(page.getByText(/^现在等当事人陈述、申辩，.*起可作决定。$/)).toBeVisible();
  if (hasScript) await accessible(page);
  await picture(page, `refused${hasScript ? "" : "-nojs"}`);
});

test("sent anyway, a refused act is answered with its reason and nothing typed is lost", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await openCase(page, "daoxian", /等当事人（作出处罚决定）/, hasScript);
  const here = page.url();
  const id = await page.getByRole("button", { name: "提请作出处罚决定" }).getAttribute("aria-describedby");
  const party = id!.replace("why-decide-", "");
  await visit(page, `${here}/do/decide?party=${party}`, hasScript);
  await expect(page.getByText("现在办不了")).toBeVisible();
  await fillIn(page, { 违法所得: "没有违法所得", 责令改正: "已经改正", 改正期限或改正日期: "2026-1-5", 理由: "字字不丢 <b>加粗</b>" });
  await send(page, "提请作出处罚决定", hasScript);
  await expect(page.getByRole("alert")).toContainText(/现在不能作出处罚决定：.*（行政处罚法第四十四条.*书面放弃/);
  await expect(field(page, "理由")).toHaveValue("字字不丢 <b>加粗</b>");
  await expect(field(page, "改正期限或改正日期")).toHaveValue("2026-1-5");
  await expect(field(page, "违法所得")).toHaveValue("none");
  if (hasScript) await accessible(page);
  await visit(page, here, hasScript);
  await expect(page.getByRole("main")).not.toContainText("待审批");
});

test("a record needs two certified officers, by article 42, and every other problem is told at once", async ({ page, hasScript }) => {
  await signIn(page, "dx-officer1", hasScript);
  await openCase(page, "daoxian", /立案 记录调查取证/, hasScript);
  await openAct(page, "记录调查取证");
  const own = await nameOf(page);
  await fillIn(page, { 日期: "2026-13-1", 调查措施: "现场检查（勘验）", 主办人: own, 协办人: own, 开始时间: "九点", 结束时间: "10：25", 经过与结果: "检查了库房。" });
  await send(page, "记录调查取证", hasScript);
  await expect(page.getByRole("alert").getByRole("link", { name: "请按 9:30 的样子填写时间" })).toBeVisible();
  await expect(field(page, "开始时间")).toHaveAccessibleDescription(/请按 9:30 的样子填写时间/);
  await expect(field(page, "日期")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "日期")).toHaveValue("2026-13-1");
  await fillIn(page, { 日期: today(), 开始时间: "9:10", 已出示执法证件: true, 已告知权利义务: true });
  await send(page, "记录调查取证", hasScript);
  await expect(page.getByRole("alert")).toContainText(/须有两名持有效执法证的执法人员（行政处罚法第四十二条）/);
  // The third officer's certificate ran out last month.
  const names = await field(page, "协办人").locator("option").allTextContents();
  await fillIn(page, { 协办人: names.find((name) => name !== "请选择" && !name.includes("湘M"))! });
  await send(page, "记录调查取证", hasScript);
  await expect(page.getByRole("alert")).toContainText(/须有两名持有效执法证的执法人员（行政处罚法第四十二条）/);
  await expect(field(page, "经过与结果")).toHaveValue("检查了库房。");
  await expect(field(page, "已出示执法证件")).toBeChecked();
});

test("who has no part in a case sees who does it", async ({ seat, hasScript }) => {
  const told = { "dx-reader": /您没有这项权限。由执法人员办理/, "dx-officer3": /您不是本案承办人（行政处罚法第四十二条）。由本案两名承办人办理/ };
  for (const [name, words] of Object.entries(told)) {
    const page = await seat(name);
    await openCase(page, "daoxian", /立案 记录调查取证/, hasScript);
    const refused = page.getByRole("button", { name: "记录调查取证" });
    await expect(refused, name).toBeDisabled();
    await expect(refused).toHaveAccessibleDescription(words);
  }
});
