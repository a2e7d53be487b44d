// Reads what stands in a downloaded workbook: an .xlsx is a zip of XML.
import { inflateRawSync } from "node:zlib";

/** The text of all parts of a workbook. */
export function workbookText(bytes: Buffer): string {
  const parts: string[] = [];
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06"));
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(from, from + size);
    parts.push((method === 8 ? inflateRawSync(body) : body).toString("utf8"));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts.join("\n");
}
