// What journeys through the evidence of a case do the same way.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { daysAgo, openCase } from "./case";
import { expect } from "./page";

export const hash = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** A picture that is there for another test. */
export const photo = readFileSync(new URL("../../style/worklist.png", import.meta.url));

/** Opens the evidence of a case under way. */
export async function openEvidence(page: Page, hasScript: boolean) {
  await openCase(page, "daoxian", /立案 记录调查取证/, hasScript);
  await page.getByRole("link", { name: "证据文件" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("证据");
  if (hasScript) await page.waitForSelector("html[data-uploader]", { state: "attached" });
}

export const sheet = { 证据种类: "电子数据", 来源: "当事人提供", 提取地点: "道县道江镇门店", 提取日期: daysAgo(1), 提取时间: "09:30", 页数: "" };

export const enter = (page: Page) => page.getByRole("button", { name: "登记为证据" }).click();
