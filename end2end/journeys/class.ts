// How acts of training are done on their forms.
import { fillIn } from "./case";
import { expect, ready } from "./page";
import type { Page } from "@playwright/test";

/** Sends the form that is open and waits for the page that it leads to. */
export async function sendAct(page: Page, name: string, hasScript: boolean) {
  await page.getByRole("button", { name, exact: true }).click();
  await page.waitForURL(/\?done=|draft=/);
  await ready(page, hasScript);
}

/** Opens an act's form from the page of what it is about, fills it in and sends it. */
export async function actOf(page: Page, name: string, values: Record<string, string | true>, hasScript: boolean) {
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name: new RegExp(`^${name}`), level: 1 })).toBeVisible();
  await ready(page, hasScript);
  await fillIn(page, values);
  await sendAct(page, name, hasScript);
}
