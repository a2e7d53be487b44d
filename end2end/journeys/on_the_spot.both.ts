// A penalty on the spot: two officers, one page, one act. Above the limit the ordinary procedure takes everything that
// was typed; below it the party stands served, is reported to the bureau, and money is taken against a receipt.
import { act, field, fillIn, nameOf, openAct, send, timeline, today } from "./case";
import { accessible, expect, picture, ready, test, visit } from "./page";

const NEW = "/daoxian/cases/new?act=penalise_on_the_spot";

test("an on-the-spot penalty", async ({ seat, hasScript }) => {
  const officer = await seat("dx-officer1");
  const second = await seat("dx-officer2");
  const shop = `道县濂溪烟酒行${hasScript ? "甲" : "乙"}`;
  await visit(officer, "/daoxian/cases", hasScript);
  await officer.getByRole("link", { name: "当场处罚", exact: true }).click();
  await expect(officer.getByRole("heading", { name: "当场处罚", level: 1 })).toBeVisible();
  await ready(officer, hasScript);
  if (hasScript) await accessible(officer);
  await picture(officer, `on-the-spot${hasScript ? "" : "-nojs"}`);
  await fillIn(officer, {
    日期: today(),
    当事人名称或姓名: shop,
    当事人类型: "个体工商户",
    案由: "向未成年人销售酒",
    "违法行为日期（持续的填终了之日）": today(),
    违法行为发生地: "道县濂溪街道",
    发生在本局辖区内: "是",
    主办人: await nameOf(officer),
    协办人: await nameOf(second),
    已出示执法证件: true,
    已告知权利义务: true,
    违法事实及依据: "向一名十五岁学生出售啤酒一瓶，经营者承认。",
    "当事人陈述、申辩": "当事人提出了意见",
    "陈述申辩内容（提出意见时）": "没有看清年龄。",
    "答复（提出意见时）": "属实，从轻。",
    采纳申辩意见: true,
    "罚款（元）": "201",
    违法所得: "没有违法所得",
    责令改正: "决定中责令改正",
    改正期限或改正日期: "2099-1-5",
    决定书当场交付: "拒绝签名",
    "见证人（拒绝签名时）": "社区干部蒋某",
  });
  await send(officer, "当场处罚", hasScript);

  // A sole trader is a citizen: 201 yuan are too much on the spot. The refusal says the limit, the article and the way.
  await expect(officer.getByRole("alert")).toContainText(/对本当事人当场罚款最高 200.00 元（行政处罚法第五十一条）.*普通程序/);
  await expect(field(officer, "罚款（元）")).toHaveValue("201");
  await expect(officer.getByRole("link", { name: "改按普通程序办理" })).toBeVisible();
  if (hasScript) await accessible(officer);
  const spot = officer.url();

  await test.step("the ordinary procedure takes everything along", async () => {
    await officer.getByRole("button", { name: "改按普通程序办理" }).click();
    await expect(officer.getByRole("heading", { name: "登记线索", level: 1 })).toBeVisible();
    await ready(officer, hasScript);
    await expect(officer.getByRole("alert")).toHaveCount(0);
    await expect(field(officer, "涉嫌违法的情况")).toHaveValue("向一名十五岁学生出售啤酒一瓶，经营者承认。");
    await expect(field(officer, "涉嫌的单位或个人（如已知）")).toHaveValue(shop);
    await expect(field(officer, "地点")).toHaveValue("道县濂溪街道");
    await send(officer, "登记线索", hasScript);
    await expect(officer.getByRole("status").filter({ hasText: "已记录。" })).toBeVisible();
    await openAct(officer, "提请立案");
    await officer.getByRole("link", { name: /^继续填写/ }).click();
    await ready(officer, hasScript);
    await expect(field(officer, "当事人名称或姓名")).toHaveValue(shop);
    await expect(field(officer, "案由")).toHaveValue(/^liquor-/);
    await expect(field(officer, "违法行为发生地")).toHaveValue("道县濂溪街道");
  });

  await test.step("within the limit it is decided, handed over and served in one act", async () => {
    await visit(officer, spot, hasScript);
    await fillIn(officer, { "罚款（元）": "100" });
    await send(officer, "当场处罚", hasScript);
    await expect(officer.getByRole("status").filter({ hasText: "已记录。" })).toBeVisible();
    await expect(officer.getByRole("heading", { level: 1 })).toContainText("简易程序");
    await expect(timeline(officer).first()).toContainText(/当场处罚.*当罚〔\d{4}〕\d+号.*罚款 100.00 元.*拒绝签收，见证人：社区干部蒋某/);
    const main = officer.getByRole("main");
    await expect(main).toContainText("应当先申请行政复议");
    await expect(main).not.toContainText("六个月内向人民法院");
    await expect(main).toContainText("当场处罚备案期限");
    await expect(officer.getByText("告知（不适用）")).toBeAttached();
    if (hasScript) await accessible(officer);
    await picture(officer, `on-the-spot-served${hasScript ? "" : "-nojs"}`);
  });

  await test.step("the money is taken against the official receipt, and the bureau is told", async () => {
    await openAct(officer, "记录缴款");
    await fillIn(officer, { 日期: today(), "缴款金额（元）": "100", 收款方式: "一百元以下的罚款（第六十八条）" });
    await send(officer, "记录缴款", hasScript);
    await expect(officer.getByRole("alert")).toContainText(/专用票据（行政处罚法第七十条）/);
    await fillIn(officer, { "专用票据号码（当场收缴时）": "湘财罚票00001234" });
    await send(officer, "记录缴款", hasScript);
    await expect(timeline(officer).first()).toContainText(/当场收缴.*湘财罚票00001234/);
    await act(officer, "当场处罚备案", { 日期: today(), "接收备案的科室、人员": "法制股" }, hasScript);
    // The case does not close before the money is at the bank, in two steps of two working days each.
    await act(officer, "上交当场收缴的罚款", { 日期: today(), 收据或者缴款凭证号: "收据第0021号" }, hasScript);
    await expect(timeline(officer).first()).toContainText("执法人员交至本机关");
    await act(officer, "上交当场收缴的罚款", { 日期: today(), 收据或者缴款凭证号: "缴款书第0009号" }, hasScript);
    await expect(timeline(officer).first()).toContainText("本机关缴付银行");
    const head = await seat("dx-head");
    await visit(head, new URL(officer.url()).pathname, hasScript);
    await act(head, "结案", { 日期: today(), 办理情况: "已缴清。" }, hasScript);
    await visit(officer, `/daoxian/cases?q=${encodeURIComponent(shop)}`, hasScript);
    await expect(officer.getByRole("row", { name: /当场处罚.*结案/ })).toBeVisible();
  });
});

