// A case goes from one county to another: there it begins anew with all that came with it, or it comes back with a reason
// and the sender goes on.
import type { Page } from "@playwright/test";
import { act, approve, daysAgo, fillIn, nameOf, readsOnPhone, send, timeline, today } from "./case";
import { enter, hash, photo, sheet } from "./evidence";
import { neverDown } from "./hostile";
import { accessible, expect, picture, ready, test, visit } from "./page";

const main = (page: Page) => page.getByRole("main");

/** A clue of 道县, filed, so that a party goes. */
async function filed(officer: Page, second: Page, head: Page, party: string, hasScript: boolean) {
  await visit(officer, "/daoxian/cases/new", hasScript);
  await fillIn(officer, {
    日期: daysAgo(1),
    案源: "监督检查",
    涉嫌违法的情况: "向未成年人出售啤酒两瓶。",
    地点: "道县潇水南路",
    "涉嫌的单位或个人（如已知）": party,
    当事人类型: "个体工商户",
  });
  await send(officer, "登记线索", hasScript);
  const filing = {
    "违法行为日期（持续的填终了之日）": daysAgo(2),
    案由: "｜向未成年人销售酒 《",
    违法行为发生地: "道县潇水南路 12 号",
    发生在本局辖区内: "是",
    主办人: await nameOf(officer),
    协办人: await nameOf(second),
  };
  await act(officer, "提请立案", filing, hasScript);
  const here = new URL(officer.url()).pathname;
  await approve(head, "立案", party, hasScript);
  await visit(officer, here, hasScript);
  return here;
}

/** The officer proposes that the case goes to 江华, and the head approves. */
async function sends(officer: Page, head: Page, party: string, hasScript: boolean) {
  const here = new URL(officer.url()).pathname;
  const values = {
    接收单位: "江华瑶族自治县商务局",
    案件移送函文号: "道商函〔2026〕31号",
    移送理由: "违法行为发生地在江华。",
    移送清单: "现场笔录 1 份。",
  };
  await act(officer, "提请移送案件", values, hasScript);
  await approve(head, "移送案件", party, hasScript);
  await visit(officer, here, hasScript);
}

/** The receiver's page of what was sent last of a party. */
async function opens(page: Page, party: string, hasScript: boolean) {
  await visit(page, "/jianghua/transfers", hasScript);
  const row = page.getByRole("row").filter({ hasText: party });
  await expect(row).toContainText("待答复");
  await row.getByRole("link").first().click();
  await page.waitForURL(/\/transfers\/[0-9a-f-]{36}$/);
  await ready(page, hasScript);
}

/** The officer adds a photograph to the case; answers its bytes and its page. */
async function photographs(officer: Page, hasScript: boolean) {
  const here = new URL(officer.url()).pathname;
  const image = Buffer.concat([photo, Buffer.from(here)]);
  await officer.getByRole("link", { name: "证据文件" }).click();
  await expect(officer.getByRole("heading", { level: 1 })).toContainText("证据");
  if (hasScript) await officer.waitForSelector("html[data-uploader]", { state: "attached" });
  await fillIn(officer, sheet);
  await officer.getByLabel(/^选择文件/).setInputFiles([{ name: "现场照片.png", mimeType: "image/png", buffer: image }]);
  if (hasScript) await expect(officer.getByText("已传完，等待登记")).toHaveCount(1);
  await enter(officer);
  await expect(officer.getByRole("status").filter({ hasText: "证据已登记" })).toBeVisible();
  const page = (await officer.getByRole("link", { name: "现场照片.png" }).getAttribute("href"))!;
  await visit(officer, here, hasScript);
  return { image, page };
}

/** The receiver has the photograph as its own evidence, unchanged; the sender's page of it stays shut. */
async function hasThePhotograph(theirs: Page, sent: { image: Buffer; page: string }, names: string[], hasScript: boolean) {
  await theirs.getByRole("link", { name: "证据文件" }).click();
  const row = theirs.getByRole("row").filter({ hasText: "现场照片.png" });
  await expect(row.getByRole("rowheader")).toHaveText("1");
  await expect(row).toContainText(/随案移送 道县商务局 道商案〔\d+〕\d+号 证据1/);
  for (const name of names) await expect(row).toContainText(name);
  await expect(row.locator("img.thumbnail")).toHaveJSProperty("complete", true);
  if (hasScript) await accessible(theirs);
  await picture(theirs, `transfer-evidence${hasScript ? "" : "-nojs"}`);
  await row.getByRole("link", { name: "现场照片.png" }).click();
  await expect(theirs.locator("code.whole-hash")).toHaveText(hash(sent.image));
  await expect(main(theirs)).toContainText("随案接收");
  const opened = await theirs.request.get((await theirs.getByRole("link", { name: "打开" }).getAttribute("href"))!);
  expect(hash(await opened.body())).toBe(hash(sent.image));
  expect((await theirs.request.get(sent.page)).status(), "the sender's page").toBe(404);
}

