// A programme is drafted, submitted and approved by another hand; a class under it is planned with its timetable and
// takes applications. What is refused says why, and nothing typed is lost.
import { daysAgo, field, fillIn } from "./case";
import { accessible, expect, picture, ready, test, visit } from "./page";
import { actOf, sendAct } from "./class";

test("a programme is approved by another hand, and a class under it opens for enrolment", async ({ seat, hasScript }) => {
  const [trainer, head] = [await seat("dx-trainer"), await seat("dx-head")];
  const title = `${hasScript ? "甲" : "乙"}期家政服务培训`;
  await visit(trainer, "/daoxian/programmes/new", hasScript);
  await fillIn(trainer, { 项目名称: title, 培训工种: "家政服务员", 培训类型: "技能培训", 计划人数: "三十", 每人学时: "8", "预算（元）": "18,000", 资金单位: "道县商务局" });
  await sendAct(trainer, "起草培训项目", hasScript);
  await expect(trainer.getByRole("alert")).toContainText("请填写整数");
  await expect(field(trainer, "计划人数")).toHaveValue("三十");
  await expect(field(trainer, "项目名称")).toHaveValue(title);
  if (hasScript) await accessible(trainer);
  await fillIn(trainer, { 计划人数: "30", "本年度同工种、同类型、同资金的另一个项目，确需另立": true });
  await sendAct(trainer, "起草培训项目", hasScript);
  await actOf(trainer, "提交培训项目", { 日期: daysAgo(0) }, hasScript);
  await expect(trainer.getByRole("button", { name: "批准培训项目" })).toBeDisabled();
  if (hasScript) await accessible(trainer);
  await picture(trainer, `programme${hasScript ? "" : "-nojs"}`);

  const here = new URL(trainer.url()).pathname;
  await visit(head, here, hasScript);
  await actOf(head, "批准培训项目", { 日期: daysAgo(0) }, hasScript);
  await expect(head.getByRole("status").filter({ hasText: "已记录：批准培训项目。" })).toBeVisible();

  await visit(trainer, here, hasScript);
  await trainer.getByRole("link", { name: "筹备培训班", exact: true }).click();
  await ready(trainer, hasScript);
  const name = `道县家政${hasScript ? "甲" : "乙"}2026第1期`;
  await fillIn(trainer, { 班次名称: name, 班级代码: "JZ-01", 培训地点: "县职业中专", 班主任: "何师傅", 名额: "2", 开班日期: daysAgo(0), 结业日期: daysAgo(3) });
  await sendAct(trainer, "筹备培训班", hasScript);
  await expect(trainer.getByRole("alert")).toBeVisible();
  await fillIn(trainer, { 结业日期: daysAgo(-3) });
  await sendAct(trainer, "筹备培训班", hasScript);
  await expect(trainer.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(trainer.getByRole("button", { name: "开放报名" })).toBeDisabled();
  await actOf(trainer, "安排课次", { 日期: daysAgo(0), 开始时间: "8:00", 结束时间: "14:00", 每人学时: "8", 内容: "家政礼仪", 教师: `何师傅${hasScript ? "甲" : "乙"}`, 教室: `家政${hasScript ? "甲" : "乙"}室` }, hasScript);
  await actOf(trainer, "开放报名", { 日期: daysAgo(0) }, hasScript);
  await expect(trainer.getByRole("heading", { level: 1 })).toContainText("报名中");
  await picture(trainer, `class${hasScript ? "" : "-nojs"}`);
  if (hasScript) await accessible(trainer);
});
