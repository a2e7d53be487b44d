// What a party does against a seizure: the remedy is recorded and answered, the organ takes the seizure away, and nothing
// is left to the bureau but to lift it; a sample is tested beside it.
import { act, approve, daysAgo, fillIn, nameOf, openAct, send, timeline, today } from "./case";
import { accessible, expect, picture, test, visit } from "./page";

test("a seizure that reconsideration takes away is lifted, and what was sampled is tested", async ({ seat, hasScript }) => {
  test.slow(true, "three people at three browsers");
  const [officer, second, head] = [await seat("dx-officer1"), await seat("dx-officer2"), await seat("dx-head")];
  const party = `复议扣押点${hasScript ? "甲" : "乙"}${Date.now()}`;
  await visit(officer, "/daoxian/cases/new", hasScript);
  await fillIn(officer, {
    日期: daysAgo(1), 案源: "监督检查", 涉嫌违法的情况: "后院有生猪屠宰的痕迹。", 地点: "道县四马桥镇",
    "涉嫌的单位或个人（如已知）": party, 当事人类型: "个体工商户",
  });
  await send(officer, "登记线索", hasScript);
  const here = new URL(officer.url()).pathname;
  const people = { 主办人: await nameOf(officer), 协办人: await nameOf(second) };
  await act(officer, "提请立案", {
    "违法行为日期（持续的填终了之日）": daysAgo(2), 案由: "｜未经定点从事生猪屠宰活动", 违法行为发生地: "道县四马桥镇", 发生在本局辖区内: "是", ...people,
  }, hasScript);
  await approve(head, "立案", party, hasScript);
  await visit(officer, here, hasScript);
  await act(officer, "提请查封、扣押", {
    措施: "扣押", ...people, 物品清单: "生猪 12 头", 存放地点: "道县四马桥镇仓库", 保管人: "何某", 理由: "来源不明。",
    "已核对：不是生活必需品，与违法行为有关，未被其他机关查封（行政强制法第二十三条）": true,
  }, hasScript);
  await approve(head, "查封、扣押", party, hasScript);

  await visit(officer, here, hasScript);
  await test.step("a sample is taken and sent to be tested", async () => {
    await act(officer, "记录调查取证", {
      日期: today(), ...people, 调查措施: "抽样取证", 开始时间: "9:10", 结束时间: "9:40", 已出示执法证件: true, 已告知权利义务: true, 当事人签名: "已签名",
      经过与结果: "抽取猪肉样品两份，当场封样。",
    }, hasScript);
    await openAct(officer, "委托检验、鉴定");
    const test_of = { 日期: today(), "检验、鉴定的机构和事项": "市检验中心，水分和瘦肉精。", "检验、鉴定期间的最后一日": daysAgo(-10), 书面告知当事人期间的情况: "当日书面告知。" };
    await fillIn(officer, test_of);
    await send(officer, "委托检验、鉴定", hasScript);
    await expect(officer.getByRole("alert")).toContainText("请选择检验的物品或者样品");
    await fillIn(officer, { 哪一项措施: "抽样取证" });
    await send(officer, "委托检验、鉴定", hasScript);
    await expect(timeline(officer).first()).toContainText("市检验中心");
    await act(officer, "登记检验、鉴定结果", { 日期: today(), "检验、鉴定结论": "未检出瘦肉精。", 告知当事人结果和复检权利的情况: "当日告知，何某签收。" }, hasScript);
  });

  await openAct(officer, "登记对强制措施、责令改正的复议或诉讼");
  await fillIn(officer, { 日期: today(), 对什么不服: "扣押", 救济途径: "行政复议", "复议机关或法院、案号": "道县人民政府", 当事人申请或起诉日期: daysAgo(5) });
  await send(officer, "登记对强制措施、责令改正的复议或诉讼", hasScript);
  await expect(officer.getByRole("alert")).toContainText("申请");
  await fillIn(officer, { 当事人申请或起诉日期: today() });
  await send(officer, "登记对强制措施、责令改正的复议或诉讼", hasScript);
  await expect(officer.getByRole("main")).toContainText("复议答复期限");
  await act(officer, "答复对措施、责令改正的复议或诉讼", { 日期: today(), 哪一件复议或诉讼: "行政复议", "答复或答辩要点（含证据目录）": "依据条例第二十七条扣押。" }, hasScript);
  await openAct(officer, "记录对措施、责令改正的复议或诉讼结果");
  await fillIn(officer, { 日期: today(), 哪一件复议或诉讼: "行政复议", 结果: "撤销、确认违法或无效", 文书文号与要点: "道政复决〔2026〕5号，撤销扣押。" });
  await send(officer, "记录对措施、责令改正的复议或诉讼结果", hasScript);
  await picture(officer, `contested${hasScript ? "" : "-nojs"}`);
  if (hasScript) await accessible(officer);

  const extend = officer.getByRole("button", { name: "提请延长查封、扣押期限" });
  await expect(extend).toBeDisabled();
  await expect(extend).toHaveAccessibleDescription(/已被撤销的，立即解除并退还/);
  await act(officer, "解除查封、扣押", { 日期: today(), "解除理由（行政强制法第二十八条）": "没有违法行为", "退还情况（签收人、日期）": "当日全部领回。" }, hasScript);
});
