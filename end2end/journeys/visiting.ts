// What journeys of the city's visits do the same way.
import type { Page } from "@playwright/test";
import { fillIn } from "./case";
import { ready, visit } from "./page";

/** Begins a visit into a county by its form; leads into it. */
export async function beginVisit(page: Page, county: string, purpose = "核实十月办结案件数", hasScript = true) {
  await visit(page, `/yongzhou/visits/new?county=${county}`, hasScript);
  await fillIn(page, { 调阅事由: "统计数据核实", 调阅说明: purpose });
  await page.getByRole("main").getByRole("button", { name: "开始调阅", exact: true }).click();
  await page.waitForURL(/\/yongzhou\/visits\/[0-9a-f-]{36}/);
  await ready(page, hasScript);
}