test("an on-the-spot penalty is read and written on a phone", async ({ seat, hasScript }) => {
  const officer = await seat("dx-officer1");
  await officer.setViewportSize({ width: 320, height: 640 });
  await visit(officer, NEW, hasScript);
  await expect(field(officer, "罚款（元）")).toHaveAccessibleDescription(/个人、个体工商户最高 200.00 元，单位最高 3,000.00 元/);
  const wide = () => officer.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await wide(), "nothing scrolls sideways").toBe(0);
  if (hasScript) await accessible(officer);
  await picture(officer, `on-the-spot-phone${hasScript ? "" : "-nojs"}`);
  await visit(officer, "/daoxian/cases", hasScript);
  await officer.getByRole("row", { name: /当场处罚 送达 当场处罚备案/ }).getByRole("link").first().click();
  await expect(officer.getByRole("heading", { name: "救济途径" })).toBeVisible();
  expect(await wide(), "nothing scrolls sideways").toBe(0);
});

test("a clue and an establishment lead to a penalty on the spot", async ({ seat, hasScript }) => {
  const officer = await seat("dx-officer1");
  await visit(officer, "/daoxian/establishments", hasScript);
  const shop = officer.getByRole("row", { name: /有效/ }).getByRole("link").first();
  const name = await shop.innerText();
  await shop.click();
  await expect(officer.getByRole("heading", { level: 1 })).toContainText(name);
  await officer.getByRole("link", { name: "当场处罚", exact: true }).click();
  await expect(field(officer, "当事人名称或姓名")).toHaveValue(name);

  await visit(officer, "/daoxian/cases", hasScript);
  await officer.getByRole("row", { name: /线索 立案/ }).getByRole("link").first().click();
  await openAct(officer, "当场处罚");
  await expect(field(officer, "违法行为发生地")).not.toHaveValue("");
  await expect(field(officer, "先前的警告决定书文号（拒不改正的才填）")).toHaveCount(0);
});
