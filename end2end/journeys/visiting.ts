// What journeys of the city's visits do the same way.
import type { Page } from "@playwright/test";
import { fillIn } from "./case";
import { ready, visit } from "./page";

/** 道县's figure of this month as the city sees it, in the table of the counties. */
export async function figureOfDaoxian(page: Page, figure: "cases_closed" | "certified", filter: Record<string, string>, hasScript: boolean) {
  await visit(page, `/yongzhou/figures?${new URLSearchParams({ period: "this_month", figure, ...filter })}`, hasScript);
  const row = page.getByRole("table", { name: "县区对比" }).getByRole("row", { name: /^道县/ });
  return row.getByRole("cell").nth(figure === "cases_closed" ? 2 : 5);
}

/** Begins a visit into a county by its form; leads into it. */
export async function beginVisit(page: Page, county: string, purpose = "核实十月办结案件数", hasScript = true) {
  await visit(page, `/yongzhou/visits/new?county=${county}`, hasScript);
  await sendVisit(page, purpose, hasScript);
}

/** Sends the form of a visit, whose county is chosen; leads into it. */
export async function sendVisit(page: Page, purpose: string, hasScript: boolean) {
  await fillIn(page, { 调阅事由: "统计数据核实", 调阅说明: purpose });
  await page.getByRole("main").getByRole("button", { name: "开始调阅", exact: true }).click();
  await page.waitForURL(/\/yongzhou\/visits\/[0-9a-f-]{36}/);
  await ready(page, hasScript);
}
