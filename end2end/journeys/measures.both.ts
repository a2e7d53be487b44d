// Things are held for a time: evidence is registered and handled, goods are seized, extended and lifted, and no case ends
// before everything has its end.
import type { Page } from "@playwright/test";
import { act, approve, daysAgo, field, fillIn, nameOf, openAct, send, timeline, today } from "./case";
import { accessible, expect, picture, test, visit } from "./page";

const held = (page: Page) =>
  page.locator("section.card", { has: page.getByRole("heading", { name: "查封、扣押和登记保存", exact: true }) });
const terms = (page: Page) =>
  page.locator("section.card", { has: page.getByRole("heading", { name: "期限", exact: true }) });

/** A clue of yesterday against a shop. */
async function clue(officer: Page, party: string, hasScript: boolean) {
  await visit(officer, "/daoxian/cases/new", hasScript);
  await fillIn(officer, {
    日期: daysAgo(1),
    案源: "监督检查",
    涉嫌违法的情况: "后院有生猪屠宰的痕迹。",
    地点: "道县四马桥镇",
    "涉嫌的单位或个人（如已知）": party,
    当事人类型: "个体工商户",
  });
  await send(officer, "登记线索", hasScript);
  return new URL(officer.url()).pathname;
}

test("registered evidence has seven working days and is handled", async ({ seat, hasScript }) => {
  test.slow(true, "two people at two browsers");
  const [officer, second, head] = [await seat("dx-officer1"), await seat("dx-officer2"), await seat("dx-head")];
  const party = `登记保存肉店${hasScript ? "甲" : "乙"}${Date.now()}`;
  const here = await clue(officer, party, hasScript);
  await openAct(officer, "提请先行登记保存证据");
  await fillIn(officer, {
    主办人: await nameOf(officer),
    协办人: await nameOf(second),
    物品清单: "账本 2 本\n刀具 六 把",
    保管人: "何某",
    "证据可能灭失或者以后难以取得的情况": "账本可能被销毁。",
  });
  await send(officer, "提请先行登记保存证据", hasScript);
  await expect(officer.getByRole("alert")).toContainText("第 2 行：");
  await expect(field(officer, "保管人")).toHaveValue("何某");
  await fillIn(officer, { 物品清单: "账本 2 本\n刀具 6把" });
  if (hasScript) await expect(officer.locator("[data-foreseen]")).toContainText("先行登记保存期限至");
  await send(officer, "提请先行登记保存证据", hasScript);
  await approve(head, "先行登记保存证据", party, hasScript);

  await visit(officer, here, hasScript);
  await expect(held(officer)).toContainText("刀具 6 把");
  await expect(held(officer)).toContainText("保管：何某");
  await expect(terms(officer)).toContainText("先行登记保存期限");
  await expect(timeline(officer).first()).toContainText(/道商登存〔\d{4}〕\d+号，账本 2 本、刀具 6 把/);
  const decline = officer.getByRole("button", { name: "提请不予立案" });
  await expect(decline).toBeDisabled();
  await expect(decline).toHaveAccessibleDescription(/的先行登记保存尚未处理或者解除（行政处罚法第五十六条）。由承办人处理登记保存的证据后。/);
  if (hasScript) await accessible(officer);
  await picture(officer, `evidence${hasScript ? "" : "-nojs"}`);

  await openAct(officer, "处理登记保存的证据");
  const values = { 日期: today(), 处理决定: "转为查封、扣押", "处理经过（退还的写明签收人）": "何某签收。" };
  await fillIn(officer, values);
  await send(officer, "处理登记保存的证据", hasScript);
  await expect(officer.getByRole("alert")).toContainText("还缺：登记保存之后作出的查封、扣押");
  await fillIn(officer, { 处理决定: "复制、拍照等固定证据后退还" });
  await send(officer, "处理登记保存的证据", hasScript);
  await expect(held(officer)).toContainText("已退还");
  await expect(officer.getByRole("link", { name: "提请不予立案" })).toBeVisible();
});

