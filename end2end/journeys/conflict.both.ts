// Two officers at one case at once: whoever sends second is told what came in between, keeps what was typed, and can
// send it again.
import { field, fillIn, nameOf, openAct, openCase, send, timeline, today } from "./case";
import { accessible, expect, picture, test, visit } from "./page";

test("the second of two records is told about the first, keeps its text and goes in after it", async ({ seat, hasScript }) => {
  const [first, second] = [await seat("dx-officer1"), await seat("dx-officer2")];
  const names = { 主办人: await nameOf(first), 协办人: await nameOf(second) };
  await openCase(first, "daoxian", /向未成年人销售酒.*调查终结/, hasScript);
  const here = new URL(first.url()).pathname;
  await visit(second, here, hasScript);
  const before = await timeline(first).count();
  await openAct(first, "记录调查取证");
  await openAct(second, "记录调查取证");
  const record = { 日期: today(), ...names, 开始时间: "8:30", 结束时间: "9:20", 已出示执法证件: true, 已告知权利义务: true } as const;
  await fillIn(second, { ...record, 调查措施: "询问", 经过与结果: "站长说明了进货来源。" });
  await fillIn(first, { ...record, 调查措施: "现场检查（勘验）", 经过与结果: "清点了库存。" });
  await send(first, "记录调查取证", hasScript);
  await expect(first.getByRole("status").filter({ hasText: "已记录。" })).toBeVisible();

  await send(second, "记录调查取证", hasScript);
  await expect(second.getByText("您填写期间，本案有了新的进展，请核对后再提交：")).toBeVisible();
  await expect(second.getByRole("main").getByRole("listitem").filter({ hasText: `记录调查取证 · ${await nameOf(first)}` })).toBeVisible();
  await expect(field(second, "经过与结果")).toHaveValue("站长说明了进货来源。");
  await expect(field(second, "调查措施")).toHaveValue("interview");
  await expect(field(second, "已告知权利义务")).toBeChecked();
  if (hasScript) await accessible(second);
  await picture(second, `conflict${hasScript ? "" : "-nojs"}`);

  await send(second, "记录调查取证", hasScript);
  await expect(second.getByRole("status").filter({ hasText: "已记录。" })).toBeVisible();
  await expect(timeline(second)).toHaveCount(before + 2);
  await expect(timeline(second).first()).toContainText("询问");
  await expect(timeline(second).nth(1)).toContainText("现场检查");
});

test("a form sent twice is written once", async ({ seat, hasScript }) => {
  const officer = await seat("dx-officer1");
  await openCase(officer, "daoxian", /向未成年人销售酒.*调查终结/, hasScript);
  const before = await timeline(officer).count();
  const names = await officer.getByRole("main").innerText();
  await openAct(officer, "记录调查取证");
  const second = (await field(officer, "协办人").locator("option").allTextContents()).find((name) => name.includes("湘M") && names.includes(name))!;
  await fillIn(officer, {
    日期: today(), 调查措施: "提取书证、电子数据", 协办人: second, 开始时间: "14:00", 结束时间: "14:40",
    已出示执法证件: true, 已告知权利义务: true, 经过与结果: "复印了三个月的购销台账。",
  });
  const form = await field(officer, "经过与结果").evaluate((element: HTMLTextAreaElement) =>
    Object.fromEntries([...new FormData(element.form!)].map(([name, value]) => [name, String(value)])));
  await send(officer, "记录调查取证", hasScript);
  const again = await officer.request.post("/_/api/case-act", { form, headers: { accept: "text/html", origin: new URL(officer.url()).origin }, maxRedirects: 0 });
  expect(again.status()).toBe(303);
  expect(again.headers()["location"]).toContain("?done=done");
  await officer.reload();
  await expect(timeline(officer)).toHaveCount(before + 1);
});
