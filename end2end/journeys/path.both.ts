// The whole way of a case: a ledger goes in, a clue against one of its establishments comes up, and each step is
// done by the person whose step it is, until the case is closed. The city counts it, and opens it by a visit that the
// county sees.
import { act, approve, daysAgo, field, fillIn, nameOf, openAct, send, timeline, today } from "./case";
import { accessible, expect, picture, ready, test, visit } from "./page";
import { figureOfDaoxian, sendVisit } from "./visiting";

const PARTY = "道县桥头昌盛加油站";

test("a case goes from the ledger's row to its closure", async ({ seat, hasScript }) => {
  test.setTimeout(150_000);
  const [registrar, city] = [await seat("dx-registrar"), await seat("yz-supervisor")];
  const closed = () => figureOfDaoxian(city, "cases_closed", { industry: "oil" }, hasScript);
  const before = Number(await (await closed()).innerText());
  await visit(registrar, "/daoxian/establishments/import", hasScript);
  await registrar.getByLabel("工作簿").setInputFiles("samples/establishments-daoxian.xlsx");
  await registrar.getByRole("button", { name: "上传并核对" }).click();
  await registrar.waitForURL(/import\/[0-9a-f-]{36}$/);
  await registrar.getByRole("button", { name: "只导入正确的行" }).click();
  await expect(registrar.getByRole("status").filter({ hasText: "已导入登记册" })).toBeVisible();

  const [officer, second, head, reviewer] = [await seat("dx-officer1"), await seat("dx-officer2"), await seat("dx-head"), await seat("dx-reviewer")];
  const officers = { 主办人: await nameOf(officer), 协办人: await nameOf(second) };
  await visit(officer, "/daoxian/establishments?form%5Bq%5D=" + encodeURIComponent(PARTY), hasScript);
  await officer.getByRole("link", { name: PARTY }).click();
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText(PARTY);
  await officer.getByRole("link", { name: "登记线索" }).click();
  await expect(officer.getByRole("heading", { name: "登记线索", level: 1 })).toBeVisible();
  await expect(field(officer, "涉嫌的单位或个人（如已知）")).toHaveValue(PARTY);
  await fillIn(officer, {
    日期: daysAgo(1),
    案源: "举报投诉",
    涉嫌违法的情况: "群众举报二号枪加油机未经检定，仍在使用。",
    当事人类型: "法人或者其他组织",
  });
  await send(officer, "登记线索", hasScript);
  await expect(officer.getByRole("heading", { level: 1 })).toContainText(PARTY);
  const here = new URL(officer.url()).pathname;

  await act(officer, "提请立案", {
    "违法行为日期（持续的填终了之日）": daysAgo(3),
    案由: "加油站使用未经检定的计量器具",
    违法行为发生地: "道县桥头镇",
    发生在本局辖区内: "是",
    ...officers,
  }, hasScript);
  await approve(head, "立案", PARTY, hasScript);

  // The second officer records as well as the first.
  const record = { 日期: today(), ...officers, 开始时间: "9:10", 结束时间: "10:25", 已出示执法证件: true, 已告知权利义务: true, 当事人签名: "已签名" } as const;
  await visit(second, here, hasScript);
  await act(second, "记录调查取证", { ...record, 调查措施: "现场检查（勘验）", 经过与结果: "二号枪加油机检定合格证已过期四个月。" }, hasScript);
  await visit(officer, here, hasScript);
  await act(officer, "记录调查取证", { ...record, 调查措施: "询问", 开始时间: "10:40", 结束时间: "11:30", 经过与结果: "负责人承认检定过期后继续使用。" }, hasScript);
  await act(officer, "调查终结", {
    日期: today(),
    查明的事实: "当事人使用未经检定的加油机四个月，有现场笔录和询问笔录印证。",
    处理建议: "给予处罚",
    "罚款（元）": "８００",
    违法所得: "没有违法所得",
    责令改正: "已经改正",
    改正期限或改正日期: today(),
    裁量理由: "初次违法，检查当天即送检。",
  }, hasScript);

  await visit(reviewer, here, hasScript);
  await act(reviewer, "法制审核", { 日期: today(), 审核意见: "同意", 理由: "事实清楚，程序合法。" }, hasScript);
  await visit(officer, here, hasScript);
  await act(officer, "提请批准事先告知", {}, hasScript);
  await approve(head, "批准事先告知", PARTY, hasScript);

  const service = { 日期: today(), 送达方式: "直接送达", ...officers, 签收人身份: "法定代表人（负责人）", 签收人姓名: "何昌盛" };
  await visit(officer, here, hasScript);
  await act(officer, "送达事先告知书", service, hasScript);
  await act(officer, "记录陈述申辩意见", { 日期: today(), 陈述申辩内容: "已经送检，请求从轻处罚。" }, hasScript);
  await act(officer, "复核申辩意见", { 日期: today(), 理由: "拟处罚已经考虑主动改正，维持原意见。" }, hasScript);
  await act(officer, "当事人书面放弃陈述申辩", { 日期: today(), "书面放弃的情况（何人签名、原件所在）": "何昌盛签名，原件存卷。" }, hasScript);
  await act(officer, "提请作出处罚决定", {
    "罚款（元）": "800",
    违法所得: "没有违法所得",
    责令改正: "已经改正",
    改正期限或改正日期: today(),
    理由: "事实清楚，证据确凿，裁量适当。",
  }, hasScript);
  await approve(head, "作出处罚决定", PARTY, hasScript);

  await visit(officer, here, hasScript);
  await test.step("a letter that came back is served only where the address was confirmed before", async () => {
    await openAct(officer, "送达决定书");
    // Nobody's family takes a paper for a company.
    await expect(field(officer, "签收人身份").locator("option", { hasText: "同住成年家属" })).toHaveCount(0);
    const returned = { 送达方式: "邮寄送达（邮件退回）", 交寄日: today(), 邮件号: "EMS 1", 退回原因: "拒收", "电子送达同意书、送达地址确认书签署日": today() };
    await fillIn(officer, { 日期: today(), ...officers, ...returned });
    await send(officer, "送达决定书", hasScript);
    await expect(officer.getByRole("main")).toContainText("邮寄之前签署的送达地址确认书");
    await expect(field(officer, "邮件号")).toHaveValue("EMS 1");
    await visit(officer, here, hasScript);
  });
  await act(officer, "送达决定书", service, hasScript);
  await act(officer, "公开处罚决定", { 日期: today(), 是否公开: "已公开", 公开位置或者不公开的理由: "县政府网站行政处罚公示栏。" }, hasScript);
  await act(officer, "记录缴款", { 日期: today(), "缴款金额（元）": "300", 银行凭证号: "农商行 20260001" }, hasScript);
  await act(officer, "记录缴款", { 日期: today(), "缴款金额（元）": "500", 银行凭证号: "农商行 20260002" }, hasScript);
  await act(officer, "提请结案", { 办理情况: "罚款已缴清，加油机已检定合格。" }, hasScript);
  await approve(head, "结案", PARTY, hasScript);

  await visit(officer, here, hasScript);
  // What is left is the archivist's.
  await expect(officer.getByRole("main")).toContainText("归档");
  await expect(officer.getByRole("link", { name: "归档", exact: true })).toHaveCount(0);
  await expect(officer.getByRole("listitem").filter({ hasText: /^结案$/ })).toHaveAttribute("aria-current", "step");
  const steps = ["结案", "记录缴款", "记录缴款", "公开处罚决定", "送达决定书", "作出处罚决定", "当事人书面放弃陈述申辩", "复核申辩意见", "记录陈述申辩意见",
    "送达事先告知书", "批准事先告知", "法制审核", "调查终结", "记录调查取证", "记录调查取证", "立案", "登记线索"];
  await expect(timeline(officer)).toHaveCount(steps.length);
  for (const [nth, step] of steps.entries()) await expect(timeline(officer).nth(nth)).toContainText(step);
  await expect(timeline(officer).nth(5)).toContainText(`提请`);
  await picture(officer, `case-closed${hasScript ? "" : "-nojs"}`);
  if (hasScript) await accessible(officer);
  await officer.getByRole("link", { name: "登记信息" }).click();
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText(PARTY);
  await expect(officer.getByRole("table", { name: "案件" }).getByRole("row", { name: PARTY }).first()).toContainText("结案");

  const figure = await closed();
  await expect(figure).toHaveText(String(before + 1));
  await figure.getByRole("link").click();
  await expect(city.getByRole("heading", { level: 1 })).toContainText("开始调阅");
  await ready(city, hasScript);
  const purpose = `核实${hasScript ? "本月" : "当月"}办结的成品油案件`;
  await sendVisit(city, purpose, hasScript);
  await city.getByRole("row", { name: PARTY }).filter({ hasText: "结案" }).first().getByRole("link").first().click();
  await expect(city.getByRole("main")).toContainText("二号枪加油机检定合格证已过期四个月。");
  await visit(head, "/daoxian/visits", hasScript);
  await head.getByRole("row").filter({ hasText: purpose }).getByRole("link").click();
  await expect(head.getByRole("table").getByRole("link", { name: /道商案/ })).toHaveCount(1);
});