test("goods are seized, extended and lifted before the case ends", async ({ seat, hasScript }) => {
  test.slow(true, "three people at three browsers");
  const [officer, second, head] = [await seat("dx-officer1"), await seat("dx-officer2"), await seat("dx-head")];
  const party = `扣押屠宰点${hasScript ? "甲" : "乙"}${Date.now()}`;
  const here = await clue(officer, party, hasScript);
  const people = { 主办人: await nameOf(officer), 协办人: await nameOf(second) };
  const filing = {
    "违法行为日期（持续的填终了之日）": daysAgo(2),
    案由: "｜未经定点从事生猪屠宰活动",
    违法行为发生地: "道县四马桥镇",
    发生在本局辖区内: "是",
    ...people,
  };
  await act(officer, "提请立案", filing, hasScript);
  await approve(head, "立案", party, hasScript);
  await visit(officer, here, hasScript);
  await openAct(officer, "提请查封、扣押");
  await expect(field(officer, "案由与授权依据").locator("option:checked")).toContainText("《生猪屠宰管理条例（2021年修订）》第二十七条");
  const seizure = {
    措施: "扣押",
    ...people,
    物品清单: "白条肉 186.5 公斤\n屠宰刀具 6 把",
    存放地点: "本局委托的冷库",
    保管人: "冷库管理员",
    理由: "涉案肉品可能流入市场。",
  };
  await fillIn(officer, seizure);
  await send(officer, "提请查封、扣押", hasScript);
  await expect(officer.getByRole("alert")).toContainText("对查封、扣押范围的核对（行政强制法第二十三条）");
  await field(officer, "已核对：不是生活必需品，与违法行为有关，未被其他机关查封（行政强制法第二十三条）").check();
  await send(officer, "提请查封、扣押", hasScript);
  await approve(head, "查封、扣押", party, hasScript);

  await visit(officer, here, hasScript);
  await expect(held(officer)).toContainText("白条肉 186.5 公斤");
  await expect(terms(officer)).toContainText("查封扣押期限");
  const withdraw = officer.getByRole("button", { name: "提请撤销立案" });
  await expect(withdraw).toBeDisabled();
  await expect(withdraw).toHaveAccessibleDescription(/^现在不能撤销立案：.*的扣押尚未处理或者解除（行政强制法第二十八条）。/);
  const extension = { 理由: "来源需要向外县核实。", "书面告知当事人的情况（文书、送达）": "延长决定书当日送达。" };
  await act(officer, "提请延长查封、扣押期限", extension, hasScript);
  await approve(head, "延长查封、扣押期限", party, hasScript);
  await visit(officer, here, hasScript);
  await expect(held(officer)).toContainText("已延长");
  await expect(officer.getByRole("link", { name: "提请延长查封、扣押期限" })).toHaveCount(0);
  if (hasScript) await accessible(officer);
  await officer.setViewportSize({ width: 360, height: 740 });
  await picture(officer, `seizure-phone${hasScript ? "" : "-nojs"}`);
  await officer.setViewportSize({ width: 1366, height: 768 });

  // What cannot be kept is sold with its owner's consent; the money is held in its stead and goes back with the measure.
  await openAct(officer, "先行处理易腐、危险物品");
  await fillIn(officer, {
    日期: today(),
    哪一项物品: "白条肉 186.5 公斤",
    "不宜保存的原因（易腐烂、易变质或者危险）": "鲜肉易腐烂变质。",
    "取样、留样的情况": "样品 2 份封存。",
    "评估价值（元）": "4200",
    评估人或者机构: "道县价格认证中心",
    处理方式: "拍卖、变卖，保存价款",
    "变卖所得价款（元）": "4100",
    变卖经过: "定点屠宰企业收购，款存专户。",
  });
  await send(officer, "先行处理易腐、危险物品", hasScript);
  await expect(officer.getByRole("alert")).toContainText("请填写");
  await expect(field(officer, "变卖所得价款（元）")).toHaveValue("4100");
  await fillIn(officer, { 物主的书面同意: "何某当日书面同意。" });
  await send(officer, "先行处理易腐、危险物品", hasScript);
  await expect(officer.getByRole("alert")).toContainText("还缺：拍照、录像留存的记载");
  if (hasScript) await accessible(officer);
  await picture(officer, `perishable-form${hasScript ? "" : "-nojs"}`);
  await fillIn(officer, { "已拍照、录像留存": true });
  await send(officer, "先行处理易腐、危险物品", hasScript);
  await expect(held(officer)).toContainText(/白条肉 186.5 公斤.*变卖得款 4,100.00 元/);
  await expect(timeline(officer).first()).toContainText("变卖得款 4,100.00 元");
  await picture(officer, `perishable-sold${hasScript ? "" : "-nojs"}`);

  await act(officer, "退还、销毁物品", { 日期: today(), "屠宰刀具 6 把": true, 处理方式: "已退还", 处理经过: "当事人签收。" }, hasScript);
  await expect(held(officer)).toContainText(/屠宰刀具 6 把.*已退还/);
  const lifting = { 日期: today(), "解除理由（行政强制法第二十八条）": "与违法行为无关", "退还情况（签收人、日期）": "当事人当日全部领回。" };
  await act(officer, "解除查封、扣押", lifting, hasScript);
  await expect(held(officer)).toContainText("已解除");
  await expect(held(officer)).toContainText("变卖款已退还");
  await act(officer, "提请撤销立案", { 理由类别: "立案有误", 理由: "肉品来源合法。" }, hasScript);
  await approve(head, "撤销立案", party, hasScript);
  await visit(officer, here, hasScript);
  await act(officer, "提请结案", { 办理情况: "物品已全部退还。" }, hasScript);
  await approve(head, "结案", party, hasScript);
  await visit(officer, here, hasScript);
  // What is left is the archivist's.
  await expect(officer.getByRole("main")).toContainText("归档");
  await expect(officer.getByRole("link", { name: "归档", exact: true })).toHaveCount(0);
});
