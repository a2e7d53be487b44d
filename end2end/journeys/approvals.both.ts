// A Friday of the head: forty proposals one after the other; others are handed on, signed by colleagues in order,
// approved in the head's place.
import { daysAgo, fillIn, nameOf, openAct, openProposal, send, timeline, today } from "./case";
import { accessible, expect, picture, ready, test, visit } from "./page";
import { proposed, waiting } from "./proposals";
import type { Page } from "@playwright/test";

const heading = (page: Page) => page.getByRole("main").getByRole("heading", { level: 2 }).first();

test("forty proposals are approved with at most three actions each", async ({ seat, hasScript }) => {
  test.setTimeout(240_000);
  const [officer, head] = [await seat("dx-officer1"), await seat("dx-head")];
  await visit(officer, "/daoxian", hasScript);
  for (let nth = 1; nth <= 40; nth += 1) await proposed(officer, `审批件${hasScript ? "甲" : "乙"}第${nth}号`);
  await visit(head, "/daoxian/proposals", hasScript);
  const before = await waiting(head);
  expect(before).toBeGreaterThanOrEqual(40);
  if (hasScript) await accessible(head);
  await picture(head, `approvals${hasScript ? "" : "-nojs"}`);
  await head.setViewportSize({ width: 360, height: 740 });
  await picture(head, `approvals-360${hasScript ? "" : "-nojs"}`);
  expect(await head.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await head.setViewportSize({ width: 1366, height: 768 });
  let loads = 0;
  head.on("load", () => (loads += 1));
  let [approved, actions] = [0, 0];
  while (approved < 40) {
    const words = await head.getByRole("main").innerText();
    const left = await waiting(head);
    if (!words.includes("经核实没有违法事实")) {
      // Another's, of the demo or of another journey: on to the next.
      if (hasScript) await head.keyboard.press("n");
      else await head.getByRole("link", { name: "下一件", exact: true }).click();
      await expect(head.getByRole("main")).not.toHaveText(words);
      actions += 1;
      continue;
    }
    if (hasScript) await head.keyboard.press("a");
    else await head.getByRole("button", { name: "同意", exact: true }).click();
    actions += 1;
    approved += 1;
    await expect.poll(() => waiting(head)).toBe(left - 1);
    await expect(head.getByText("已同意，转到下一件。")).toBeVisible();
  }
  expect(actions / approved, "actions for each").toBeLessThanOrEqual(3);
  if (hasScript) expect(loads, "the page is never loaded anew").toBe(0);
});

test("a colleague agrees first, then the head decides, and the timeline names both", async ({ seat, hasScript }) => {
  test.setTimeout(120_000);
  const [officer, head, reviewer] = [await seat("dx-officer1"), await seat("dx-head"), await seat("dx-reviewer")];
  await visit(officer, "/daoxian", hasScript);
  const words = `加签件${hasScript ? "甲" : "乙"}`;
  const here = await proposed(officer, words);
  await visit(reviewer, "/daoxian", hasScript);
  const [signer, decider] = [await nameOf(reviewer), await nameOf(head)];
  await openProposal(head, "不予立案", words, hasScript);
  await head.getByText("转办、加签、会签").click();
  await head.getByLabel("第一位").selectOption({ label: signer });
  await picture(head, `countersign${hasScript ? "" : "-nojs"}`);
  await head.getByRole("button", { name: "会签", exact: true }).click();
  await expect(head.getByText("已转出，转到下一件。")).toBeVisible();
  await ready(head, hasScript);

  // It stands in the colleague's reminders and queue.
  await visit(reviewer, "/daoxian/reminders", hasScript);
  await reviewer.getByRole("row", { name: /等您审批或会签/ }).getByRole("link").first().click();
  await openProposal(reviewer, "不予立案", words, hasScript);
  await reviewer.getByRole("button", { name: "同意", exact: true }).click();
  await expect(reviewer.getByText("已同意，转到下一件。")).toBeVisible();

  await openProposal(head, "不予立案", words, hasScript);
  await expect(head.getByText(`会签 · ${signer} · 已同意`)).toBeVisible();
  await head.getByRole("button", { name: "同意", exact: true }).click();
  await expect(head.getByText("已同意，转到下一件。")).toBeVisible();
  await visit(officer, here, hasScript);
  await expect(timeline(officer).first()).toContainText(`${decider}（${await nameOf(officer)}提请）`);
  await expect(timeline(officer).first()).toContainText(`会签：${signer}`);
});

test("what was sent back shows field by field what has changed since", async ({ seat, hasScript }) => {
  const [officer, head] = [await seat("dx-officer1"), await seat("dx-head")];
  await visit(officer, "/daoxian", hasScript);
  const words = `再报件${hasScript ? "甲" : "乙"}`;
  const here = await proposed(officer, words);
  await openProposal(head, "不予立案", words, hasScript);
  await head.getByLabel("退回原因").fill("请写明核实的经过。");
  await head.getByRole("button", { name: "退回", exact: true }).click();
  await expect(head.getByText("已退回，转到下一件。")).toBeVisible();
  await visit(officer, here, hasScript);
  await openAct(officer, "提请不予立案");
  await expect(officer.getByText("退回意见: 请写明核实的经过。")).toBeVisible();
  await fillIn(officer, { 理由类别: "没有违法事实", 理由: "二十五日到场核实，台账齐全。" });
  await send(officer, "提请不予立案", hasScript);
  await openProposal(head, "不予立案", words, hasScript);
  await expect(head.locator("ins")).toHaveText(["二十五日到场核实，台账齐全。"]);
  await expect(head.locator("del")).toHaveText([`${words}，经核实没有违法事实。`]);
  await picture(head, `changed${hasScript ? "" : "-nojs"}`);
});

test("the chief approves in the head's place what is the head's, until the power is taken back", async ({ seat, hasScript }) => {
  test.setTimeout(120_000);
  const [officer, chief, head] = [await seat("dx-officer1"), await seat("dx-chief"), await seat("dx-head")];
  await visit(chief, "/daoxian", hasScript);
  const stand = await nameOf(chief);
  await visit(head, "/daoxian/delegations", hasScript);
  const boss = await nameOf(head);
  await expect(head.getByLabel("受托人").getByRole("option", { name: await nameOf(officer), exact: true }), "no officer decides").toHaveCount(0);
  await fillIn(head, { 受托人: stand, 起始日: today(), 截止日: daysAgo(1) });
  await head.getByRole("button", { name: "委托", exact: true }).click();
  await expect(head.getByRole("main")).toContainText("截止日不能早于起始日。");
  await ready(head, hasScript);
  await fillIn(head, { 截止日: daysAgo(-3) });
  await head.getByRole("button", { name: "委托", exact: true }).click();
  await expect(head.getByText("已委托。")).toBeVisible();
  await ready(head, hasScript);
  if (hasScript) await accessible(head);
  await picture(head, `delegations${hasScript ? "" : "-nojs"}`);

  await visit(officer, "/daoxian", hasScript);
  const words = `代批件${hasScript ? "甲" : "乙"}`;
  const here = await proposed(officer, words);
  /** What is the head's matter, the chief hands on to him. */
  const handedOn = async (party: string) => {
    await openProposal(chief, "不予立案", party, hasScript);
    await ready(chief, hasScript);
    await chief.getByText("转办、加签、会签").click();
    await chief.getByLabel("转给其他有审批权限的人").selectOption({ label: boss });
    await chief.getByRole("button", { name: "转办", exact: true }).click();
    await expect(chief.getByText("已转出，转到下一件。").or(chief.getByText("没有等待审批的事项"))).toBeVisible();
    await ready(chief, hasScript);
  };
  await handedOn(words);
  await openProposal(chief, "不予立案", words, hasScript);
  await expect(chief.getByText(`您代为审批，委托人：${boss}`)).toBeVisible();
  await chief.getByRole("button", { name: "同意", exact: true }).click();
  await expect(chief.getByText("已同意，转到下一件。").or(chief.getByText("没有等待审批的事项"))).toBeVisible();
  await visit(officer, here, hasScript);
  await expect(timeline(officer).first()).toContainText(`${stand}代${boss}`);

  await visit(head, "/daoxian/delegations", hasScript);
  await head.getByRole("row", { name: /生效中/ }).getByRole("button", { name: "收回" }).click();
  await expect(head.getByText("已收回，即时生效。")).toBeVisible();
  await proposed(officer, `${words}之二`);
  await handedOn(`${words}之二`);
  await openProposal(chief, "不予立案", `${words}之二`, hasScript);
  await expect(chief.getByRole("button", { name: "同意", exact: true }), "it is the head's own again").toBeDisabled();
});
