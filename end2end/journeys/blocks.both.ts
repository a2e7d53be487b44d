// Numbers in hand: the head allots a block, an officer's paper from the spot bears one of them, another is void with a
// reason; nobody uses a number twice, and another bureau sees nothing of it.
import { daysAgo, field, fillIn, nameOf, openAct, send, timeline, today } from "./case";
import { accessible, expect, picture, ready, test, visit } from "./page";

test("a block of numbers is allotted, borne by a paper from the spot, and the rest is void", async ({ seat, hasScript }) => {
  // Both ways run beside each other: each has a hand of its own.
  const [holder, beside] = hasScript ? ["dx-officer2", "dx-officer1"] : ["dx-officer1", "dx-officer2"];
  const [head, officer] = [await seat("dx-head"), await seat(holder)];
  const mine = await nameOf(officer);
  const second = await nameOf(await seat(beside));
  await test.step("the head allots three numbers", async () => {
    await visit(head, "/daoxian/number-blocks", hasScript);
    await expect(head.getByRole("heading", { name: "号段", level: 1 })).toBeVisible();
    await fillIn(head, { 领用人: mine, 文书: "限提", 数量: "一百" });
    await head.getByRole("button", { name: "领用", exact: true }).click();
    await head.waitForURL(/draft=/);
    await ready(head, hasScript);
    await expect(head.getByRole("main")).toContainText("请填 1 至 100 的整数。");
    await fillIn(head, { 数量: "3" });
    await head.getByRole("button", { name: "领用", exact: true }).click();
    await expect(head.getByText("已领用，文号在领用人名下。")).toBeVisible();
    await ready(head, hasScript);
    if (hasScript) await accessible(head);
    await picture(head, `number-blocks${hasScript ? "" : "-nojs"}`);
  });

  await visit(officer, "/daoxian/number-blocks", hasScript);
  const own = officer.getByRole("row", { name: /道商限提〔\d{4}〕\d+号/ });
  await expect(own).toHaveCount(3);
  const numbers = (await own.allInnerTexts()).map((row) => /道商限提〔\d{4}〕\d+号/.exec(row)![0]);

  await test.step("a paper from the spot bears the second", async () => {
    const party = `号段酒行${hasScript ? "甲" : "乙"}${Date.now()}`;
    await visit(officer, "/daoxian/cases/new", hasScript);
    await fillIn(officer, { 日期: daysAgo(1), 案源: "监督检查", 涉嫌违法的情况: "台账不全。", 地点: "道州北路", "涉嫌的单位或个人（如已知）": party, 当事人类型: "法人或者其他组织" });
    await send(officer, "登记线索", hasScript);
    await openAct(officer, "发出调查文书");
    const facts = { 日期: today(), 文书: "限期提供材料通知书", 发给谁: party, "携带、提供的材料或者协助事项": "进货台账", 主办人: mine, 协办人: second };
    await fillIn(officer, { ...facts, 到场日期或者答复期限: today(), 号段文号: numbers[1] });
    await send(officer, "发出调查文书", hasScript);
    await expect(officer.getByRole("alert")).toContainText("晚于发出之日的期限");
    // What was chosen stays.
    await expect(field(officer, "号段文号")).toHaveValue(numbers[1]);
    await fillIn(officer, { 到场日期或者答复期限: "2027-12-31" });
    await send(officer, "发出调查文书", hasScript);
    await expect(timeline(officer).first()).toContainText(numbers[1]);
    await officer.getByRole("link", { name: "本案文书" }).click();
    const order = officer.getByRole("row", { name: /^限期提供材料通知书/ });
    await expect(order).toContainText(numbers[1]);
    const preview = order.getByRole("link", { name: /^预览/ }).first();
    expect((await officer.request.get((await preview.getAttribute("href"))!)).headers()["content-type"]).toBe("application/pdf");
  });

  await test.step("the first is void, the third stays in hand", async () => {
    await visit(officer, "/daoxian/number-blocks", hasScript);
    await expect(own).toHaveCount(2);
    await fillIn(officer, { 文号: numbers[0], 理由: "现场填写错误，文书已收回" });
    await officer.getByRole("button", { name: "作废此号", exact: true }).click();
    await expect(officer.getByText("已作废，这个号不再使用。")).toBeVisible();
    await expect(own).toHaveCount(1);
    await expect(own).toContainText(numbers[2]);
    if (hasScript) await accessible(officer);
    await fillIn(officer, { 文号: numbers[2], 理由: "不再使用" });
    await officer.getByRole("button", { name: "作废此号", exact: true }).click();
    await expect(own).toHaveCount(0);
  });

  const other = await seat("jh-head");
  await visit(other, "/jianghua/number-blocks", hasScript);
  await expect(other.getByRole("main")).not.toContainText("道商限提");
  expect((await other.request.get("/daoxian/number-blocks")).status(), "another bureau's numbers").toBe(404);
});
