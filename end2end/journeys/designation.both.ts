// Designation: a place elsewhere is not ours to file, until the city says so by a numbered order that the county
// cites. Another county sees nothing of it.
import { act, approve, daysAgo, field, fillIn, nameOf, openAct, send, timeline, today } from "./case";
import { accessible, expect, picture, ready, test, visit } from "./page";

test("the city designates a county, which files by the order", async ({ seat, hasScript }) => {
  const supervisor = await seat("yz-supervisor");
  const station = `界牌加油站${hasScript ? "甲" : "乙"}`;
  const number = await test.step("the city's order takes a number", async () => {
    await visit(supervisor, "/yongzhou/figures", hasScript);
    await supervisor.getByRole("link", { name: "指定管辖", exact: true }).click();
    await expect(supervisor.getByRole("heading", { name: "指定管辖", level: 1 })).toBeVisible();
    await ready(supervisor, hasScript);
    await fillIn(supervisor, { 当事人: station, 涉嫌违法行为及发生地: "两县交界处，加油机未检定。" });
    await supervisor.getByRole("button", { name: "指定管辖", exact: true }).click();
    // What is missing is told, what was typed stays.
    await expect(field(supervisor, "当事人")).toHaveValue(station);
    if (!hasScript) await expect(supervisor.getByRole("alert")).toBeVisible();
    await fillIn(supervisor, { 指定由其管辖的县区: "道县", 指定理由: "道县、江华县均主张管辖。" });
    await supervisor.getByRole("button", { name: "指定管辖", exact: true }).click();
    await expect(supervisor.getByText("已指定，县区可以看到。")).toBeVisible();
    await ready(supervisor, hasScript);
    if (hasScript) await accessible(supervisor);
    await picture(supervisor, `designation${hasScript ? "" : "-nojs"}`);
    const row = supervisor.getByRole("row", { name: station });
    const paper = await supervisor.request.get((await row.getByRole("link").getAttribute("href"))!);
    expect([paper.status(), paper.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    return (await row.innerText()).match(/永商指管〔\d{4}〕\d+号/)![0];
  });

  const officer = await seat("dx-officer1");
  const people = { 主办人: await nameOf(officer), 协办人: await nameOf(await seat("dx-officer2")) };
  await visit(officer, "/daoxian/cases/new", hasScript);
  await fillIn(officer, { 日期: daysAgo(1), 案源: "市局交办", 涉嫌违法的情况: "加油机未检定。", 地点: "界牌", "涉嫌的单位或个人（如已知）": station, 当事人类型: "法人或者其他组织" });
  await send(officer, "登记线索", hasScript);
  await openAct(officer, "提请立案");
  await fillIn(officer, { 案由: "加油站使用未经检定的计量器具", "违法行为日期（持续的填终了之日）": daysAgo(3), 违法行为发生地: "界牌", 发生在本局辖区内: "否", ...people });
  await send(officer, "提请立案", hasScript);
  await expect(officer.getByRole("alert")).toContainText(/不在本局辖区/);
  await fillIn(officer, { "指定管辖文号（发生地在外县区时）": number });
  await send(officer, "提请立案", hasScript);
  await expect(officer.getByRole("status").filter({ hasText: "已提交审批。" })).toBeVisible();
  const here = new URL(officer.url()).pathname;
  const head = await seat("dx-head");
  await approve(head, "立案", station, hasScript);
  await visit(officer, here, hasScript);
  await expect(timeline(officer).first()).toContainText("立案");

  const elsewhere = await seat("jh-officer1");
  await visit(elsewhere, "/jianghua/transfers/designations", hasScript);
  await expect(elsewhere.getByRole("main")).not.toContainText(station);
});