test("a transfer is accepted by another county, which files the case under its own number", async ({ seat, hasScript }) => {
  test.slow(true, "five people at five browsers");
  const [officer, second, head] = [await seat("dx-officer1"), await seat("dx-officer2"), await seat("dx-head")];
  const [there, theirs] = [await seat("jh-head"), await seat("jh-officer1")];
  const failures = neverDown(there);
  const party = `移送接收酒业商行${hasScript ? "甲" : "乙"}${Date.now()}`;
  const here = await filed(officer, second, head, party, hasScript);
  const sent = await photographs(officer, hasScript);
  await sends(officer, head, party, hasScript);
  await expect(main(officer)).toContainText("现在等接收单位答复移送");
  await expect(officer.getByRole("button", { name: "记录调查取证" })).toBeDisabled();
  await expect(main(officer)).toContainText("对方尚未答复");
  if (hasScript) await accessible(officer);
  await picture(officer, `transfer-sent${hasScript ? "" : "-nojs"}`);

  await opens(theirs, party, hasScript);
  await expect(main(theirs)).toContainText("接收或者退回由本局负责人决定");
  await expect(theirs.getByRole("button", { name: "接收并登记线索" })).toHaveCount(0);
  await opens(there, party, hasScript);
  for (const words of ["道商函〔2026〕31号", "违法行为发生地在江华。", "登记线索", party]) await expect(main(there)).toContainText(words);
  if (hasScript) await accessible(there);
  await picture(there, `transfer-received${hasScript ? "" : "-nojs"}`);
  const page = new URL(there.url()).pathname;
  await there.getByRole("button", { name: "接收并登记线索" }).click();
  await there.waitForURL(/\/jianghua\/cases\/[0-9a-f-]{36}$/);
  await ready(there, hasScript);
  await expect(main(there)).toContainText("由其他单位移送");
  await expect(there.getByRole("navigation", { name: "当前位置" })).toContainText("江华商案");
  await expect(there.getByRole("link", { name: "移送材料" })).toHaveAttribute("href", page);
  const case_ = new URL(there.url()).pathname;

  await visit(officer, here, hasScript);
  await expect(timeline(officer).first()).toContainText("移送被接收");
  await expect(timeline(officer).first()).toContainText("江华商案");
  await expect(officer.getByRole("link", { name: "提请结案" })).toBeVisible();
  expect((await officer.request.get(page)).status(), "another bureau's page").toBe(404);

  // The receiver verifies and files by itself; the sender's records stay readable and unchanged.
  await visit(theirs, case_, hasScript);
  await theirs.getByRole("link", { name: "移送材料" }).click();
  await theirs.waitForURL(/\/transfers\//);
  await expect(main(theirs)).toContainText("材料内容与移送单位的记录一致");
  await visit(theirs, case_, hasScript);
  await hasThePhotograph(theirs, sent, [await nameOf(officer), await nameOf(second)], hasScript);
  await visit(theirs, case_, hasScript);
  const filing = {
    "违法行为日期（持续的填终了之日）": daysAgo(2),
    案由: "｜向未成年人销售酒 《",
    违法行为发生地: "江华沱江镇 3 号",
    发生在本局辖区内: "是",
    主办人: await nameOf(theirs),
    协办人: await nameOf(await seat("jh-officer2")),
  };
  await act(theirs, "提请立案", filing, hasScript);
  await approve(there, "立案", party, hasScript);
  await visit(theirs, case_, hasScript);
  await expect(timeline(theirs).first()).toContainText("立案");
  await readsOnPhone(theirs, case_, hasScript);
  await readsOnPhone(officer, here, hasScript);
  expect(failures).toEqual([]);
});

test("what is seized goes along, is managed meanwhile, and is confirmed by the receiver", async ({ seat, hasScript }) => {
  test.slow(true, "four people at four browsers");
  const [officer, second, head] = [await seat("dx-officer1"), await seat("dx-officer2"), await seat("dx-head")];
  const there = await seat("jh-head");
  const party = `移送扣押屠宰点${hasScript ? "甲" : "乙"}${Date.now()}`;
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
  const here = new URL(officer.url()).pathname;
  const people = { 主办人: await nameOf(officer), 协办人: await nameOf(second) };
  const seizure = {
    措施: "扣押",
    案由与授权依据: "未经定点从事生猪屠宰活动",
    ...people,
    物品清单: "白条肉 80 公斤\n刀具 6 把",
    存放地点: "冷库",
    保管人: "冷库管理员",
    "已核对：不是生活必需品，与违法行为有关，未被其他机关查封（行政强制法第二十三条）": true as const,
    理由: "涉案肉品可能流入市场。",
  };
  await act(officer, "提请查封、扣押", seizure, hasScript);
  await approve(head, "查封、扣押", party, hasScript);
  await visit(officer, here, hasScript);
  const sending = {
    接收单位: "江华瑶族自治县商务局",
    案件移送函文号: "道商函〔2026〕33号",
    移送理由: "屠宰点在江华境内。",
    移送清单: "现场笔录 1 份、扣押物品清单 1 份。",
    "查封、扣押、登记保存的物品由接收单位接管": true as const,
  };
  await act(officer, "提请移送案件", sending, hasScript);
  await approve(head, "移送案件", party, hasScript);

  // The receiver looks; meanwhile the sender gives the knives back, and what was looked at is not what would be accepted.
  await opens(there, party, hasScript);
  await expect(main(there)).toContainText("刀具 6 把");
  await visit(officer, here, hasScript);
  await expect(officer.getByRole("button", { name: "提请立案" })).toBeDisabled();
  const back = { 日期: today(), "刀具 6 把": true as const, 处理方式: "已退还", 处理经过: "当事人签收。" };
  await act(officer, "退还、销毁物品", back, hasScript);
  const confirmed = there.getByLabel(/^确认上列查封、扣押、登记保存/);
  await confirmed.check();
  await there.getByRole("button", { name: "接收并登记线索" }).click();
  await there.waitForURL(/done=moved/);
  await ready(there, hasScript);
  await expect(main(there)).toContainText("移送单位刚刚改动了随案移交的物品");
  await expect(main(there)).toContainText("退还、销毁物品");

  // Without the confirmation nothing is accepted.
  await there.getByRole("button", { name: "接收并登记线索" }).click();
  await there.waitForURL(/done=unconfirmed/);
  await ready(there, hasScript);
  await expect(there.getByRole("alert")).toContainText("请先勾选确认，或者请移送单位解除后再接收");
  await expect(main(there)).toContainText(/刀具 6 把（.*已退还）/);
  if (hasScript) await accessible(there);
  await picture(there, `transfer-confirm${hasScript ? "" : "-nojs"}`);
  await confirmed.check();
  await there.getByRole("button", { name: "接收并登记线索" }).click();
  await there.waitForURL(/\/jianghua\/cases\/[0-9a-f-]{36}$/);
  await ready(there, hasScript);
  await expect(main(there)).toContainText("在剩余期限内继续有效");
  await expect(main(there)).toContainText(/刀具 6 把.*已退还/);
  await expect(main(there)).toContainText("查封扣押期限");
});

test("a transfer that is returned goes on with the sender", async ({ seat, hasScript }) => {
  test.slow(true, "four people at four browsers");
  const [officer, second, head] = [await seat("dx-officer1"), await seat("dx-officer2"), await seat("dx-head")];
  const there = await seat("jh-head");
  const party = `移送退回酒业商行${hasScript ? "甲" : "乙"}${Date.now()}`;
  const here = await filed(officer, second, head, party, hasScript);
  await sends(officer, head, party, hasScript);
  await opens(there, party, hasScript);
  await there.getByRole("button", { name: "退回移送单位" }).click();
  await there.waitForURL(/draft=/);
  await ready(there, hasScript);
  await expect(there.getByRole("alert")).toContainText("请填写退回理由");
  await there.getByLabel("退回理由").fill("违法行为发生地不在江华。");
  await there.getByRole("button", { name: "退回移送单位" }).click();
  await there.waitForURL(/done=returned/);
  await ready(there, hasScript);
  await expect(main(there)).toContainText("已退回移送单位。");
  await expect(main(there)).not.toContainText(party);

  await visit(officer, here, hasScript);
  await expect(timeline(officer).first()).toContainText("移送被退回");
  await expect(timeline(officer).first()).toContainText("违法行为发生地不在江华。");
  await expect(officer.getByRole("link", { name: "记录调查取证" })).toBeVisible();
});
