// Input that nobody should have to fear: for every form the same texts, and the same expectations of the answer.
import type { Locator, Page } from "@playwright/test";
import { expect, ready } from "./page";

export const LONG = "长".repeat(10_000);
export const SCRIPT = `"'><script>document.title="taken"</script><img src=x onerror=document.title="taken">`;
const TEXTS = [
  LONG,
  SCRIPT,
  "看不见\u0001的\u0007控制\u001f字符\u202e反转",
  "零\u0000字节",
  "👩‍👩‍👧‍👦🐖𠮷䶮㴩\u0301",
  "２０２６－１３－４５",
  "-1e309",
  "' or 1=1; --",
  "%00%ff%5C..%2f{{7*7}}${7*7}",
];

/** A text as a browser gives it back from a document: NUL cannot stand there, a line holds no line breaks. */
const inDocument = (text: string) => text.replaceAll("\u0000", "\ufffd");

/** The controls into which one writes, of the form that holds a button. */
function controls(page: Page, button: string): Locator {
  const form = page.getByRole("main").locator("form").filter({ has: page.getByRole("button", { name: button, exact: true }) });
  return form.getByRole("textbox").or(form.getByRole("searchbox"));
}

/** Any answer of the server's own failure fails the journey. */
export function neverDown(page: Page): string[] {
  const failures: string[] = [];
  page.on("response", (response) => {
    if (response.status() >= 500) failures.push(`${response.status()} ${response.url().slice(0, 200)}`);
  });
  return failures;
}

/** Empties every text control of a form. */
export async function empty(page: Page, button: string) {
  for (const control of await controls(page, button).all()) await control.fill("");
}

/** Writes a hostile text into every control of a form; the first gets the longest. Returns what stands where. */
export async function fillHostile(page: Page, button: string, turn: number): Promise<Map<string, string>> {
  const typed = new Map<string, string>();
  for (const [nth, control] of (await controls(page, button).all()).entries()) {
    const text = nth === 0 ? LONG : TEXTS[(nth + turn) % TEXTS.length];
    await control.fill(text);
    typed.set((await control.getAttribute("id"))!, inDocument(text));
  }
  return typed;
}

/** Sends a form that cannot be taken and comes back to it, with a message that leads to fields that are there. */
export async function sendInVain(page: Page, button: string, hasScript: boolean) {
  await page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
  await page.waitForURL(/draft=/);
  await ready(page, hasScript);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("已填内容没有丢失");
  expect(await alert.getByRole("listitem").count()).toBeGreaterThan(0);
  for (const link of await alert.getByRole("link").all()) {
    const to = (await link.getAttribute("href"))!;
    // Of a group of boxes each box says so.
    const marked = page.locator(`${to}:not(fieldset), fieldset${to} input`).first();
    await expect(marked, await link.innerText()).toHaveAttribute("aria-invalid", "true");
  }
  await plainWords(page);
}

/** Neither machine's words nor a script that ran. */
export async function plainWords(page: Page) {
  await expect(page).not.toHaveTitle("taken");
  const text = await page.getByRole("main").innerText();
  for (const word of ["非法输入", "操作失败", "系统异常", "系统这边出了问题", "undefined", "panicked", "Error"]) expect(text).not.toContain(word);
}

/** Everything stands where it was typed. */
export async function stays(page: Page, typed: Map<string, string>) {
  for (const [id, text] of typed) {
    expect(await page.locator(`[id="${id}"]`).inputValue(), id).toBe(text);
  }
}
